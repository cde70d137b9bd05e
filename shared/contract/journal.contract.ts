import { z } from 'zod'
import type { JournalEntry, JournalPage, JournalVerification } from '../read-models/journal.ts'
import { method, output } from './define-contract.ts'
import { filePath, id } from './inputs.ts'

const journalFilter = z.object({
  processId: id.optional(),
  personId: id.optional(),
  action: z.string().max(100).optional(),
  objectId: id.optional(),
  /** Words looked for in the label and the reason. */
  search: z.string().max(300).optional(),
  fromOn: z.iso.date().optional(),
  untilOn: z.iso.date().optional(),
})

/** The append-only record of every change. */
export const journalContract = {
  list: method({
    input: journalFilter.extend({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: output<JournalPage>(),
    permission: 'read-journal',
    writes: false,
  }),
  verify: method({
    input: z.object({}),
    output: output<JournalVerification>(),
    permission: 'read-journal',
    writes: false,
  }),
  /** Writes the filtered journal as a workbook. */
  exportWorkbook: method({
    input: z.object({ path: filePath, filter: journalFilter.default({}) }),
    output: output<{ readonly path: string; readonly bytes: number }>(),
    permission: 'read-journal',
    writes: false,
  }),
  /** Takes back the signed-in person's last undoable act by a compensating entry. `undone` null: nothing to take back. */
  undoLast: method({
    input: z.object({}),
    output: output<{ readonly undone: JournalEntry | null; readonly objects: number }>(),
    permission: 'read',
    writes: true,
  }),
} as const
