import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { submissionsContract } from '../../../shared/contract/submissions.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { insertAttachment } from '../../data/attachments/attachment.repository.ts'
import { getSubmission, insertNote } from '../../data/submissions/submission.repository.ts'
import { openAttachment } from '../attachments/open-attachment.ts'
import { pictureTypeOf } from '../attachments/read-picture.ts'
import type { Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { blurAgain } from '../redactions/blur-picture.ts'
import { about, detailAfter } from './on-submission.ts'

const largestAttachment = 50 * 1024 * 1024

/** What staff add to a proposal: internal notes and attachments. */
export const submissionEnclosures: Pick<
  Service<typeof submissionsContract>,
  'addNote' | 'addAttachment' | 'openAttachment'
> = {
  addNote: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const row = await getSubmission(change.trx, input.submissionId)
      await insertNote(change.trx, {
        id: newId(),
        submissionId: row.id,
        authorId: change.person.id,
        authorName: change.person.name,
        text: input.text,
        writtenAt: change.at,
      })
      change.record({
        ...about(row),
        action: 'submission.add-note',
        after: { text: input.text },
      })
    }),

  addAttachment: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const row = await getSubmission(change.trx, input.submissionId)
      const fileName = basename(input.path)
      const found = await stat(input.path).catch(() => undefined)
      if (found === undefined || !found.isFile()) throw new AppError('file-missing', { file: fileName })
      if (found.size > largestAttachment)
        throw new AppError('attachment-too-large', { file: fileName, limitMegabytes: 50 })
      const content = await readFile(input.path)
      const sha256 = createHash('sha256').update(content).digest('hex')
      const id = newId()
      await insertAttachment(change.trx, {
        id,
        ownerKind: 'submission',
        ownerId: row.id,
        fileName,
        mediaType: pictureTypeOf(content) ?? 'application/octet-stream',
        sha256,
        alternativeText: input.alternativeText,
        credit: input.credit,
        addedAt: change.at,
        content,
      })
      await blurAgain(change, id)
      change.record({
        ...about(row),
        action: 'submission.add-attachment',
        after: { fileName, sha256 },
      })
    }),

  openAttachment: (input, call) => openAttachment(call, input.attachmentId),
}
