import type { Kysely } from 'kysely'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { DistributionPreview } from '../../../shared/read-models/team.ts'
import type { Database } from '../../data/database.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { updateSubmissions } from '../../data/submissions/submission.repository.ts'
import { rememberTurn } from '../../data/team/team-setting.repository.ts'
import { listUnassigned } from '../../data/team/unassigned.query.ts'
import type { Change } from '../call.ts'
import { about } from '../submissions/on-submission.ts'
import { type OpenedDistributor, openDistributor } from './open-distributor.ts'

type Waiting = Awaited<ReturnType<typeof listUnassigned>>[number]

interface Plan {
  readonly opened: OpenedDistributor
  readonly takers: readonly { readonly submission: Waiting; readonly personId: string | null }[]
  readonly preview: DistributionPreview
}

async function plan(db: Kysely<Database>, processId: string, now: string): Promise<Plan> {
  const opened = await openDistributor(db, processId, now)
  const waiting = await listUnassigned(db, processId)
  const takers = waiting.map((submission) => ({
    submission,
    personId: opened.distributor.next({
      id: submission.id,
      districtId: submission.district_id,
      themeId: submission.theme_id,
      authorName: submission.author_name,
    }),
  }))
  const { given } = opened.distributor
  return {
    opened,
    takers,
    preview: {
      total: waiting.length,
      left: takers.filter(({ personId }) => personId === null).length,
      shares: [...given].map(([personId, count]) => ({
        personId,
        name: opened.nameOf(personId),
        openBefore: opened.openBefore.get(personId) ?? 0,
        given: count,
      })),
    },
  }
}

/** Who would get how many; the plan itself, without a trace. */
export async function previewDistribution(
  db: Kysely<Database>,
  processId: string,
  now: string,
): Promise<DistributionPreview> {
  return (await plan(db, processId, now)).preview
}

/** Gives out what nobody has taken: one journal act with an entry per proposal, so that undo gives each back. */
export async function distribute(
  change: Change,
  processId: string,
  expected: number,
): Promise<DistributionPreview> {
  const { opened, takers, preview } = await plan(change.trx, processId, change.at)
  if (preview.total !== expected) throw new AppError('changed-meanwhile')
  if (preview.shares.length === 0) throw new AppError('nothing-to-distribute')
  for (const [personId, group] of Map.groupBy(takers, (taker) => taker.personId)) {
    if (personId === null) continue
    const ids = group.map(({ submission }) => submission.id)
    await updateSubmissions(change.trx, ids, { assignee_id: personId })
  }
  const { settings, distributor, nameOf } = opened
  await rememberTurn(change.trx, processId, distributor.lastInTurnId)
  const process = await getProcess(change.trx, processId)
  change.record({
    action: 'team.distribute',
    objectKind: 'process',
    objectId: process.id,
    objectLabel: process.title,
    processId: process.id,
    before: { lastInTurnId: settings.lastInTurnId },
    after: {
      lastInTurnId: distributor.lastInTurnId,
      shares: preview.shares.map(({ personId, given }) => ({ person: nameOf(personId), count: given })),
    },
  })
  for (const { submission, personId } of takers) {
    if (personId === null) continue
    change.record({
      ...about(submission),
      action: 'submission.assign',
      before: { assigneeId: null },
      after: { assigneeId: personId },
    })
  }
  return preview
}
