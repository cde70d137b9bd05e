import {
  isFormulaCell,
  type ReportCell,
  type ReportDocument,
} from '../../../shared/domain/reports/report-document.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { SheetPreview } from '../../../shared/read-models/workbook-preview.ts'

/** The sheets of a report with their first rows; formulas by what they come to. Refuses with `cancelled`. */
export async function previewReport(
  { sheets }: ReportDocument,
  mostRows: number,
  signal: AbortSignal,
): Promise<readonly SheetPreview[]> {
  const previews: SheetPreview[] = []
  for (const { name, columns, rows } of sheets) {
    const shown: (readonly (string | number | null)[])[] = []
    let more = false
    for await (const row of rows) {
      if (signal.aborted) throw new AppError('cancelled')
      if (shown.length === mostRows) {
        more = true
        break
      }
      shown.push(columns.map(({ key }) => plainValue(row[key])))
    }
    previews.push({ name, columns: columns.map(({ header, kind }) => ({ header, kind })), rows: shown, more })
  }
  return previews
}

function plainValue(cell: ReportCell): string | number | null {
  return isFormulaCell(cell) ? cell.cachedValue : (cell ?? null)
}
