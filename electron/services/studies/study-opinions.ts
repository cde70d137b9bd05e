import type { studiesContract } from '../../../shared/contract/studies.contract.ts'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ServiceOpinion } from '../../../shared/read-models/study.ts'
import {
  deleteOpinion,
  insertOpinion,
  listOpinions,
  timeZoneOfStudy,
  updateOpinion,
  updateStudy,
} from '../../data/studies/study.repository.ts'
import type { Change, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { about, type OpenedStudy, onStudy } from './on-study.ts'

/** Opinions belong to the study: writing one makes a new version of it, and `version` says which one was read. */
async function nextVersion(
  change: Change,
  { study }: OpenedStudy,
  version: number | undefined,
): Promise<void> {
  await updateStudy(change.trx, study.id, version ?? study.version, {})
}

async function opinionOf(change: Change, studyId: string, opinionId: string): Promise<ServiceOpinion> {
  const opinion = (await listOpinions(change.trx, studyId)).find(({ id }) => id === opinionId)
  if (opinion === undefined) throw new AppError('not-found', { object: 'opinion' })
  return opinion
}

/** The services consulted on a proposal: asking, giving, taking the request back. */
export const studyOpinions: Pick<
  Service<typeof studiesContract>,
  'askOpinion' | 'giveOpinion' | 'removeOpinion'
> = {
  askOpinion: (input, call) =>
    onStudy(call, input.studyId, async (change, opened) => {
      const opinion = {
        id: newId(),
        department: input.department,
        requestedOn: localDayOf(change.at, await timeZoneOfStudy(change.trx, input.studyId)),
        dueOn: input.dueOn,
      }
      await nextVersion(change, opened, input.version)
      await insertOpinion(change.trx, input.studyId, opinion)
      const { id: opinionId, ...after } = opinion
      change.record({
        ...about(input.studyId, opened.submission),
        action: 'study.ask-opinion',
        after: { opinionId, ...after },
      })
    }),

  giveOpinion: (input, call) =>
    onStudy(call, input.studyId, async (change, opened) => {
      const { opinionId, opinion, comment, givenOn } = input
      const before = await opinionOf(change, input.studyId, opinionId)
      if (before.opinion === opinion && before.comment === comment && before.givenOn === givenOn) return
      await nextVersion(change, opened, input.version)
      await updateOpinion(change.trx, opinionId, {
        opinion,
        comment,
        givenOn,
        personId: change.person.id,
        personName: change.person.name,
      })
      change.record({
        ...about(input.studyId, opened.submission),
        action: 'study.give-opinion',
        before: {
          opinionId,
          department: before.department,
          opinion: before.opinion,
          comment: before.comment,
          givenOn: before.givenOn,
          givenByName: before.givenByName,
        },
        after: {
          opinionId,
          department: before.department,
          opinion,
          comment,
          givenOn,
          givenByName: change.person.name,
        },
      })
    }),

  removeOpinion: (input, call) =>
    onStudy(call, input.studyId, async (change, opened) => {
      const { id: opinionId, ...before } = await opinionOf(change, input.studyId, input.opinionId)
      await nextVersion(change, opened, input.version)
      await deleteOpinion(change.trx, opinionId)
      change.record({
        ...about(input.studyId, opened.submission),
        action: 'study.remove-opinion',
        before: { opinionId, ...before },
      })
    }),
}
