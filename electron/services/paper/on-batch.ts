import { may } from '../../../shared/domain/people/permissions.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import type { JournalDraft } from '../../data/journal/journal.repository.ts'
import { getBatch, knownForms, type PaperBatchRecord } from '../../data/paper/paper-batch.repository.ts'
import { batchDetail } from '../../data/read-models/paper-batch.query.ts'
import type { Change, DossierCall } from '../call.ts'

/** Features whose data an act on a batch may change. */
export const paperTopics = ['paper', 'submissions', 'reports', 'letters', 'journal', 'dossiers'] as const

/** Whether whoever asks may see scans, which show what was masked since, too. */
export function maySeeScans(call: DossierCall): boolean {
  return call.person !== null && may(call.person.roles, 'read-sealed')
}

/** What every journal entry about a batch says. */
export function aboutBatch(
  batch: Pick<PaperBatchRecord, 'id' | 'code' | 'event_name' | 'process_id'>,
): Pick<JournalDraft, 'objectKind' | 'objectId' | 'objectLabel' | 'processId'> {
  return {
    objectKind: 'paper-batch',
    objectId: batch.id,
    objectLabel: `${batch.code} ${batch.event_name}`.trim(),
    processId: batch.process_id,
  }
}

/** Runs one act on a batch and answers the batch as it is afterwards. */
export async function onBatch(
  call: DossierCall,
  batchId: string,
  work: (change: Change, batch: PaperBatchRecord) => Promise<void>,
): Promise<PaperBatchDetail> {
  await call.change(paperTopics, async (change) => work(change, await getBatch(change.trx, batchId)))
  return batchDetail(call.database.reader, batchId, maySeeScans(call))
}

/** Refuses `batch-closed`. */
export function expectOpen(batch: PaperBatchRecord): void {
  if (batch.closed_at !== null) throw new AppError('batch-closed', { code: batch.code })
}

/** Refuses `form-number-out-of-range` and `form-number-taken`. */
export async function expectFree(
  change: Change,
  batch: PaperBatchRecord,
  numbers: readonly number[],
): Promise<void> {
  const beyond = numbers.find((number) => number > batch.form_count)
  if (beyond !== undefined)
    throw new AppError('form-number-out-of-range', {
      number: beyond,
      code: batch.code,
      count: batch.form_count,
    })
  const [taken] = await knownForms(change.trx, batch.id, numbers)
  if (taken === undefined) return
  if (taken.reference === null)
    throw new AppError('form-number-set-aside', { number: taken.number, code: batch.code })
  throw new AppError('form-number-taken', {
    number: taken.number,
    code: batch.code,
    reference: taken.reference,
  })
}
