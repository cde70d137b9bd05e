import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { DecidableSubmission } from '../../data/submissions/submission.repository.ts'

/** Why one submission cannot be grouped under another: itself, a closed or already grouped lead, another démarche. */
export function mergeRefusal(
  submission: DecidableSubmission,
  into: DecidableSubmission,
): AppError | undefined {
  const about = { reference: submission.reference, into: into.reference }
  if (submission.id === into.id || submission.process_id !== into.process_id)
    return new AppError('merge-impossible', about)
  const closed: readonly string[] = [...stageGroups.closed, ...stageGroups.onBallot]
  return closed.includes(into.stage) ? new AppError('merge-impossible', about) : undefined
}
