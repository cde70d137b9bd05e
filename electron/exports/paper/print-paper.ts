import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { type PrintedDocument, type PrintSetting, printDocument } from '../pdf/print-document.ts'
import { batchSlipTitle, buildBatchSlip } from './batch-slip.ts'
import { blankFormTitle, buildBlankForms, type FormRun } from './blank-form.ts'
import { type PaperOptions, type PaperSource, paperPart } from './paper-part.ts'
import { buildReceipts, type Receipt, receiptTitle } from './receipt.ts'

/** Nothing in these documents names a page: the draft is the document. */
function print(
  source: PaperSource,
  subject: string,
  build: () => string,
  setting: PrintSetting,
): Promise<PrintedDocument> {
  return printDocument(
    {
      format: 'A4',
      properties: { author: source.process.communeName, subject },
      draft: build,
      final: build,
    },
    setting,
  )
}

/** Prints blank numbered forms, two sides each. Refuses with `cancelled`. */
export function printBlankForms(
  source: PaperSource,
  run: FormRun,
  options: PaperOptions,
  setting: PrintSetting,
): Promise<PrintedDocument> {
  const title = blankFormTitle(paperPart(source, options), run)
  return print(source, title, () => buildBlankForms(source, run, options), setting)
}

/** Prints receipts, two on a sheet. Refuses with `cancelled`. */
export function printReceipts(
  source: PaperSource,
  receipts: readonly Receipt[],
  options: PaperOptions,
  setting: PrintSetting,
): Promise<PrintedDocument> {
  const title = receiptTitle(paperPart(source, options), receipts)
  return print(source, title, () => buildReceipts(source, receipts, options), setting)
}

/** Prints the slip of a batch. Refuses with `cancelled`. */
export function printBatchSlip(
  source: PaperSource,
  batch: PaperBatchDetail,
  options: PaperOptions,
  setting: PrintSetting,
): Promise<PrintedDocument> {
  const title = batchSlipTitle(paperPart(source, options), batch)
  return print(source, title, () => buildBatchSlip(source, batch, options), setting)
}
