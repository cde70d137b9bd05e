import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { paperContract } from '../../../shared/contract/paper.contract.ts'
import type { WrittenFile } from '../../../shared/contract/reports.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { createTranslator, type Language } from '../../../shared/messages/translator.ts'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { getAttachmentContent } from '../../data/attachments/attachment.repository.ts'
import { listQuestions } from '../../data/paper/form-question.repository.ts'
import { markReceipts, type ReceiptLine, receiptLines } from '../../data/paper/receipt.repository.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { batchDetail, idsWithoutReceipt } from '../../data/read-models/paper-batch.query.ts'
import { readDocumentFonts } from '../../exports/documents/document-fonts.ts'
import type { PaperOptions, PaperSource } from '../../exports/paper/paper-part.ts'
import { printBatchSlip, printBlankForms, printReceipts } from '../../exports/paper/print-paper.ts'
import type { PrintedDocument, PrintSetting } from '../../exports/pdf/print-document.ts'
import { writeFileAtomically } from '../../exports/writers/atomic-file.ts'
import type { DossierCall, Service } from '../call.ts'
import { paperTopics } from './on-batch.ts'

type DocumentMethods =
  | 'previewForms'
  | 'writeForms'
  | 'writeSlip'
  | 'writeReceipts'
  | 'openReceipts'
  | 'withoutReceipt'

function printSetting(call: DossierCall): PrintSetting {
  return {
    printer: call.ports.printer,
    temporaryFolder: call.ports.paths.temporary,
    signal: call.signal,
    progress: (step, done, total) => call.progress(step, done, total),
  }
}

async function optionsOf(call: DossierCall, language: Language): Promise<PaperOptions> {
  return { language, fonts: await readDocumentFonts(join(call.ports.paths.resources, 'fonts')) }
}

async function sourceOf(call: DossierCall, processId: string): Promise<PaperSource> {
  const { reader } = call.database
  const process = await getProcess(reader, processId)
  const logo =
    process.logoAttachmentId === null ? null : await getAttachmentContent(reader, process.logoAttachmentId)
  return {
    process,
    questions: await listQuestions(reader, processId),
    logoDataUrl:
      logo === null ? null : `data:${logo.mediaType};base64,${Buffer.from(logo.bytes).toString('base64')}`,
    generatedAt: call.ports.clock.now(),
  }
}

async function forms(
  call: DossierCall,
  batch: PaperBatchDetail,
  numbers: readonly number[],
  language: Language,
): Promise<PrintedDocument> {
  const source = await sourceOf(call, batch.processId)
  const run = { code: batch.code, eventName: batch.eventName, numbers }
  return printBlankForms(source, run, await optionsOf(call, language), printSetting(call))
}

async function receipts(
  call: DossierCall,
  submissionIds: readonly string[],
  language: Language,
): Promise<{ readonly printed: PrintedDocument; readonly lines: readonly ReceiptLine[] }> {
  const lines = await receiptLines(call.database.reader, submissionIds)
  const [first] = lines
  if (first === undefined) throw new AppError('not-found', { object: 'submission' })
  const source = await sourceOf(call, first.processId)
  const printed = await printReceipts(source, lines, await optionsOf(call, language), printSetting(call))
  return { printed, lines }
}

/** Keeps that receipts were made: once their file is there, never before. */
async function mark(call: DossierCall, lines: readonly ReceiptLine[]): Promise<void> {
  await call.change(paperTopics, async (change) => {
    await markReceipts(
      change.trx,
      lines.map(({ submissionId }) => submissionId),
      { name: change.person.name, at: change.at },
    )
    for (const line of lines) {
      change.record({
        action: 'submission.make-receipt',
        objectKind: 'submission',
        objectId: line.submissionId,
        objectLabel: `${line.reference} ${line.title}`,
        processId: line.processId,
      })
    }
  })
}

async function writePdf(call: DossierCall, target: string, printed: PrintedDocument): Promise<WrittenFile> {
  const path = resolve(target)
  await writeFileAtomically(path, (temporary) => writeFile(temporary, printed.bytes), call.signal)
  return { path, bytes: (await stat(path)).size, pages: printed.pages }
}

/** What is printed around paper proposals: blank forms, the slip of a batch, receipts. */
export const paperDocuments: Pick<Service<typeof paperContract>, DocumentMethods> = {
  async previewForms(input, call) {
    return forms(call, await batchDetail(call.database.reader, input.batchId, false), [1], input.language)
  },

  async writeForms(input, call) {
    const batch = await batchDetail(call.database.reader, input.batchId, false)
    if (input.last > batch.totals.printed || input.first > input.last)
      throw new AppError('form-number-out-of-range', {
        number: input.last,
        code: batch.code,
        count: batch.totals.printed,
      })
    const numbers = Array.from({ length: input.last - input.first + 1 }, (_, index) => input.first + index)
    return writePdf(call, input.path, await forms(call, batch, numbers, input.language))
  },

  async writeSlip(input, call) {
    const batch = await batchDetail(call.database.reader, input.batchId, false)
    const source = await sourceOf(call, batch.processId)
    const printed = await printBatchSlip(
      source,
      batch,
      await optionsOf(call, input.language),
      printSetting(call),
    )
    return writePdf(call, input.path, printed)
  },

  async writeReceipts(input, call) {
    const { printed, lines } = await receipts(call, input.submissionIds, input.language)
    const file = await writePdf(call, input.path, printed)
    await mark(call, lines)
    return file
  },

  async openReceipts(input, call) {
    const { printed, lines } = await receipts(call, input.submissionIds, input.language)
    const folder = await mkdtemp(join(call.ports.paths.temporary, 'parvis-receipt-'))
    call.session.temporaryFolders.add(folder)
    const word = createTranslator(input.language)('paper.receiptFile')
    const name = lines.length === 1 ? `${word} ${lines[0]?.reference}` : word
    const path = join(folder, `${name}.pdf`)
    await writeFile(path, printed.bytes, { mode: 0o600 })
    await call.ports.opener.open(path)
    await mark(call, lines)
    return null
  },

  withoutReceipt: (input, call) => idsWithoutReceipt(call.database.reader, input.processId, input.batchId),
}
