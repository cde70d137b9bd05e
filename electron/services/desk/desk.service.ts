import type { deskContract } from '../../../shared/contract/desk.contract.ts'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { deskSettings, putDeskSettings } from '../../data/processes/desk-setting.repository.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { deskWaiting } from '../../data/read-models/desk-waiting.query.ts'
import { countSubmissions } from '../../data/read-models/submission-list.query.ts'
import { deleteSetAside, findSetAside, putSetAside } from '../../data/submissions/set-aside.repository.ts'
import { findDecidable } from '../../data/submissions/submission.repository.ts'
import type { Service } from '../call.ts'
import { about, submissionTopics } from '../submissions/on-submission.ts'
import { queueFilter } from '../submissions/queue-filter.ts'
import { asideTrace } from './aside-trace.ts'

/** Putting off, awaited completions, counts of the views of the desk. */
export const deskService: Service<typeof deskContract> = {
  counts: async (input, call) =>
    countSubmissions(
      call.database,
      await Promise.all(input.filters.map((filter) => queueFilter(call, filter))),
    ),

  waiting: (input, call) => deskWaiting(call.database.reader, input.submissionId, call.ports.clock.now()),

  setAside: (input, call) =>
    call.change(submissionTopics, async (change) => {
      if (input.untilOn <= localDayOf(change.at, 'Europe/Paris')) throw new AppError('aside-day-past')
      const submissions = await findDecidable(change.trx, input.submissionIds)
      const waiting: readonly string[] = stageGroups.toModerate
      const settled = submissions.find(({ stage }) => !waiting.includes(stage))
      if (settled !== undefined)
        throw new AppError('aside-not-waiting', { reference: settled.reference, stage: settled.stage })
      const before = await findSetAside(change.trx, input.submissionIds)
      const rows = submissions.map((submission) => ({
        id: submission.id,
        submission_id: submission.id,
        until_on: input.untilOn,
        note: input.note,
        set_by: change.person.id,
        set_by_name: change.person.name,
        set_at: change.at,
      }))
      await putSetAside(change.trx, rows)
      for (const [index, submission] of submissions.entries())
        change.record({
          ...about(submission),
          action: 'submission.set-aside',
          before: asideTrace(before.get(submission.id)),
          after: asideTrace(rows[index]),
          reason: input.note,
        })
      return { setAside: submissions.length, reference: submissions[0]?.reference ?? '' }
    }),

  takeBack: (input, call) =>
    call.change(submissionTopics, async (change) => {
      const before = await findSetAside(change.trx, input.submissionIds)
      const submissions = (await findDecidable(change.trx, input.submissionIds)).filter(({ id }) =>
        before.has(id),
      )
      await deleteSetAside(
        change.trx,
        submissions.map(({ id }) => id),
      )
      for (const submission of submissions)
        change.record({
          ...about(submission),
          action: 'submission.take-back',
          before: asideTrace(before.get(submission.id)),
        })
      return { takenBack: submissions.length }
    }),

  settings: (input, call) => deskSettings(call.database.reader, input.processId),

  async saveSettings({ processId, ...settings }, call) {
    await call.change(['desk'], async (change) => {
      const process = await getProcess(change.trx, processId)
      const before = await deskSettings(change.trx, processId)
      await putDeskSettings(change.trx, processId, settings)
      change.record({
        action: 'process.set-desk',
        objectKind: 'process',
        objectId: processId,
        objectLabel: process.title,
        processId,
        before,
        after: settings,
      })
    })
    return deskSettings(call.database.reader, processId)
  },
}
