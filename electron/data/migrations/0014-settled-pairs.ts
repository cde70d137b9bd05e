import { type Kysely, sql } from 'kysely'
import type { DialectFeatures } from '../dialects/dialect.ts'
import type { Migration } from './migration.ts'

/** Pairs know themselves whether anything is left to judge of them: lists and counts ask no other table. */
export const settledPairs: Migration = {
  number: 14,
  name: 'settled-pairs',
  async up(db, dialect) {
    const { integer } = dialect.columnTypes
    await db.schema.dropIndex('similar_pair_by_score').execute()
    await db.schema
      .alterTable('similar_pair')
      .addColumn('settled', integer, (column) => column.notNull().defaultTo(0))
      .execute()
    // Pairs are worked out from the texts: the next search writes them anew, with what is known of each.
    await sql`delete from similar_pair`.execute(db)
    await sql`update comparison set compared_at = null`.execute(db)
    await followFamilies(db, dialect)
  },
}

/** Grouping, parting, undoing: whatever moves a proposal between families settles its pairs, or opens them again. */
async function followFamilies(db: Kysely<unknown>, dialect: DialectFeatures): Promise<void> {
  const settle = sql`update similar_pair set settled = case
      when exists (select 1 from not_duplicate n where n.a_id = similar_pair.a_id and n.b_id = similar_pair.b_id)
        or (select coalesce(s.merged_into_id, s.id) from submission s where s.id = similar_pair.a_id)
         = (select coalesce(s.merged_into_id, s.id) from submission s where s.id = similar_pair.b_id)
      then 1 else 0 end
    where a_id = new.id or b_id = new.id;`
  if (dialect.kind === 'sqlite') {
    await sql`create trigger submission_family_changed after update of merged_into_id on submission
      when old.merged_into_id is not new.merged_into_id begin ${settle} end`.execute(db)
    return
  }
  await sql`create function settle_pairs_of_family() returns trigger language plpgsql as $$
    begin ${settle} return null; end $$`.execute(db)
  await sql`create trigger submission_family_changed after update of merged_into_id on submission for each row
    when (old.merged_into_id is distinct from new.merged_into_id)
    execute function settle_pairs_of_family()`.execute(db)
}
