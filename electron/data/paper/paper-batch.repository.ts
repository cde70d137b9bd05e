import type { Insertable, Kysely, Selectable, Transaction, Updateable } from 'kysely'
import type { SetAsideState } from '../../../shared/domain/paper/form-register.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Database, PaperBatchTable } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'

export type PaperBatchRecord = Selectable<PaperBatchTable>

/** One batch, or the refusal `not-found`. */
export async function getBatch(db: Kysely<Database>, batchId: string): Promise<PaperBatchRecord> {
  const row = await db.selectFrom('paper_batch').selectAll().where('id', '=', batchId).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'batch' })
  return row
}

/** How many batches the dossier has; they are never deleted, so it also numbers the next one. */
export async function countBatches(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('paper_batch')
    .select(({ fn }) => fn.countAll<number | string | bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertBatch(
  trx: Transaction<Database>,
  row: Insertable<PaperBatchTable>,
): Promise<void> {
  await trx.insertInto('paper_batch').values(row).execute()
}

/** Writes columns of a batch that is still at `version`. Refuses `changed-meanwhile`. */
export async function updateBatchAt(
  trx: Transaction<Database>,
  batchId: string,
  version: number,
  columns: Updateable<PaperBatchTable>,
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('paper_batch')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', batchId)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** A form with the reference of the proposal that was entered from it. */
export interface KnownForm {
  readonly number: number
  readonly state: string
  readonly reference: string | null
}

/** Forms among these numbers of which something is known. */
export async function knownForms(
  db: Kysely<Database>,
  batchId: string,
  numbers: readonly number[],
): Promise<readonly KnownForm[]> {
  if (numbers.length === 0) return []
  return db
    .selectFrom('paper_form')
    .leftJoin('submission', 'submission.id', 'paper_form.submission_id')
    .select(['paper_form.number', 'paper_form.state', 'submission.reference'])
    .where('paper_form.batch_id', '=', batchId)
    .where('paper_form.number', 'in', [...numbers])
    .orderBy('paper_form.number')
    .execute()
}

/** The highest number of a batch of which something is known; 0 when nothing is. */
export async function highestKnownForm(db: Kysely<Database>, batchId: string): Promise<number> {
  const row = await db
    .selectFrom('paper_form')
    .select(({ fn }) => fn.max('number').as('highest'))
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return Number(row?.highest ?? 0)
}

interface FormRecord {
  readonly batchId: string
  readonly number: number
  readonly byName: string
  readonly at: string
}

/** Puts a proposal under its form number. */
export async function insertEnteredForm(
  trx: Transaction<Database>,
  form: FormRecord & { readonly submissionId: string },
): Promise<void> {
  await trx
    .insertInto('paper_form')
    .values({
      batch_id: form.batchId,
      number: form.number,
      state: 'entered',
      submission_id: form.submissionId,
      reason: '',
      recorded_by_name: form.byName,
      recorded_at: form.at,
    })
    .execute()
}

/** Says what became of a form that holds no proposal. */
export async function insertForms(
  trx: Transaction<Database>,
  forms: readonly (FormRecord & { readonly state: SetAsideState; readonly reason: string })[],
): Promise<void> {
  if (forms.length === 0) return
  await trx
    .insertInto('paper_form')
    .values(
      forms.map((form) => ({
        batch_id: form.batchId,
        number: form.number,
        state: form.state,
        submission_id: null,
        reason: form.reason,
        recorded_by_name: form.byName,
        recorded_at: form.at,
      })),
    )
    .execute()
}

/** Makes numbers missing again; those that hold a proposal stay. Answers what they were. */
export async function deleteSetAside(
  trx: Transaction<Database>,
  batchId: string,
  numbers: readonly number[],
): Promise<readonly { readonly number: number; readonly state: string; readonly reason: string }[]> {
  const rows = await trx
    .selectFrom('paper_form')
    .select(['number', 'state', 'reason'])
    .where('batch_id', '=', batchId)
    .where('number', 'in', [...numbers])
    .where('state', '!=', 'entered')
    .orderBy('number')
    .execute()
  if (rows.length === 0) return []
  await trx
    .deleteFrom('paper_form')
    .where('batch_id', '=', batchId)
    .where(
      'number',
      'in',
      rows.map(({ number }) => number),
    )
    .where('state', '!=', 'entered')
    .execute()
  return rows
}

/** The batch and number of a proposal, if it came from a form. */
export async function findFormOf(
  db: Kysely<Database>,
  submissionId: string,
): Promise<{ readonly batchId: string; readonly number: number } | undefined> {
  const row = await db
    .selectFrom('paper_form')
    .select(['batch_id', 'number'])
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  return row === undefined ? undefined : { batchId: row.batch_id, number: row.number }
}

/** Tells the proposals of a batch at which meeting they were collected. */
export async function setMeetingOfForms(
  trx: Transaction<Database>,
  batchId: string,
  meetingId: string | null,
): Promise<void> {
  await trx
    .updateTable('submission')
    .set((eb) => ({ meeting_id: meetingId, version: eb('version', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('paper_form')
        .select('submission_id')
        .where('batch_id', '=', batchId)
        .where('submission_id', 'is not', null)
        .$castTo<{ submission_id: string }>(),
    )
    .execute()
}

/** Keeps which batch, and perhaps which form, a scan shows. */
export async function insertScan(
  trx: Transaction<Database>,
  scan: { readonly attachmentId: string; readonly batchId: string; readonly formNumber: number | null },
): Promise<void> {
  await trx
    .insertInto('paper_scan')
    .values({ attachment_id: scan.attachmentId, batch_id: scan.batchId, form_number: scan.formNumber })
    .execute()
}

/** A scan and its place, or the refusal `not-found`. */
export async function getScan(
  db: Kysely<Database>,
  attachmentId: string,
): Promise<{
  readonly batchId: string
  readonly formNumber: number | null
  readonly fileName: string
  readonly sha256: string
}> {
  const row = await db
    .selectFrom('paper_scan')
    .innerJoin('attachment', 'attachment.id', 'paper_scan.attachment_id')
    .select(['paper_scan.batch_id', 'paper_scan.form_number', 'attachment.file_name', 'attachment.sha256'])
    .where('paper_scan.attachment_id', '=', attachmentId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'scan' })
  return { batchId: row.batch_id, formNumber: row.form_number, fileName: row.file_name, sha256: row.sha256 }
}

export async function deleteScan(trx: Transaction<Database>, attachmentId: string): Promise<void> {
  await trx.deleteFrom('paper_scan').where('attachment_id', '=', attachmentId).execute()
}
