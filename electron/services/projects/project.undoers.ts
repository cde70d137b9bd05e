import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  attachmentIdsOf,
  deleteAttachment,
  findPictureWords,
  savePictureWords,
} from '../../data/attachments/attachment.repository.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import {
  dissolveProject,
  getProject,
  linkedSubmissionIds,
  type ProjectRecord,
  updateProject,
} from '../../data/projects/project.repository.ts'
import { listVisas } from '../../data/projects/visa.repository.ts'
import { findMovable } from '../../data/submissions/stage-move.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { moveSubmission } from '../lifecycle/move-submission.ts'
import { columnsOf, differences, needsErratum, projectFields } from './project-edit.ts'

const picture = z.object({
  pictureId: z.string().nullable(),
  alternativeText: z.string(),
  credit: z.string(),
})

async function each(
  change: Change,
  entries: readonly JournalEntryTable[],
  work: (project: ProjectRecord, before: unknown, after: unknown, entry: JournalEntryTable) => Promise<void>,
): Promise<void> {
  for (const entry of entries) {
    const project = await getProject(change.trx, entry.object_id ?? '')
    await work(project, JSON.parse(entry.before ?? '{}'), JSON.parse(entry.after ?? '{}'), entry)
  }
}

/** Puts back the fields that the edit changed, if nobody has touched them since. */
const undoUpdate: Undoer = (change, entries) =>
  each(change, entries, async (project, old, fresh, entry) => {
    const before = projectFields.parse(old)
    const overtaken = Object.keys(differences(project, projectFields.parse(fresh)).after).length > 0
    // An edit made before the list was settled may not slip back in behind it; one with its own erratum may (I5).
    if (overtaken || (needsErratum(project, before) && entry.reason === ''))
      throw new AppError('undo-overtaken', { object: entry.object_label })
    await updateProject(change.trx, project.id, project.version, columnsOf(before))
  })

const undoPicture: Undoer = (change, entries) =>
  each(change, entries, async (project, old, fresh, entry) => {
    const before = picture.parse(old)
    const gone =
      before.pictureId !== null && (await findPictureWords(change.trx, before.pictureId)) === undefined
    if (gone || project.picture_attachment_id !== picture.parse(fresh).pictureId)
      throw new AppError('undo-overtaken', { object: entry.object_label })
    if (before.pictureId !== null) await savePictureWords(change.trx, before.pictureId, before)
    await updateProject(change.trx, project.id, project.version, {
      picture_attachment_id: before.pictureId,
    })
  })

/** Gives the proposals back to the choice of projects. A project that was signed or settled stays. */
const undoCreate: Undoer = (change, entries) =>
  each(change, entries, async (project, _before, _after, entry) => {
    const signed = (await listVisas(change.trx, project.id)).length > 0
    if (signed || project.stage !== 'awaiting-visa')
      throw new AppError('undo-overtaken', { object: entry.object_label })
    for (const submission of await findMovable(
      change.trx,
      await linkedSubmissionIds(change.trx, project.id),
    )) {
      await moveSubmission(change, submission, { to: 'feasible', verdict: 'visa' })
    }
    for (const attachmentId of await attachmentIdsOf(change.trx, 'project', project.id))
      await deleteAttachment(change.trx, attachmentId)
    await dissolveProject(change.trx, project.id)
  })

/** Acts on projects that Ctrl+Z takes back. Settling the list and the results are public: they are corrected, not undone. */
export const projectUndoers: Readonly<Record<string, Undoer>> = {
  'project.create': undoCreate,
  'project.update': undoUpdate,
  'project.set-picture': undoPicture,
}
