import { createHash } from 'node:crypto'
import type { Rectangle } from '../../../shared/domain/pictures/blur.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { findSha256 } from '../../data/attachments/attachment.repository.ts'
import { getProject } from '../../data/projects/project.repository.ts'
import {
  findBlurredTwin,
  findOriginalPicture,
  getPicture,
  type PictureAttachment,
  type PictureState,
  replacePictureState,
  sameFiles,
} from '../../data/redactions/picture.repository.ts'
import { getSubmission } from '../../data/submissions/submission.repository.ts'
import { pictureSize } from '../../exports/documents/picture-size.ts'
import { carriesMetadata } from '../attachments/picture-metadata.ts'
import { pictureTypeOf } from '../attachments/read-picture.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'

export interface BlurOrder {
  readonly attachmentId: string
  /** Hash of the picture that the person had before them. */
  readonly sha256: string
  readonly rectangles: readonly Rectangle[]
  readonly reason: string
  /** The whole picture again, its pixels inside the rectangles destroyed, without metadata. */
  readonly content: Uint8Array
}

/** How people call the owner of a file, for the journal. */
async function ownerOf(change: Change, { ownerKind, ownerId }: PictureAttachment) {
  if (ownerKind === 'project') {
    const project = await getProject(change.trx, ownerId)
    const objectLabel = `${project.number} ${project.title}`
    return { objectKind: 'project', objectId: project.id, objectLabel, processId: project.process_id }
  }
  if (ownerKind === 'submission') {
    const submission = await getSubmission(change.trx, ownerId)
    const objectLabel = `${submission.reference} ${submission.title}`
    return {
      objectKind: 'submission',
      objectId: submission.id,
      objectLabel,
      processId: submission.process_id,
    }
  }
  return { objectKind: ownerKind, objectId: ownerId }
}

/** Shows another state of a picture, wherever the dossier keeps the same file, and tells the journal. */
async function show(
  change: Change,
  shown: PictureAttachment,
  state: PictureState,
  told: { readonly action: 'redaction.blur-picture' | 'redaction.show-picture'; readonly reason: string },
): Promise<void> {
  for (const id of await sameFiles(change.trx, shown.sha256)) {
    const attachment = id === shown.id ? shown : await getPicture(change.trx, id)
    const sealedId = await replacePictureState(change.trx, attachment, state, {
      id: newId(),
      at: change.at,
    })
    change.record({
      ...told,
      ...(await ownerOf(change, attachment)),
      before: { attachmentId: id, sealedId, sha256: attachment.sha256 },
      after: {
        attachmentId: id,
        fileName: attachment.fileName,
        rectangles: state.blur?.rectangles.length ?? 0,
        sha256: state.sha256,
      },
    })
  }
}

function dataUrl({
  mediaType,
  content,
}: {
  readonly mediaType: string
  readonly content: Uint8Array
}): string {
  return `data:${mediaType};base64,${Buffer.from(content).toString('base64')}`
}

/**
 * Puts a blurred copy in the place of a picture; the original goes under seal. Refuses `changed-meanwhile`,
 * `picture-unknown`, and `blur-not-fitting` for a copy of another size or with metadata: it would not be this picture,
 * or would tell where and when it was taken.
 */
export async function blurPicture(change: Change, order: BlurOrder): Promise<void> {
  const shown = await getPicture(change.trx, order.attachmentId)
  if (shown.sha256 !== order.sha256) throw new AppError('changed-meanwhile')
  const mediaType = pictureTypeOf(order.content)
  if (mediaType === undefined || pictureTypeOf(shown.content) === undefined)
    throw new AppError('picture-unknown', { file: shown.fileName })
  const size = pictureSize(dataUrl(shown))
  const blurred = pictureSize(dataUrl({ mediaType, content: order.content }))
  const fits = blurred?.width === size?.width && blurred?.height === size?.height
  if (!fits || carriesMetadata(order.content))
    throw new AppError('blur-not-fitting', { file: shown.fileName })
  await show(
    change,
    shown,
    {
      mediaType,
      sha256: createHash('sha256').update(order.content).digest('hex'),
      content: order.content,
      blur: {
        rectangles: order.rectangles,
        reason: order.reason,
        madeByName: change.person.name,
        madeAt: change.at,
      },
    },
    { action: 'redaction.blur-picture', reason: order.reason },
  )
}

/** A picture that was blurred before and is brought in again from its file is shown blurred, too. */
export async function blurAgain(change: Pick<Change, 'trx' | 'at'>, attachmentId: string): Promise<void> {
  const { trx, at } = change
  const sha256 = await findSha256(trx, attachmentId)
  const twin = sha256 === undefined ? undefined : await findBlurredTwin(trx, sha256)
  if (twin === undefined) return
  const state = await getPicture(trx, twin)
  await replacePictureState(trx, await getPicture(trx, attachmentId), state, { id: newId(), at })
}

/** Shows the original of a blurred picture again. Refuses `not-found` where nothing is blurred. */
export async function showPicture(change: Change, attachmentId: string, reason: string): Promise<void> {
  const shown = await getPicture(change.trx, attachmentId)
  const original = await findOriginalPicture(change.trx, attachmentId)
  if (shown.blur === null || original === undefined) throw new AppError('not-found', { object: 'redaction' })
  await show(change, shown, original, { action: 'redaction.show-picture', reason })
}
