import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import type { JournalDraft } from '../../data/journal/journal.repository.ts'
import { studyDetail } from '../../data/read-models/study-detail.query.ts'
import { getStudy, type StudyRecord } from '../../data/studies/study.repository.ts'
import { findMovable, type MovableSubmission } from '../../data/submissions/stage-move.repository.ts'
import type { Change, DossierCall } from '../call.ts'

/** Features whose data an act on a study may change. */
export const studyTopics = [
  'studies',
  'submissions',
  'projects',
  'finance',
  'letters',
  'journal',
  'dossiers',
] as const

/** A study opened by an act, and the proposal that it studies. */
export interface OpenedStudy {
  readonly study: StudyRecord
  readonly submission: MovableSubmission
}

/** The proposal of an act, or the refusal `not-found`. */
export async function submissionOf(change: Change, submissionId: string): Promise<MovableSubmission> {
  const [submission] = await findMovable(change.trx, [submissionId])
  if (submission === undefined) throw new AppError('not-found', { object: 'submission' })
  return submission
}

/** A study with its proposal. */
export async function openStudy(change: Change, studyId: string): Promise<OpenedStudy> {
  const study = await getStudy(change.trx, studyId)
  return { study, submission: await submissionOf(change, study.submission_id) }
}

/** Whether the list of projects behind the proposal is settled: its study no longer changes (I5). */
export function isSettled(submission: MovableSubmission): boolean {
  const settled: readonly string[] = stageGroups.onBallot
  return settled.includes(submission.stage)
}

/** What every journal entry about a study says; its label is that of the proposal. */
export function about(
  studyId: string,
  submission: MovableSubmission,
): Pick<JournalDraft, 'objectKind' | 'objectId' | 'objectLabel' | 'processId'> {
  return {
    objectKind: 'study',
    objectId: studyId,
    objectLabel: `${submission.reference} ${submission.title}`,
    processId: submission.process_id,
  }
}

/** Runs one act on a study and answers the study as it is afterwards. A study behind a settled list is refused (I5). */
export async function onStudy(
  call: DossierCall,
  studyId: string,
  work: (change: Change, opened: OpenedStudy) => Promise<void>,
): Promise<StudyDetail> {
  await call.change(studyTopics, async (change) => {
    const opened = await openStudy(change, studyId)
    if (isSettled(opened.submission))
      throw new AppError('list-settled', { reference: opened.submission.reference })
    await work(change, opened)
  })
  return studyDetail(call.database.reader, studyId)
}
