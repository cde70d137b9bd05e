import { z } from 'zod'
import { readRuns, setAsideStates, writeRuns } from '../../../shared/domain/paper/form-register.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import {
  deleteSetAside,
  getBatch,
  highestKnownForm,
  insertForms,
  setMeetingOfForms,
  updateBatchAt,
} from '../../data/paper/paper-batch.repository.ts'
import { passagesOf } from '../../data/redactions/redaction.repository.ts'
import { getSubmission, updateSubmissions } from '../../data/submissions/submission.repository.ts'
import { plainToRichText } from '../../imports/rich-text/sanitize-rich-text.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { batchColumns, batchFieldsOf } from './batches.ts'
import { expectFree, expectOpen } from './on-batch.ts'

const fields = z.object({
  eventKind: z.string(),
  eventName: z.string(),
  meetingId: z.string().nullable(),
  heldOn: z.string().nullable(),
  place: z.string(),
  collectedBy: z.string(),
  channel: z.string(),
  formCount: z.number(),
  handedOut: z.number().nullable(),
})
const setAside = z.object({ state: z.enum(setAsideStates), forms: z.string() })
const takenBack = setAside.extend({ setAsideReason: z.string() })
const reopened = z.object({ closedAt: z.string(), closedByName: z.string().nullable() })
const corrected = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

function overtaken(entry: JournalEntryTable): AppError {
  return new AppError('undo-overtaken', { object: entry.object_label })
}

function read<S extends z.ZodType>(schema: S, text: string | null): z.output<S> {
  return schema.parse(JSON.parse(text ?? '{}'))
}

async function undoUpdate(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const batch = await getBatch(change.trx, entry.object_id ?? '')
    const before = read(fields, entry.before)
    const after = read(fields, entry.after)
    const same = JSON.stringify(fields.parse(batchFieldsOf(batch))) === JSON.stringify(after)
    if (
      !same ||
      batch.closed_at !== null ||
      before.formCount < (await highestKnownForm(change.trx, batch.id))
    )
      throw overtaken(entry)
    await updateBatchAt(change.trx, batch.id, batch.version, batchColumns(before))
    if (before.meetingId !== after.meetingId) await setMeetingOfForms(change.trx, batch.id, before.meetingId)
  }
}

async function undoSetAside(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const batch = await getBatch(change.trx, entry.object_id ?? '')
    const { state, forms } = read(setAside, entry.after)
    const numbers = readRuns(forms) ?? []
    const removed = await deleteSetAside(change.trx, batch.id, numbers)
    const same = removed.filter((form) => form.state === state && form.reason === entry.reason)
    if (batch.closed_at !== null || writeRuns(same.map(({ number }) => number)) !== forms)
      throw overtaken(entry)
  }
}

async function undoTakeBack(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const batch = await getBatch(change.trx, entry.object_id ?? '')
    const { state, forms, setAsideReason } = read(takenBack, entry.before)
    const numbers = readRuns(forms) ?? []
    expectOpen(batch)
    await expectFree(change, batch, numbers)
    await insertForms(
      change.trx,
      numbers.map((number) => ({
        batchId: batch.id,
        number,
        state,
        reason: setAsideReason,
        byName: change.person.name,
        at: change.at,
      })),
    )
  }
}

async function undoClose(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const batch = await getBatch(change.trx, entry.object_id ?? '')
    if (batch.closed_at !== entry.at) throw overtaken(entry)
    await updateBatchAt(change.trx, batch.id, batch.version, { closed_at: null, closed_by_name: null })
  }
}

async function undoReopen(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const batch = await getBatch(change.trx, entry.object_id ?? '')
    const { closedAt, closedByName } = read(reopened, entry.before)
    if (batch.closed_at !== null) throw overtaken(entry)
    await updateBatchAt(change.trx, batch.id, batch.version, {
      closed_at: closedAt,
      closed_by_name: closedByName,
    })
  }
}

/** Puts mistyped words back; refuses once somebody changed, decided or masked the proposal. */
async function undoCorrection(
  change: Change,
  entries: readonly JournalEntryTable[],
  dialect: DialectFeatures,
): Promise<void> {
  for (const entry of entries) {
    const row = await getSubmission(change.trx, entry.object_id ?? '')
    const after = read(corrected, entry.after)
    const same = Object.entries(after).every(([column, value]) => row[column as keyof typeof row] === value)
    const masked = (await passagesOf(change.trx, [row.id])).get(row.id) !== undefined
    if (!same || masked || row.stage !== 'submitted') throw overtaken(entry)
    const before = read(corrected, entry.before)
    const { body_text: text } = before
    await updateSubmissions(change.trx, [row.id], {
      ...before,
      ...(typeof text === 'string' ? { body: plainToRichText(text) } : {}),
    })
    await dialect.reindexSubmissions(change.trx, [row.id])
  }
}

/** Acts on paper forms that Ctrl+Z takes back. */
export const paperUndoers: Readonly<Record<string, Undoer>> = {
  'paper.update-batch': undoUpdate,
  'paper.set-aside': undoSetAside,
  'paper.take-back': undoTakeBack,
  'paper.close': undoClose,
  'paper.reopen': undoReopen,
  'submission.correct': undoCorrection,
}
