import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'

export interface Estimator {
  readonly id: string
  readonly name: string
}

/** Everybody who estimated anything behind these projects, or behind all those of a démarche. */
export async function estimatorsOf(
  db: Kysely<Database>,
  projects: readonly string[] | { readonly processId: string },
): Promise<ReadonlyMap<string, readonly Estimator[]>> {
  let query = db
    .selectFrom('project_submission')
    .innerJoin('study', 'study.submission_id', 'project_submission.submission_id')
    .innerJoin('study_estimator', 'study_estimator.study_id', 'study.id')
    .select(['project_submission.project_id', 'study_estimator.person_id', 'study_estimator.person_name'])
    .distinct()
  if ('processId' in projects) query = query.where('study.process_id', '=', projects.processId)
  else if (projects.length === 0) return new Map()
  else query = query.where('project_submission.project_id', 'in', [...projects])
  const byProject = new Map<string, Estimator[]>()
  for (const row of await query.execute()) {
    const list = byProject.get(row.project_id) ?? []
    list.push({ id: row.person_id, name: row.person_name })
    byProject.set(row.project_id, list)
  }
  return byProject
}
