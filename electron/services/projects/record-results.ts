import { winningStages } from '../../../shared/domain/finance/budget-summary.ts'
import { type Stage, transitionKind } from '../../../shared/domain/lifecycle/stage.ts'
import { sumCents, zeroCents } from '../../../shared/domain/money/cents.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  envelopeOf,
  getProject,
  linkedSubmissionIds,
  type ProjectRecord,
  saveVotersCount,
  updateProject,
} from '../../data/projects/project.repository.ts'
import { listProjects } from '../../data/read-models/project-list.query.ts'
import { findMovable } from '../../data/submissions/stage-move.repository.ts'
import type { Change } from '../call.ts'
import { moveSubmission } from '../lifecycle/move-submission.ts'

interface Result {
  readonly projectId: string
  readonly votes: number
  readonly outcome: 'winner' | 'reserve' | 'not-selected'
}

export interface Results {
  readonly processId: string
  readonly votersCount: number
  readonly results: readonly Result[]
  readonly overrunReason: string
  readonly correctionReason?: string | undefined
}

const countable: readonly string[] = ['on-ballot', 'winner', 'reserve', 'not-selected']

/**
 * Enters the outcome of the vote; what is already so is left alone. I12: all winners of the démarche together cost at
 * most the envelope, unless a reason for the overrun is given. A correction of recorded results needs its reason.
 */
export async function recordResults(change: Change, input: Results): Promise<void> {
  for (const result of input.results) await recordOne(change, input, result)
  const envelope = await envelopeOf(change.trx, input.processId)
  const winners = (await listProjects(change.trx, input.processId)).filter(({ stage }) =>
    winningStages.includes(stage),
  )
  const total = sumCents(winners.map(({ cost }) => cost ?? zeroCents))
  if (envelope !== null && total > envelope && input.overrunReason.trim() === '') {
    throw new AppError('winners-over-envelope', { total, envelope })
  }
  const before = await saveVotersCount(change.trx, input.processId, input.votersCount)
  if (before === input.votersCount) return
  change.record({
    action: 'process.count-voters',
    objectKind: 'process',
    objectId: input.processId,
    objectLabel: String(input.votersCount),
    processId: input.processId,
    before: { votersCount: before },
    after: { votersCount: input.votersCount },
  })
}

async function recordOne(change: Change, input: Results, result: Result): Promise<void> {
  const project = await getProject(change.trx, result.projectId)
  if (project.process_id !== input.processId) throw new AppError('not-found', { object: 'project' })
  if (project.stage === result.outcome && project.votes === result.votes) return
  if (!countable.includes(project.stage)) {
    throw new AppError('transition-not-allowed', {
      reference: `${project.number} ${project.title}`,
      from: project.stage,
      to: result.outcome,
    })
  }
  const corrected = project.votes !== null || project.stage !== 'on-ballot'
  const correctionReason = input.correctionReason ?? ''
  if (corrected && correctionReason.trim() === '')
    throw new AppError('reason-missing', { reference: `${project.number} ${project.title}` })
  const reason = [correctionReason, input.overrunReason].filter((text) => text.trim() !== '').join(' ; ')
  await updateProject(change.trx, project.id, project.version, {
    stage: result.outcome,
    votes: result.votes,
  })
  await moveProposals(change, project, result.outcome, reason)
  change.record({
    action: 'project.result',
    objectKind: 'project',
    objectId: project.id,
    objectLabel: `${project.ballot_number ?? project.number} ${project.title}`,
    processId: project.process_id,
    before: { stage: project.stage, votes: project.votes },
    after: { stage: result.outcome, votes: result.votes },
    reason,
  })
}

/** A corrected outcome goes back over the ballot, so that the history of each proposal says both steps. */
async function moveProposals(
  change: Change,
  project: ProjectRecord,
  outcome: Stage,
  rationale: string,
): Promise<void> {
  for (const submission of await findMovable(change.trx, await linkedSubmissionIds(change.trx, project.id))) {
    // A proposal tied by an import and never admitted here stays where it is.
    if (!countable.includes(submission.stage)) continue
    const direct = submission.stage === outcome || transitionKind(submission.stage, outcome) !== 'none'
    if (!direct) await moveSubmission(change, submission, { to: 'on-ballot', verdict: 'result', rationale })
    const from = direct ? submission : { ...submission, stage: 'on-ballot' as const }
    await moveSubmission(change, from, { to: outcome, verdict: 'result', rationale })
  }
}
