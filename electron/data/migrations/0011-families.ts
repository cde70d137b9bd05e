import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectFeatures } from '../dialects/dialect.ts'
import type { Migration } from './migration.ts'

/** Proposals that may be one, what was judged of them, agreements to be grouped, and who supports what. */
export const families: Migration = {
  number: 11,
  name: 'families',
  async up(db, dialect) {
    const { text, integer, real, tableEnd } = dialect.columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await end(
      db.schema
        .createTable('similar_pair')
        .addColumn('a_id', text, (column) => column.notNull().references('submission.id').onDelete('cascade'))
        .addColumn('b_id', text, (column) => column.notNull().references('submission.id').onDelete('cascade'))
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('score', real, (column) => column.notNull())
        .addColumn('distance', integer)
        .addColumn('found_at', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('similar_pair_key', ['a_id', 'b_id']),
    ).execute()
    await db.schema.createIndex('similar_pair_by_other').on('similar_pair').column('b_id').execute()
    await db.schema
      .createIndex('similar_pair_by_score')
      .on('similar_pair')
      .columns(['kind', 'score', 'a_id', 'b_id'])
      .execute()
    await end(
      db.schema
        .createTable('not_duplicate')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('a_id', text, (column) => column.notNull().references('submission.id').onDelete('cascade'))
        .addColumn('b_id', text, (column) => column.notNull().references('submission.id').onDelete('cascade'))
        .addColumn('reason', text, (column) => column.notNull())
        .addColumn('decided_by_name', text, (column) => column.notNull())
        .addColumn('decided_at', text, (column) => column.notNull())
        .addUniqueConstraint('not_duplicate_pair', ['a_id', 'b_id']),
    ).execute()
    await db.schema.createIndex('not_duplicate_by_other').on('not_duplicate').column('b_id').execute()
    await end(
      db.schema
        .createTable('comparison')
        .addColumn('last_row_id', integer, (column) => column.notNull())
        .addColumn('round', integer, (column) => column.notNull())
        .addColumn('compared_at', text),
    ).execute()
    await sql`insert into comparison (last_row_id, round, compared_at) values (0, 0, null)`.execute(db)
    await end(
      db.schema
        .createTable('text_to_compare')
        .addColumn('submission_id', text, (column) =>
          column.primaryKey().references('submission.id').onDelete('cascade'),
        ),
    ).execute()
    await followTexts(db, dialect)
    await end(
      db.schema
        .createTable('family_agreement')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('submission_id', text, (column) =>
          column.notNull().references('submission.id').onDelete('cascade'),
        )
        .addColumn('lead_id', text, (column) =>
          column.notNull().references('submission.id').onDelete('cascade'),
        )
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('asked_on', text)
        .addColumn('answered_on', text)
        .addColumn('means', text)
        .addColumn('note', text, (column) => column.notNull())
        .addColumn('recorded_by_name', text, (column) => column.notNull())
        .addColumn('recorded_at', text, (column) => column.notNull())
        .addUniqueConstraint('family_agreement_of_member', ['submission_id', 'lead_id']),
    ).execute()
    await end(
      db.schema
        .createTable('supporter')
        .addColumn('submission_id', text, (column) =>
          column.notNull().references('submission.id').onDelete('cascade'),
        )
        .addColumn('identity_hash', text, (column) => column.notNull())
        .addColumn('import_id', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('supporter_key', ['submission_id', 'identity_hash']),
    ).execute()
    await db.schema.createIndex('supporter_by_import').on('supporter').column('import_id').execute()
    await end(
      db.schema.createTable('supporter_secret').addColumn('value', text, (column) => column.notNull()),
    ).execute()
  },
}

/**
 * Whatever changes a text, its theme or its place says so itself: imports, masking, corrections. New texts need no
 * trace, they stand behind the last row that was compared; decisions, which come every few seconds, leave none.
 */
async function followTexts(db: Kysely<unknown>, dialect: DialectFeatures): Promise<void> {
  if (dialect.kind === 'sqlite') {
    await sql`create trigger submission_text_changed
      after update of title, body_text, theme_id, latitude, longitude on submission
      when old.title is not new.title or old.body_text is not new.body_text or old.theme_id is not new.theme_id
        or old.latitude is not new.latitude or old.longitude is not new.longitude
      begin
        insert into text_to_compare (submission_id) select new.id
        where not exists (select 1 from text_to_compare where submission_id = new.id);
      end`.execute(db)
    return
  }
  await sql`create function note_text_to_compare() returns trigger language plpgsql as $$
    begin
      insert into text_to_compare (submission_id) values (new.id) on conflict do nothing;
      return null;
    end $$`.execute(db)
  await sql`create trigger submission_text_changed
    after update of title, body_text, theme_id, latitude, longitude on submission for each row
    when ((old.title, old.body_text, old.theme_id, old.latitude, old.longitude)
      is distinct from (new.title, new.body_text, new.theme_id, new.latitude, new.longitude))
    execute function note_text_to_compare()`.execute(db)
}
