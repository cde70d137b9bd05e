import type { Kysely } from 'kysely'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { Database } from '../database.ts'

/** A submission of a Decidim platform with the last motivated answer in force. */
export interface PlatformAnswer {
  readonly reference: string
  readonly platformId: string | null
  readonly componentId: string | null
  readonly stage: Stage
  readonly answer: { readonly format: 'text'; readonly content: string }
}

/** Every submission by number, with what its proposer is to be told: the study's answer, else the last decision's. */
export async function platformAnswers(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly PlatformAnswer[]> {
  const rows = await db
    .selectFrom('submission')
    .leftJoin('study', 'study.submission_id', 'submission.id')
    .where('submission.process_id', '=', processId)
    .select([
      'submission.id',
      'submission.reference',
      'submission.source',
      'submission.external_id',
      'submission.component_id',
      'submission.stage',
      'study.answer',
    ])
    .orderBy('submission.number')
    .execute()
  const decisions = await db
    .selectFrom('decision')
    .innerJoin('submission', 'submission.id', 'decision.submission_id')
    .where('submission.process_id', '=', processId)
    .where('decision.undone_at', 'is', null)
    .where('decision.rationale', '!=', '')
    .select(['decision.submission_id', 'decision.rationale'])
    .orderBy('decision.id')
    .execute()
  const rationale = new Map(decisions.map((decision) => [decision.submission_id, decision.rationale]))
  return rows.map((row) => ({
    reference: row.reference,
    platformId: row.source.startsWith('decidim') ? row.external_id : null,
    componentId: row.component_id,
    stage: row.stage as Stage,
    answer: {
      format: 'text',
      content: row.answer === null || row.answer === '' ? (rationale.get(row.id) ?? '') : row.answer,
    },
  }))
}
