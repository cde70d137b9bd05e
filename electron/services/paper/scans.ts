import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { paperContract } from '../../../shared/contract/paper.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  deleteAttachment,
  getAttachmentContent,
  insertAttachment,
} from '../../data/attachments/attachment.repository.ts'
import { deleteScan, getScan, insertScan } from '../../data/paper/paper-batch.repository.ts'
import type { Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { aboutBatch, onBatch } from './on-batch.ts'

const largestScanMegabytes = 50

/** Kind by the first bytes, never by the extension. */
function scanType(content: Uint8Array): string | undefined {
  const hex = Buffer.from(content.subarray(0, 8)).toString('hex')
  if (hex.startsWith('255044462d')) return 'application/pdf'
  if (hex.startsWith('ffd8ff')) return 'image/jpeg'
  if (hex === '89504e470d0a1a0a') return 'image/png'
  return undefined
}

/** Scans of batches and forms, kept in the dossier. */
export const paperScans: Pick<Service<typeof paperContract>, 'addScan' | 'removeScan' | 'scan'> = {
  addScan: (input, call) =>
    onBatch(call, input.batchId, async (change, batch) => {
      const fileName = basename(input.path)
      const found = await stat(input.path).catch(() => undefined)
      if (found === undefined || !found.isFile()) throw new AppError('file-missing', { file: fileName })
      if (found.size > largestScanMegabytes * 1024 * 1024)
        throw new AppError('attachment-too-large', { file: fileName, limitMegabytes: largestScanMegabytes })
      if (input.formNumber !== null && input.formNumber > batch.form_count)
        throw new AppError('form-number-out-of-range', {
          number: input.formNumber,
          code: batch.code,
          count: batch.form_count,
        })
      const content = await readFile(input.path)
      const mediaType = scanType(content)
      if (mediaType === undefined) throw new AppError('scan-unknown', { file: fileName })
      const sha256 = createHash('sha256').update(content).digest('hex')
      const id = newId()
      await insertAttachment(change.trx, {
        id,
        ownerKind: 'paper-batch',
        ownerId: batch.id,
        fileName,
        mediaType,
        sha256,
        alternativeText: '',
        credit: '',
        addedAt: change.at,
        content,
      })
      await insertScan(change.trx, { attachmentId: id, batchId: batch.id, formNumber: input.formNumber })
      change.record({
        ...aboutBatch(batch),
        action: 'paper.add-scan',
        after: {
          fileName,
          sha256,
          ...(input.formNumber === null ? {} : { forms: String(input.formNumber) }),
        },
      })
    }),

  async removeScan(input, call) {
    const { batchId } = await getScan(call.database.reader, input.scanId)
    return onBatch(call, batchId, async (change, batch) => {
      const { fileName, sha256 } = await getScan(change.trx, input.scanId)
      await deleteScan(change.trx, input.scanId)
      await deleteAttachment(change.trx, input.scanId)
      change.record({
        ...aboutBatch(batch),
        action: 'paper.remove-scan',
        before: { fileName, sha256 },
        reason: input.reason,
      })
    })
  },

  async scan(input, call) {
    await getScan(call.database.reader, input.scanId)
    return getAttachmentContent(call.database.reader, input.scanId)
  },
}
