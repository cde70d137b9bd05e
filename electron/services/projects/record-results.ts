import { AppError } from '../../../shared/errors/app-error.ts'
import {
  envelopeOf,
  getProject,
  linkedSubmissionIds,
  saveVotersCount,
  updateProject,
} from '../../data/projects/project.repository.ts'
import { projectFigures } from '../../data/projects/project-figures.repository.ts'
import { findMovable } from '../../data/submissions/stage-move.repository.ts'
import type { Change } from '../call.ts'
import { costOf } from '../finance/figures-hash.ts'
import { moveSubmission } from '../lifecycle/move-submission.ts'

export interface Results {
  readonly processId: string
  readonly votersCount: number
  readonly results: readonly {
    readonly projectId: string
    readonly votes: number
    readonly outcome: 'winner' | 'reserve' | 'not-selected'
  }[]
  readonly overrunReason: string
}

/** Enters the outcome of the vote. I12: winners cost at most the envelope, unless a reason for the overrun is given. */
export async function recordResults(change: Change, input: Results): Promise<void> {
  const envelope = await envelopeOf(change.trx, input.processId)
  let winnersCost = 0
  for (const result of input.results) {
    const project = await getProject(change.trx, result.projectId)
    if (project.process_id !== input.processId) throw new AppError('not-found', { object: 'project' })
    if (result.outcome === 'winner') winnersCost += costOf(await projectFigures(change.trx, project.id)) ?? 0
    await updateProject(change.trx, project.id, project.version, {
      stage: result.outcome,
      votes: result.votes,
    })
    for (const submission of await findMovable(
      change.trx,
      await linkedSubmissionIds(change.trx, project.id),
    )) {
      await moveSubmission(change, submission, {
        to: result.outcome,
        verdict: 'result',
        rationale: input.overrunReason,
      })
    }
    change.record({
      action: 'project.result',
      objectKind: 'project',
      objectId: project.id,
      objectLabel: `${project.ballot_number ?? project.number} ${project.title}`,
      processId: project.process_id,
      before: { stage: project.stage, votes: project.votes },
      after: { stage: result.outcome, votes: result.votes },
      reason: input.overrunReason,
    })
  }
  if (envelope !== null && winnersCost > envelope && input.overrunReason.trim() === '') {
    throw new AppError('winners-over-envelope', { total: winnersCost, envelope })
  }
  await saveVotersCount(change.trx, input.processId, input.votersCount)
}
