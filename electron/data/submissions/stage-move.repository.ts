import type { Transaction } from 'kysely'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { Database } from '../database.ts'

/** What a step of the life of a proposal needs to know of it. */
export interface MovableSubmission {
  readonly id: string
  readonly process_id: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly stage: Stage
  readonly author_name: string | null
  readonly created_by: string | null
}

/** Submissions by id, in the order of their numbers; missing ones are simply not there. */
export async function findMovable(
  trx: Transaction<Database>,
  ids: readonly string[],
): Promise<readonly MovableSubmission[]> {
  if (ids.length === 0) return []
  return trx
    .selectFrom('submission')
    .select(['id', 'process_id', 'number', 'reference', 'title', 'stage', 'author_name', 'created_by'])
    .where('id', 'in', [...ids])
    .orderBy('number')
    .$narrowType<{ stage: Stage }>()
    .execute()
}

/** The rules in force of a démarche: every decision carries their id (I4). */
export async function currentRulebookId(trx: Transaction<Database>, processId: string): Promise<string> {
  const row = await trx
    .selectFrom('rulebook')
    .select('id')
    .where('process_id', '=', processId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.id
}

export interface DecisionRow {
  readonly id: string
  readonly submissionId: string
  readonly verdict: string
  readonly from: Stage
  readonly to: Stage
  readonly reasons: readonly string[]
  readonly rationale: string
  readonly rulebookId: string
  readonly personId: string
  readonly personName: string
  readonly at: string
}

/** Writes a decision and the stage it leads to, together. */
export async function applyDecision(trx: Transaction<Database>, row: DecisionRow): Promise<void> {
  await trx
    .insertInto('decision')
    .values({
      id: row.id,
      submission_id: row.submissionId,
      verdict: row.verdict,
      from_stage: row.from,
      to_stage: row.to,
      reasons: JSON.stringify(row.reasons),
      rationale: row.rationale,
      redirected_to: null,
      checklist: '{}',
      rulebook_id: row.rulebookId,
      decided_by: row.personId,
      decided_by_name: row.personName,
      decided_at: row.at,
      undone_at: null,
      reply_by_on: null,
    })
    .execute()
  await trx
    .updateTable('submission')
    .set((eb) => ({ stage: row.to, stage_changed_at: row.at, version: eb('version', '+', 1) }))
    .where('id', '=', row.submissionId)
    .execute()
}
