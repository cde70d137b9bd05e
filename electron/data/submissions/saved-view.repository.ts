import type { Kysely, Transaction } from 'kysely'
import type { SavedView } from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'

/** Views of a démarche that this person sees: the shared ones, then their own. */
export async function listSavedViews(
  db: Kysely<Database>,
  processId: string,
  personId: string,
): Promise<readonly SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .selectAll()
    .where('process_id', '=', processId)
    .where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', personId)]))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    query: row.query,
    position: row.position,
    version: row.version,
  }))
}

/** Writes a view, new or known. */
export async function putSavedView(
  trx: Transaction<Database>,
  view: {
    id: string
    processId: string
    ownerId: string | null
    name: string
    query: string
    position: number
  },
): Promise<void> {
  await trx
    .insertInto('saved_view')
    .values({
      id: view.id,
      process_id: view.processId,
      owner_id: view.ownerId,
      name: view.name,
      query: view.query,
      position: view.position,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ name: view.name, query: view.query, owner_id: view.ownerId }),
    )
    .execute()
}

/** Deletes a view. */
export async function deleteSavedView(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('saved_view').where('id', '=', id).execute()
}
