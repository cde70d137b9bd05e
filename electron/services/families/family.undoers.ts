import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { findAgreement, putAgreement } from '../../data/families/agreement.repository.ts'
import {
  deleteNotDuplicate,
  findNotDuplicate,
  insertNotDuplicate,
} from '../../data/families/not-duplicate.repository.ts'
import { deleteSupportersOfImport } from '../../data/families/supporter.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { agreementTraceSchema } from './agreement-trace.ts'
import { judgementTraceSchema } from './judgement-trace.ts'
import { refreshCopies } from './refresh-copies.ts'

const leadOnly = z.object({ leadId: z.string() })
const imported = z.object({ importId: z.string() })

async function undoJudgement(
  change: Change,
  entries: readonly JournalEntryTable[],
  dialect: DialectFeatures,
): Promise<void> {
  for (const entry of entries) {
    const { id, aId, bId } = judgementTraceSchema.parse(JSON.parse(entry.after ?? '{}'))
    const row = await findNotDuplicate(change.trx, aId, bId)
    if (row?.id !== id) throw new AppError('undo-overtaken', { object: entry.object_label })
    await deleteNotDuplicate(change.trx, row)
    await refreshCopies(change, dialect, [aId, bId])
  }
}

async function undoTakingBack(
  change: Change,
  entries: readonly JournalEntryTable[],
  dialect: DialectFeatures,
): Promise<void> {
  for (const entry of entries) {
    const judgement = judgementTraceSchema.parse(JSON.parse(entry.before ?? '{}'))
    if ((await findNotDuplicate(change.trx, judgement.aId, judgement.bId)) !== undefined)
      throw new AppError('undo-overtaken', { object: entry.object_label })
    await insertNotDuplicate(change.trx, {
      id: judgement.id,
      a_id: judgement.aId,
      b_id: judgement.bId,
      reason: judgement.reason,
      decided_by_name: judgement.decidedByName,
      decided_at: judgement.decidedAt,
    })
    await refreshCopies(change, dialect, [judgement.aId, judgement.bId])
  }
}

async function undoAgreement(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const submissionId = entry.object_id ?? ''
    const after: unknown = JSON.parse(entry.after ?? '{}')
    const before = entry.before === null ? undefined : agreementTraceSchema.parse(JSON.parse(entry.before))
    const { leadId } = leadOnly.parse(after)
    const now = await findAgreement(change.trx, submissionId, leadId)
    const written = agreementTraceSchema.safeParse(after).data
    if (now?.recorded_at !== written?.recordedAt || now?.state !== written?.state)
      throw new AppError('undo-overtaken', { object: entry.object_label })
    await putAgreement(
      change.trx,
      submissionId,
      leadId,
      before === undefined
        ? undefined
        : {
            id: before.id,
            submission_id: submissionId,
            lead_id: before.leadId,
            state: before.state,
            asked_on: before.askedOn,
            answered_on: before.answeredOn,
            means: before.means,
            note: before.note,
            recorded_by_name: before.recordedByName,
            recorded_at: before.recordedAt,
          },
    )
  }
}

async function undoSupporters(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries)
    await deleteSupportersOfImport(change.trx, imported.parse(JSON.parse(entry.after ?? '{}')).importId)
}

/** Acts on pairs and families that Ctrl+Z takes back; grouping itself is a decision like others. */
export const familyUndoers: Readonly<Record<string, Undoer>> = {
  'pair.not-duplicate': undoJudgement,
  'pair.maybe-duplicate': undoTakingBack,
  'family.agreement': undoAgreement,
  'supporter.import': undoSupporters,
}
