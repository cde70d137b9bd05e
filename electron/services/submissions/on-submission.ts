import { AppError } from '../../../shared/errors/app-error.ts'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import type { JournalDraft } from '../../data/journal/journal.repository.ts'
import { submissionDetail } from '../../data/read-models/submission-detail.query.ts'
import { type DecidableSubmission, findDecidable } from '../../data/submissions/submission.repository.ts'
import type { Change, DossierCall } from '../call.ts'

/** Features whose data an act on a proposal may change. */
export const submissionTopics = [
  'submissions',
  'map',
  'desk',
  'studies',
  'reports',
  'letters',
  'journal',
  'dossiers',
  'reviews',
  'team',
  'progress',
] as const

/** The proposal of a decision, or the refusal `not-found`. */
export async function decidable(change: Change, submissionId: string): Promise<DecidableSubmission> {
  const [submission] = await findDecidable(change.trx, [submissionId])
  if (submission === undefined) throw new AppError('not-found', { object: 'submission' })
  return submission
}

/** What every journal entry about a proposal says. */
export function about(submission: {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly process_id: string
}): Pick<JournalDraft, 'objectKind' | 'objectId' | 'objectLabel' | 'processId'> {
  return {
    objectKind: 'submission',
    objectId: submission.id,
    objectLabel: `${submission.reference} ${submission.title}`,
    processId: submission.process_id,
  }
}

/** Runs one act on a proposal and answers the proposal as it is afterwards. */
export async function detailAfter(
  call: DossierCall,
  submissionId: string,
  work: (change: Change) => Promise<void>,
): Promise<SubmissionDetail> {
  await call.change(submissionTopics, work)
  return submissionDetail(call.database.reader, submissionId)
}
