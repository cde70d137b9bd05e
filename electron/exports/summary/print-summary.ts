import { type PrintedDocument, type PrintSetting, printDocument } from '../pdf/print-document.ts'
import { buildSummary, summaryTitle } from './build-summary.ts'
import { type SummaryData, type SummaryOptions, summaryPart } from './summary-options.ts'

/** Prints the report to a tagged A4 PDF with bookmarks. Refuses with `cancelled`. */
export async function printSummary(
  data: SummaryData,
  options: SummaryOptions,
  setting: PrintSetting,
): Promise<PrintedDocument> {
  return printDocument(
    {
      format: 'A4',
      properties: {
        author: data.process.communeName,
        subject: summaryTitle(summaryPart(data, options, new Map())),
      },
      draft: () => buildSummary(data, options),
      final: (pageNumbers) => buildSummary(data, options, pageNumbers),
    },
    setting,
  )
}
