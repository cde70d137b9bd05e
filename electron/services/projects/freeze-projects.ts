import { transitionKind } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  ballotOrder,
  getProject,
  linkedSubmissionIds,
  nextBallotNumber,
  updateProject,
} from '../../data/projects/project.repository.ts'
import { visaStates } from '../../data/read-models/visa-state.query.ts'
import { findMovable } from '../../data/submissions/stage-move.repository.ts'
import type { Change } from '../call.ts'
import { moveSubmission } from '../lifecycle/move-submission.ts'

/**
 * Settles the list: the projects go on the ballot, numbered by district then by project number, never by support
 * (domain reference §2.6). Entirely or not at all; refuses `visa-missing` naming the projects without a valid visa.
 */
export async function freezeProjects(
  change: Change,
  input: { readonly processId: string; readonly projectIds: readonly string[] },
): Promise<void> {
  const visas = await visaStates(change.trx, { processId: input.processId })
  const projects = []
  for (const projectId of await ballotOrder(change.trx, input.processId, input.projectIds)) {
    projects.push(await getProject(change.trx, projectId))
  }
  if (projects.length !== new Set(input.projectIds).size)
    throw new AppError('not-found', { object: 'project' })
  const missing = projects.filter((project) => visas.get(project.id) !== 'granted')
  if (missing.length > 0) {
    throw new AppError('visa-missing', {
      count: missing.length,
      projects: missing
        .slice(0, 10)
        .map((project) => `${project.number} ${project.title}`)
        .join(' ; '),
    })
  }
  let ballotNumber = await nextBallotNumber(change.trx, input.processId)
  for (const project of projects) {
    if (project.stage !== 'awaiting-visa') {
      throw new AppError('transition-not-allowed', {
        reference: String(project.number),
        from: project.stage,
        to: 'on-ballot',
      })
    }
    await updateProject(change.trx, project.id, project.version, {
      stage: 'on-ballot',
      ballot_number: ballotNumber,
    })
    for (const submission of await findMovable(
      change.trx,
      await linkedSubmissionIds(change.trx, project.id),
    )) {
      // A proposal tied by an import and never admitted here stays where it is.
      if (transitionKind(submission.stage, 'on-ballot') === 'forward')
        await moveSubmission(change, submission, { to: 'on-ballot', verdict: 'ballot' })
    }
    change.record({
      action: 'project.freeze',
      objectKind: 'project',
      objectId: project.id,
      objectLabel: `${project.number} ${project.title}`,
      processId: project.process_id,
      before: { stage: project.stage, ballotNumber: null },
      after: { stage: 'on-ballot', ballotNumber },
    })
    ballotNumber++
  }
}
