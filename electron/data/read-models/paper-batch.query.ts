import type { Kysely } from 'kysely'
import type { EventKind } from '../../../shared/domain/paper/event-kind.ts'
import { controlTotals, type FormState, missingNumbers } from '../../../shared/domain/paper/form-register.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type {
  EnteredForms,
  PaperBatch,
  PaperBatchDetail,
  PaperOrigin,
  PaperScan,
} from '../../../shared/read-models/paper.ts'
import type { Channel } from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'

/** Batches with their meeting, where there is one. */
function batches(db: Kysely<Database>) {
  return db
    .selectFrom('paper_batch')
    .leftJoin('meeting', 'meeting.id', 'paper_batch.meeting_id')
    .selectAll('paper_batch')
    .select('meeting.title as meeting_title')
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>

function toBatch(
  row: BatchRow,
  forms: readonly { readonly number: number; readonly state: string }[],
): PaperBatch {
  return {
    id: row.id,
    processId: row.process_id,
    code: row.code,
    eventKind: row.event_kind as EventKind,
    eventName: row.meeting_title ?? row.event_name,
    meetingId: row.meeting_title === null ? null : row.meeting_id,
    heldOn: row.held_on,
    place: row.place,
    collectedBy: row.collected_by,
    channel: row.channel as Channel,
    totals: controlTotals(
      row.form_count,
      forms.map(({ number, state }) => ({ number, state: state as FormState })),
    ),
    handedOut: row.handed_out,
    closedAt: row.closed_at,
    closedByName: row.closed_by_name,
    version: row.version,
  }
}

/** Batches of a démarche, the latest event first; those without a date after the others. */
export async function listBatches(db: Kysely<Database>, processId: string): Promise<readonly PaperBatch[]> {
  const rows = await batches(db)
    .where('paper_batch.process_id', '=', processId)
    .orderBy('paper_batch.held_on', (order) => order.desc().nullsLast())
    .orderBy('paper_batch.created_at', 'desc')
    .execute()
  const forms = await db
    .selectFrom('paper_form')
    .innerJoin('paper_batch', 'paper_batch.id', 'paper_form.batch_id')
    .select(['paper_form.batch_id', 'paper_form.number', 'paper_form.state'])
    .where('paper_batch.process_id', '=', processId)
    .execute()
  const byBatch = Map.groupBy(forms, (form) => form.batch_id)
  return rows.map((row) => toBatch(row, byBatch.get(row.id) ?? []))
}

/** One batch with what became of each form. `withScans`: whether whoever asks may see scans. Refuses `not-found`. */
export async function batchDetail(
  db: Kysely<Database>,
  batchId: string,
  withScans: boolean,
): Promise<PaperBatchDetail> {
  const row = await batches(db).where('paper_batch.id', '=', batchId).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'batch' })
  const forms = await db
    .selectFrom('paper_form')
    .leftJoin('submission', 'submission.id', 'paper_form.submission_id')
    .leftJoin('receipt', 'receipt.submission_id', 'paper_form.submission_id')
    .selectAll('paper_form')
    .select(['submission.reference', 'submission.title', 'receipt.made_at'])
    .where('paper_form.batch_id', '=', batchId)
    .orderBy('paper_form.number')
    .execute()
  return {
    ...toBatch(row, forms),
    missing: missingNumbers(
      row.form_count,
      forms.map(({ number }) => number),
    ),
    forms: forms.map((form) => ({
      number: form.number,
      state: form.state as FormState,
      submissionId: form.submission_id,
      reference: form.reference,
      title: form.title,
      reason: form.reason,
      recordedByName: form.recorded_by_name,
      recordedAt: form.recorded_at,
      receiptAt: form.made_at,
    })),
    scans: withScans ? await scansOf(db, batchId) : [],
  }
}

async function scansOf(db: Kysely<Database>, batchId: string): Promise<readonly PaperScan[]> {
  const rows = await db
    .selectFrom('paper_scan')
    .innerJoin('attachment', 'attachment.id', 'paper_scan.attachment_id')
    .select([
      'attachment.id',
      'attachment.file_name',
      'attachment.media_type',
      'attachment.bytes',
      'paper_scan.form_number',
    ])
    .where('paper_scan.batch_id', '=', batchId)
    .orderBy('paper_scan.form_number', (order) => order.asc().nullsFirst())
    .orderBy('attachment.added_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    formNumber: row.form_number,
  }))
}

/** Proposals typed from a batch, or by hand outside of any batch. */
function entered(db: Kysely<Database>, processId: string, batchId: string | null) {
  const query = db
    .selectFrom('submission')
    .leftJoin('paper_form', 'paper_form.submission_id', 'submission.id')
    .leftJoin('receipt', 'receipt.submission_id', 'submission.id')
    .where('submission.process_id', '=', processId)
  return batchId === null
    ? query.where('submission.source', '=', 'parvis').where('paper_form.batch_id', 'is', null)
    : query.where('paper_form.batch_id', '=', batchId)
}

/** What was typed last, the newest first. */
export async function listEntered(
  db: Kysely<Database>,
  processId: string,
  batchId: string | null,
  limit: number,
): Promise<EnteredForms> {
  const rows = await entered(db, processId, batchId)
    .select([
      'submission.id',
      'submission.number',
      'submission.reference',
      'submission.title',
      'submission.created_at',
      'paper_form.number as form_number',
      'receipt.made_at',
    ])
    .orderBy('submission.number', 'desc')
    .limit(limit)
    .execute()
  const counts = await entered(db, processId, batchId)
    .select(({ fn }) => [
      fn.countAll<number | string | bigint>().as('total'),
      fn.count<number | string | bigint>('receipt.submission_id').as('receipts'),
    ])
    .executeTakeFirstOrThrow()
  return {
    rows: rows.map((row) => ({
      submissionId: row.id,
      number: row.number,
      reference: row.reference,
      title: row.title,
      formNumber: row.form_number,
      enteredAt: row.created_at,
      receiptAt: row.made_at,
    })),
    total: Number(counts.total),
    withoutReceipt: Number(counts.total) - Number(counts.receipts),
  }
}

/** Proposals typed there that have no receipt yet, by number. */
export async function idsWithoutReceipt(
  db: Kysely<Database>,
  processId: string,
  batchId: string | null,
): Promise<readonly string[]> {
  const rows = await entered(db, processId, batchId)
    .select('submission.id')
    .where('receipt.submission_id', 'is', null)
    .orderBy('submission.number')
    .execute()
  return rows.map(({ id }) => id)
}

/** Where a proposal came from, on paper; null when it came another way. */
export async function paperOrigin(
  db: Kysely<Database>,
  submissionId: string,
  withScans: boolean,
): Promise<PaperOrigin | null> {
  const row = await db
    .selectFrom('paper_form')
    .innerJoin('paper_batch', 'paper_batch.id', 'paper_form.batch_id')
    .leftJoin('meeting', 'meeting.id', 'paper_batch.meeting_id')
    .leftJoin('receipt', 'receipt.submission_id', 'paper_form.submission_id')
    .select([
      'paper_batch.id',
      'paper_batch.code',
      'paper_batch.event_name',
      'paper_batch.held_on',
      'paper_form.number',
      'meeting.title as meeting_title',
      'receipt.made_at',
    ])
    .where('paper_form.submission_id', '=', submissionId)
    .executeTakeFirst()
  if (row === undefined) return null
  const scans = withScans ? await scansOf(db, row.id) : []
  return {
    batchId: row.id,
    code: row.code,
    eventName: row.meeting_title ?? row.event_name,
    heldOn: row.held_on,
    formNumber: row.number,
    receiptAt: row.made_at,
    scan: scans.find(({ formNumber }) => formNumber === row.number) ?? null,
  }
}
