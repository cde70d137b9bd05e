import type { redactionsContract } from '../../../shared/contract/redactions.contract.ts'
import { maskText } from '../../../shared/domain/moderation/redaction.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { RedactablePicture, RedactionRecord } from '../../../shared/read-models/redaction.ts'
import { findOriginalPicture, getPicture } from '../../data/redactions/picture.repository.ts'
import { passagesBehind } from '../../data/redactions/redacted-behind.query.ts'
import {
  getRedaction,
  listRedactions,
  toRedactionRecord,
} from '../../data/redactions/redaction.repository.ts'
import { getSubmission } from '../../data/submissions/submission.repository.ts'
import { pictureTypeOf } from '../attachments/read-picture.ts'
import type { DossierCall, Service } from '../call.ts'
import { blurPicture, showPicture } from './blur-picture.ts'
import { liftRedaction } from './lift-redaction.ts'
import { maskPassages } from './mask-passages.ts'
import { readSealed } from './read-sealed.ts'
import { suggestMasks } from './suggest-masks.ts'

const topics = ['redactions', 'submissions', 'studies', 'projects', 'reports', 'letters', 'journal'] as const

async function records(call: DossierCall, submissionId: string): Promise<readonly RedactionRecord[]> {
  const rows = await listRedactions(call.database.reader, submissionId)
  const passages = rows.map((row) => row.passage)
  // A reason may repeat words that were masked later.
  return rows.map((row) => {
    const record = toRedactionRecord(row)
    return { ...record, reason: maskText(record.reason, passages) }
  })
}

/** Masked words. The journal tells that something was masked, by whom and why, never what. */
export const redactionsService: Service<typeof redactionsContract> = {
  list: (input, call) => records(call, input.submissionId),

  suggestions: (input, call) => suggestMasks(call, input.submissionId),

  async mask({ submissionId, passage, reason }, call) {
    await call.change(topics, (change) =>
      maskPassages(change, call.database.dialect, { submissionId, passages: [passage], reason }),
    )
    return records(call, submissionId)
  },

  async maskAll(input, call) {
    await call.change(topics, (change) => maskPassages(change, call.database.dialect, input))
    return records(call, input.submissionId)
  },

  async lift(input, call) {
    const { submission_id: submissionId } = await getRedaction(call.database.reader, input.redactionId)
    await call.change(topics, async (change) => {
      const lifted = await liftRedaction(change, call.database.dialect, input.redactionId)
      const submission = await getSubmission(change.trx, submissionId)
      change.record({
        action: 'redaction.lift',
        objectKind: 'submission',
        objectId: submission.id,
        objectLabel: `${submission.reference} ${submission.title}`,
        processId: submission.process_id,
        before: { redactionId: lifted.id, occurrences: lifted.occurrences },
        reason: input.reason,
      })
    })
    return records(call, submissionId)
  },

  original: (input, call) => readSealed(call, input.submissionId),

  picture: (input, call) => shownPicture(call, input.attachmentId),

  async originalPicture({ attachmentId }, call) {
    const original =
      (await findOriginalPicture(call.database.reader, attachmentId)) ??
      (await getPicture(call.database.reader, attachmentId))
    const mediaType = pictureTypeOf(original.content)
    if (mediaType === undefined) throw new AppError('picture-unknown', { file: '' })
    return { mediaType, bytes: original.content }
  },

  async blurPicture(input, call) {
    await call.change(topics, (change) => blurPicture(change, input))
    return shownPicture(call, input.attachmentId)
  },

  async showPicture(input, call) {
    await call.change(topics, (change) => showPicture(change, input.attachmentId, input.reason))
    return shownPicture(call, input.attachmentId)
  },
}

async function shownPicture(call: DossierCall, attachmentId: string): Promise<RedactablePicture> {
  const db = call.database.reader
  const { id, fileName, ownerId, sha256, content, blur: kept } = await getPicture(db, attachmentId)
  const mediaType = pictureTypeOf(content)
  if (mediaType === undefined) throw new AppError('picture-unknown', { file: fileName })
  const blur =
    kept === null ? null : { ...kept, reason: maskText(kept.reason, await passagesBehind(db, ownerId)) }
  return { attachmentId: id, fileName, mediaType, sha256, bytes: content, blur }
}
