import { deleteAttachment, insertAttachment } from '../../data/attachments/attachment.repository.ts'
import { getProject, updateProject } from '../../data/projects/project.repository.ts'
import { readPicture } from '../attachments/read-picture.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'

export interface PictureChange {
  readonly projectId: string
  readonly version: number
  /** Null takes the picture away. */
  readonly path: string | null
  readonly alternativeText: string
  readonly credit: string
}

/** Puts a picture in the place of the project's present one. */
export async function replacePicture(change: Change, input: PictureChange): Promise<void> {
  const project = await getProject(change.trx, input.projectId)
  const picture = input.path === null ? undefined : await readPicture(input.path)
  const attachmentId = picture === undefined ? null : newId()
  if (picture !== undefined && attachmentId !== null) {
    await insertAttachment(change.trx, {
      id: attachmentId,
      ownerKind: 'project',
      ownerId: project.id,
      alternativeText: input.alternativeText,
      credit: input.credit,
      addedAt: change.at,
      ...picture,
    })
  }
  await updateProject(change.trx, project.id, input.version, { picture_attachment_id: attachmentId })
  if (project.picture_attachment_id !== null)
    await deleteAttachment(change.trx, project.picture_attachment_id)
  change.record({
    action: 'project.set-picture',
    objectKind: 'project',
    objectId: project.id,
    objectLabel: `${project.number} ${project.title}`,
    processId: project.process_id,
    before: { picture: project.picture_attachment_id !== null },
    after:
      picture === undefined
        ? { picture: false }
        : { picture: true, fileName: picture.fileName, sha256: picture.sha256 },
  })
}
