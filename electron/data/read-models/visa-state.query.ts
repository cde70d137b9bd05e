import type { Kysely } from 'kysely'
import type { VisaState } from '../../../shared/read-models/project.ts'
import type { Database } from '../database.ts'
import { takenBack } from '../projects/visa.repository.ts'

/** What the last visa of each project says; a visa that fell says `void`. Projects without any are absent. */
export async function visaStates(
  db: Kysely<Database>,
  projectIds: readonly string[] | { readonly processId: string },
): Promise<ReadonlyMap<string, VisaState>> {
  let query = db
    .selectFrom('visa')
    .innerJoin('project', 'project.id', 'visa.project_id')
    .select(['visa.project_id', 'visa.state', 'visa.voided_at'])
    .where((eb) => eb.or([eb('visa.voided_reason', 'is', null), eb('visa.voided_reason', '!=', takenBack)]))
    .orderBy('visa.signed_at')
    .orderBy('visa.id')
  if ('processId' in projectIds) query = query.where('project.process_id', '=', projectIds.processId)
  else if (projectIds.length === 0) return new Map()
  else query = query.where('visa.project_id', 'in', [...projectIds])
  const rows = await query.execute()
  return new Map(
    rows.map((row) => [
      row.project_id,
      row.voided_at !== null ? 'void' : row.state === 'granted' ? 'granted' : 'refused',
    ]),
  )
}
