import { z } from 'zod'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import { putDeskSettings } from '../../data/processes/desk-setting.repository.ts'
import { deleteSetAside, findSetAside, putSetAside } from '../../data/submissions/set-aside.repository.ts'
import { findDecidable } from '../../data/submissions/submission.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { asideTrace } from './aside-trace.ts'

export const setAsideTrace = z.object({
  untilOn: z.string(),
  note: z.string(),
  setBy: z.string(),
  setByName: z.string(),
  setAt: z.string(),
})

/** Puts off again what was, and back into the queue what was not. */
export async function restoreSetAside(
  change: Change,
  before: ReadonlyMap<string, z.output<typeof setAsideTrace> | undefined>,
): Promise<void> {
  await deleteSetAside(change.trx, [...before.keys()])
  await putSetAside(
    change.trx,
    [...before].flatMap(([submissionId, aside]) =>
      aside === undefined
        ? []
        : [
            {
              // One for each proposal: what is masked in its note is known by this name.
              id: submissionId,
              submission_id: submissionId,
              until_on: aside.untilOn,
              note: aside.note,
              set_by: aside.setBy,
              set_by_name: aside.setByName,
              set_at: aside.setAt,
            },
          ],
    ),
  )
}

/** Puts off as before; refuses what somebody has put off otherwise, taken back or decided since. */
async function undoSetAside(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  const ids = entries.map((entry) => entry.object_id ?? '')
  const present = await findSetAside(change.trx, ids)
  const stages = new Map((await findDecidable(change.trx, ids)).map(({ id, stage }) => [id, stage]))
  const waiting: readonly string[] = stageGroups.toModerate
  for (const entry of entries) {
    const now = asideTrace(present.get(entry.object_id ?? ''))
    const after = entry.after === null ? undefined : setAsideTrace.parse(JSON.parse(entry.after))
    const same = now?.setAt === after?.setAt && now?.untilOn === after?.untilOn
    const fits = entry.before === null || waiting.includes(stages.get(entry.object_id ?? '') ?? '')
    if (!same || !fits) throw new AppError('undo-overtaken', { object: entry.object_label })
  }
  await restoreSetAside(
    change,
    new Map(
      entries.map((entry) => [
        entry.object_id ?? '',
        entry.before === null ? undefined : setAsideTrace.parse(JSON.parse(entry.before)),
      ]),
    ),
  )
}

const settings = z.object({ completionDays: z.number() })

async function undoSettings(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries)
    await putDeskSettings(
      change.trx,
      entry.process_id ?? '',
      settings.parse(JSON.parse(entry.before ?? '{}')),
    )
}

/** Acts of the desk that Ctrl+Z takes back. */
export const deskUndoers: Readonly<Record<string, Undoer>> = {
  'submission.set-aside': undoSetAside,
  'submission.take-back': undoSetAside,
  'process.set-desk': undoSettings,
}
