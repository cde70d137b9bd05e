import {
  attachmentIdsOf,
  deleteAttachment,
  findPictureWords,
  insertAttachment,
  savePictureWords,
} from '../../data/attachments/attachment.repository.ts'
import { getProject, type ProjectRecord, updateProject } from '../../data/projects/project.repository.ts'
import { readPicture } from '../attachments/read-picture.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'
import { blurAgain } from '../redactions/blur-picture.ts'

export interface PictureChange {
  readonly projectId: string
  readonly version: number
  /** Null takes the picture away; undefined leaves it and writes its words. */
  readonly path?: string | null | undefined
  readonly alternativeText: string
  readonly credit: string
}

/** What the journal keeps of a picture, and what undoing needs of it. */
export interface PictureTrace {
  readonly pictureId: string | null
  readonly alternativeText: string
  readonly credit: string
}

async function traceOf(change: Change, project: ProjectRecord): Promise<PictureTrace> {
  const pictureId = project.picture_attachment_id
  const words = pictureId === null ? undefined : await findPictureWords(change.trx, pictureId)
  return { pictureId, alternativeText: words?.alternativeText ?? '', credit: words?.credit ?? '' }
}

/**
 * Puts a picture, or new words for it, in the place of the project's present one. The replaced file stays in the
 * dossier until the next change of picture, so that the act can be taken back.
 */
export async function replacePicture(change: Change, input: PictureChange): Promise<void> {
  const project = await getProject(change.trx, input.projectId)
  const before = await traceOf(change, project)
  const words = { alternativeText: input.alternativeText, credit: input.credit }
  const file = typeof input.path === 'string' ? await readPicture(input.path) : undefined
  let pictureId = input.path === undefined ? before.pictureId : null
  if (input.path === undefined) {
    const same = before.alternativeText === words.alternativeText && before.credit === words.credit
    if (pictureId === null || same) return
    await savePictureWords(change.trx, pictureId, words)
  } else {
    for (const attachmentId of await attachmentIdsOf(change.trx, 'project', project.id)) {
      if (attachmentId !== before.pictureId) await deleteAttachment(change.trx, attachmentId)
    }
    if (file !== undefined) {
      pictureId = newId()
      await insertAttachment(change.trx, {
        id: pictureId,
        ownerKind: 'project',
        ownerId: project.id,
        ...words,
        addedAt: change.at,
        ...file,
      })
      await blurAgain(change, pictureId)
    }
  }
  await updateProject(change.trx, project.id, input.version, { picture_attachment_id: pictureId })
  const named = file === undefined ? {} : { fileName: file.fileName, sha256: file.sha256 }
  const kept = pictureId === null ? { alternativeText: '', credit: '' } : words
  change.record({
    action: 'project.set-picture',
    objectKind: 'project',
    objectId: project.id,
    objectLabel: `${project.number} ${project.title}`,
    processId: project.process_id,
    before,
    after: { pictureId, ...kept, ...named },
  })
}
