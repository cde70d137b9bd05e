import type { Kysely, Transaction } from 'kysely'
import type { Database, NotDuplicateTable } from '../database.ts'

/** Two proposals in the order in which pairs keep them. */
export function inOrder(one: string, other: string): { readonly a: string; readonly b: string } {
  return one < other ? { a: one, b: other } : { a: other, b: one }
}

/** What was judged of a pair, if anything. */
export function findNotDuplicate(
  db: Kysely<Database>,
  one: string,
  other: string,
): Promise<NotDuplicateTable | undefined> {
  const { a, b } = inOrder(one, other)
  return db
    .selectFrom('not_duplicate')
    .selectAll()
    .where('a_id', '=', a)
    .where('b_id', '=', b)
    .executeTakeFirst()
}

/** Remembers that two proposals are two. */
export async function insertNotDuplicate(trx: Transaction<Database>, row: NotDuplicateTable): Promise<void> {
  await trx.insertInto('not_duplicate').values(row).execute()
  await trx
    .updateTable('similar_pair')
    .set({ settled: 1 })
    .where('a_id', '=', row.a_id)
    .where('b_id', '=', row.b_id)
    .execute()
}

/** Forgets it; the pair is open again, unless the two are of one family. */
export async function deleteNotDuplicate(
  trx: Transaction<Database>,
  row: Pick<NotDuplicateTable, 'id' | 'a_id' | 'b_id'>,
): Promise<void> {
  await trx.deleteFrom('not_duplicate').where('id', '=', row.id).execute()
  const leads = await trx
    .selectFrom('submission')
    .select((eb) => eb.fn.coalesce('merged_into_id', 'id').as('lead'))
    .where('id', 'in', [row.a_id, row.b_id])
    .distinct()
    .execute()
  await trx
    .updateTable('similar_pair')
    .set({ settled: leads.length === 1 ? 1 : 0 })
    .where('a_id', '=', row.a_id)
    .where('b_id', '=', row.b_id)
    .execute()
}
