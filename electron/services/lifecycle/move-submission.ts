import { type Stage, transitionKind } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  applyDecision,
  currentRulebookId,
  type MovableSubmission,
} from '../../data/submissions/stage-move.repository.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'

export interface Step {
  readonly to: Stage
  readonly verdict: 'study' | 'visa' | 'ballot' | 'result'
  readonly rationale?: string
}

/**
 * Takes a submission one step further (or back) along its life and leaves a decision behind, under the rules in
 * force. Staying where it is does nothing. Refuses `transition-not-allowed`, and `reason-missing` for a backward
 * step without a word of why. Answers the id of the decision, if there was a step.
 */
export async function moveSubmission(
  change: Change,
  submission: MovableSubmission,
  step: Step,
): Promise<string | undefined> {
  if (submission.stage === step.to) return undefined
  const kind = transitionKind(submission.stage, step.to)
  if (kind === 'none') {
    throw new AppError('transition-not-allowed', {
      reference: submission.reference,
      from: submission.stage,
      to: step.to,
    })
  }
  const rationale = step.rationale?.trim() ?? ''
  if (kind === 'backward' && rationale === '')
    throw new AppError('reason-missing', { reference: submission.reference })
  const decisionId = newId()
  await applyDecision(change.trx, {
    id: decisionId,
    submissionId: submission.id,
    verdict: step.verdict,
    from: submission.stage,
    to: step.to,
    reasons: [],
    rationale,
    rulebookId: await currentRulebookId(change.trx, submission.process_id),
    personId: change.person.id,
    personName: change.person.name,
    at: change.at,
  })
  return decisionId
}
