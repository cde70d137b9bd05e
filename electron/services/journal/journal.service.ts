import { contract } from '../../../shared/contract/contract.ts'
import type { journalContract } from '../../../shared/contract/journal.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { markUndone, nextSequence, verifyJournal } from '../../data/journal/journal.repository.ts'
import { lastUndoableAct, listJournal, toJournalEntry } from '../../data/journal/journal-list.query.ts'
import { maskEntries } from '../../data/journal/mask-entries.ts'
import type { Service } from '../call.ts'
import { exportJournal } from './export-journal.ts'
import { undoers } from './undoers.ts'

/** What is taken back may be anything. */
const topics = Object.keys(contract)

/** The append-only record of every change. */
export const journalService: Service<typeof journalContract> = {
  list: ({ offset, limit, ...filter }, call) => listJournal(call.database.reader, filter, offset, limit),

  verify: (_input, call) => verifyJournal(call.database.reader),

  exportWorkbook: (input, call) => exportJournal(call, input.path, input.filter),

  async undoLast(_input, call) {
    const person = call.actor()
    const undoable = Object.keys(undoers)
    if ((await lastUndoableAct(call.database.reader, person.id, undoable)).length === 0)
      return { undone: null, objects: 0 }
    return call.change(topics, async (change) => {
      const entries = (await lastUndoableAct(change.trx, person.id, undoable)).filter(
        (entry) => undoers[entry.action] !== undefined,
      )
      const first = entries[0]
      if (first === undefined) return { undone: null, objects: 0 }
      for (const [action, group] of Map.groupBy(entries, (entry) => entry.action)) {
        const undoer = undoers[action]
        if (undoer === undefined) throw new AppError('not-found', { object: 'undo' })
        await undoer(change, group, call.database.dialect).catch(async (error: unknown) => {
          // The refusal names the object as it may be read now.
          const [shown] = await maskEntries(call.database.reader, group.slice(0, 1).map(toJournalEntry))
          const overtaken = error instanceof AppError && error.code === 'undo-overtaken'
          throw overtaken ? new AppError('undo-overtaken', { object: shown?.objectLabel ?? '' }) : error
        })
      }
      // The mark points at the first entry that this act will write.
      await markUndone(change.trx, first.act_id, await nextSequence(change.trx))
      for (const entry of entries) {
        change.record({
          action: `${entry.action}.undo`,
          objectKind: entry.object_kind,
          objectId: entry.object_id ?? undefined,
          objectLabel: entry.object_label,
          processId: entry.process_id ?? undefined,
          before: entry.after === null ? undefined : JSON.parse(entry.after),
          after: entry.before === null ? undefined : JSON.parse(entry.before),
          undoesSequence: entry.sequence,
        })
      }
      const [undone = null] = await maskEntries(change.trx, [toJournalEntry(first)])
      return { undone, objects: entries.length }
    })
  },
}
