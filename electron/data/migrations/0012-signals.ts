import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectFeatures } from '../dialects/dialect.ts'
import type { Migration } from './migration.ts'

/** Signals as they were raised and dismissed, by which rules each deposit was read, and how a démarche wants them. */
export const signals: Migration = {
  number: 12,
  name: 'signals',
  async up(db, dialect) {
    const { text, integer, tableEnd } = dialect.columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await end(
      db.schema
        .createTable('submission_signal')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('submission_id', text, (column) =>
          column.notNull().references('submission.id').onDelete('cascade'),
        )
        .addColumn('signal_id', text, (column) => column.notNull())
        .addColumn('words', text, (column) => column.notNull())
        .addColumn('raised_at', text, (column) => column.notNull())
        .addColumn('dismissed_at', text)
        .addColumn('dismissed_by', text)
        .addColumn('dismissed_by_name', text)
        .addColumn('dismissed_reason', text)
        .addUniqueConstraint('submission_signal_once', ['submission_id', 'signal_id']),
    ).execute()
    await db.schema
      .createIndex('submission_signal_standing')
      .on('submission_signal')
      .columns(['signal_id', 'submission_id'])
      .where(sql.ref('dismissed_at'), 'is', null)
      .execute()
    await end(
      db.schema
        .createTable('signal_check')
        .addColumn('submission_id', text, (column) =>
          column.primaryKey().references('submission.id').onDelete('cascade'),
        )
        .addColumn('process_id', text, (column) => column.notNull())
        .addColumn('stamp', text, (column) => column.notNull()),
    ).execute()
    await db.schema
      .createIndex('signal_check_by_stamp')
      .on('signal_check')
      .columns(['process_id', 'stamp'])
      .execute()
    await end(
      db.schema
        .createTable('signal_author')
        .addColumn('submission_id', text, (column) =>
          column.notNull().references('submission.id').onDelete('cascade'),
        )
        .addColumn('process_id', text, (column) => column.notNull())
        .addColumn('author_hash', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('signal_author_key', ['submission_id', 'author_hash']),
    ).execute()
    await db.schema
      .createIndex('signal_author_by_hash')
      .on('signal_author')
      .columns(['process_id', 'author_hash'])
      .execute()
    await end(
      db.schema
        .createTable('signal_setting')
        .addColumn('process_id', text, (column) => column.primaryKey().references('process.id'))
        .addColumn('settings', text, (column) => column.notNull())
        .addColumn('version', integer, (column) => column.notNull().defaultTo(1)),
    ).execute()
    await forgetWhatChanged(db, dialect)
  },
}

/**
 * Whatever changes what a signal reads takes the check away, and so asks for another: imports, masking, corrections,
 * undo. A deposit without a check is to be read, so that new ones cost an import nothing.
 */
async function forgetWhatChanged(db: Kysely<unknown>, dialect: DialectFeatures): Promise<void> {
  const columns = [
    'title',
    'body_text',
    'author_name',
    'author_email',
    'author_phone',
    'author_address',
    'theme_id',
    'district_id',
    'address',
    'latitude',
    'longitude',
    'declared_cost_cents',
    'extra',
  ]
  const list = sql.raw(columns.join(', '))
  if (dialect.kind === 'sqlite') {
    const changed = sql.raw(columns.map((column) => `old.${column} is not new.${column}`).join(' or '))
    await sql`create trigger submission_signals_stale after update of ${list} on submission when ${changed}
      begin
        delete from signal_check where submission_id = new.id;
      end`.execute(db)
    return
  }
  const row = (side: string) => sql.raw(columns.map((column) => `${side}.${column}`).join(', '))
  await sql`create function forget_signal_check() returns trigger language plpgsql as $$
    begin
      delete from signal_check where submission_id = new.id;
      return null;
    end $$`.execute(db)
  await sql`create trigger submission_signals_stale after update of ${list} on submission for each row
    when ((${row('old')}) is distinct from (${row('new')}))
    execute function forget_signal_check()`.execute(db)
}
