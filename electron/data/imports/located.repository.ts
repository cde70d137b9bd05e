import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../database.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** Projects of a démarche that have a place and no district. */
export async function locatedWithoutDistrict(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly { readonly id: string; readonly longitude: number; readonly latitude: number }[]> {
  const rows = await db
    .selectFrom('project')
    .select(['id', 'longitude', 'latitude'])
    .where('process_id', '=', processId)
    .where('district_id', 'is', null)
    .where('longitude', 'is not', null)
    .where('latitude', 'is not', null)
    .$narrowType<{ longitude: number; latitude: number }>()
    .execute()
  return rows
}

/** Puts projects into a district. */
export async function setDistrict(
  trx: Transaction<Database>,
  ids: readonly string[],
  districtId: string,
): Promise<void> {
  for (const chunk of chunked(ids)) {
    await trx
      .updateTable('project')
      .set((eb) => ({ district_id: districtId, version: eb('version', '+', 1) }))
      .where('id', 'in', [...chunk])
      .execute()
  }
}
