import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database, SetAsideTable } from '../database.ts'
import { chunked } from './submission.repository.ts'

export type SetAsideRecord = Selectable<SetAsideTable>

/** What was put off among these submissions, by submission. */
export async function findSetAside(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, SetAsideRecord>> {
  const found = new Map<string, SetAsideRecord>()
  for (const chunk of chunked(submissionIds)) {
    const rows = await db
      .selectFrom('set_aside')
      .selectAll()
      .where('submission_id', 'in', [...chunk])
      .execute()
    for (const row of rows) found.set(row.submission_id, row)
  }
  return found
}

/** Puts off, each in place of what was said of it before. */
export async function putSetAside(
  trx: Transaction<Database>,
  rows: readonly SetAsideRecord[],
): Promise<void> {
  await deleteSetAside(
    trx,
    rows.map((row) => row.submission_id),
  )
  for (const chunk of chunked(rows, 500))
    await trx
      .insertInto('set_aside')
      .values([...chunk])
      .execute()
}

/** Puts back into the queue. */
export async function deleteSetAside(
  trx: Transaction<Database>,
  submissionIds: readonly string[],
): Promise<void> {
  for (const chunk of chunked(submissionIds))
    await trx
      .deleteFrom('set_aside')
      .where('submission_id', 'in', [...chunk])
      .execute()
}
