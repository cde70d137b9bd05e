import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../database.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** Marks that a receipt was made; the first time stays. */
export async function markReceipts(
  trx: Transaction<Database>,
  submissionIds: readonly string[],
  by: { readonly name: string; readonly at: string },
): Promise<void> {
  for (const chunk of chunked(submissionIds, 1_000)) {
    await trx
      .insertInto('receipt')
      .values(chunk.map((submission_id) => ({ submission_id, made_by_name: by.name, made_at: by.at })))
      .onConflict((conflict) => conflict.column('submission_id').doNothing())
      .execute()
  }
}

/** What a receipt says of a proposal. */
export interface ReceiptLine {
  readonly submissionId: string
  readonly processId: string
  readonly reference: string
  readonly title: string
  readonly authorName: string | null
  readonly submittedAt: string
  readonly code: string | null
  readonly formNumber: number | null
}

/** What receipts say, in the order of the numbers; masked words are masked there as in the proposal. */
export async function receiptLines(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<readonly ReceiptLine[]> {
  const lines: (ReceiptLine & { readonly number: number })[] = []
  for (const chunk of chunked(submissionIds, 1_000)) {
    const rows = await db
      .selectFrom('submission')
      .leftJoin('paper_form', 'paper_form.submission_id', 'submission.id')
      .leftJoin('paper_batch', 'paper_batch.id', 'paper_form.batch_id')
      .select([
        'submission.id',
        'submission.process_id',
        'submission.number',
        'submission.reference',
        'submission.title',
        'submission.author_name',
        'submission.submitted_at',
        'paper_batch.code',
        'paper_form.number as form_number',
      ])
      .where('submission.id', 'in', [...chunk])
      .execute()
    lines.push(
      ...rows.map((row) => ({
        submissionId: row.id,
        processId: row.process_id,
        number: row.number,
        reference: row.reference,
        title: row.title,
        authorName: row.author_name,
        submittedAt: row.submitted_at,
        code: row.code,
        formNumber: row.form_number,
      })),
    )
  }
  return lines.sort((left, right) => left.number - right.number)
}
