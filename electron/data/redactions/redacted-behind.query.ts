import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { chunked } from '../submissions/submission.repository.ts'
import { passagesOf } from './redaction.repository.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The ids of everything that an entry of the journal speaks of: its object, and what its values mention. */
export function mentionedIds(entry: {
  readonly objectId?: string | null | undefined
  readonly before?: unknown
  readonly after?: unknown
}): readonly string[] {
  const values = [entry.before, entry.after].map((value) =>
    typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value),
  )
  const found = values.flatMap((text) => text.match(uuid) ?? [])
  return [...new Set(entry.objectId == null ? found : [entry.objectId, ...found])]
}

/**
 * For each of these objects, the submissions with masked passages whose words it may carry: itself, that of a study,
 * those of a project.
 */
export async function redactedBehind(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const behind = new Map<string, string[]>()
  for (const chunk of chunked(ids)) {
    const submissions = db
      .selectFrom('redaction')
      .where('lifted_at', 'is', null)
      .where('submission_id', 'in', [...chunk])
      .select(['submission_id as object_id', 'submission_id'])
    const projects = db
      .selectFrom('project_submission')
      .innerJoin('redaction', 'redaction.submission_id', 'project_submission.submission_id')
      .where('redaction.lifted_at', 'is', null)
      .where('project_submission.project_id', 'in', [...chunk])
      .select(['project_submission.project_id as object_id', 'redaction.submission_id'])
    const studies = db
      .selectFrom('study')
      .innerJoin('redaction', 'redaction.submission_id', 'study.submission_id')
      .where('redaction.lifted_at', 'is', null)
      .where('study.id', 'in', [...chunk])
      .select(['study.id as object_id', 'redaction.submission_id'])
    const rows = await submissions.union(projects).union(studies).execute()
    for (const { object_id, submission_id } of rows)
      behind.set(object_id, [...(behind.get(object_id) ?? []), submission_id])
  }
  return behind
}

/** Everything that is masked in what one object shows. */
export async function passagesBehind(db: Kysely<Database>, objectId: string): Promise<readonly string[]> {
  const submissions = (await redactedBehind(db, [objectId])).get(objectId) ?? []
  return [...(await passagesOf(db, submissions)).values()].flat()
}
