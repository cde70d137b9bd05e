import { z } from 'zod'
import type { JournalEntryTable } from '../../data/database.ts'
import { putDeskSettings } from '../../data/processes/desk-setting.repository.ts'
import { deleteSetAside, putSetAside } from '../../data/submissions/set-aside.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { newId } from '../new-id.ts'

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
              id: newId(),
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

async function undoSetAside(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
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
