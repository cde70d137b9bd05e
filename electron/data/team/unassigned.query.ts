import type { Kysely } from 'kysely'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import type { Database } from '../database.ts'

/** Proposals of a démarche that wait for a decision and that nobody has taken, by number. */
export function listUnassigned(db: Kysely<Database>, processId: string) {
  return db
    .selectFrom('submission')
    .where('process_id', '=', processId)
    .where('stage', 'in', [...stageGroups.toModerate])
    .where('assignee_id', 'is', null)
    .select(['id', 'process_id', 'reference', 'title', 'district_id', 'theme_id', 'author_name'])
    .orderBy('number')
    .execute()
}
