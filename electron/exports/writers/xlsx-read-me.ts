import type { stream, Worksheet } from 'exceljs'
import type { ReadMeSheet, ReportDocument } from '../../../shared/domain/reports/report-document.ts'
import { cleanText, cutText, looksLikeFormula } from './cell-text.ts'
import { heightOf, linesOfText } from './row-height.ts'
import { headerAndFooter, page } from './xlsx-sheet-options.ts'
import { headerStyles, labelStyle, quotedStyles, recordStyles, titleStyle } from './xlsx-style.ts'

/** Texts that were too long for a cell: the first ones by address, and how many in all. */
export interface CutCells {
  readonly listed: string[]
  count: number
}

const textWidth = 100

/** Writes the read-me sheet: source, date, perimeter, rounding, and what had to be cut. */
export function writeReadMe(
  workbook: stream.xlsx.WorkbookWriter,
  document: ReportDocument,
  readMe: ReadMeSheet,
  cuts: CutCells,
): Worksheet {
  const sheet = workbook.addWorksheet(readMe.name, {
    pageSetup: { ...page(), orientation: 'portrait' },
    headerFooter: headerAndFooter(document),
    views: [{ showGridLines: false }],
  })
  sheet.columns = [{ width: 28 }, { width: textWidth }]
  const title = sheet.addRow([cleanText(readMe.title)])
  title.height = 28
  title.getCell(1).style = titleStyle
  const header = sheet.addRow([readMe.labelHeader, readMe.textHeader])
  header.getCell(1).style = headerStyles.text
  header.getCell(2).style = headerStyles.text
  for (const note of readMe.notes) addNote(sheet, note.label, note.text)
  if (cuts.count > 0) {
    const more = cuts.count - cuts.listed.length
    const lines = more > 0 ? [...cuts.listed, readMe.cutCells.more(more)] : cuts.listed
    addNote(sheet, readMe.cutCells.label, lines.join('\n'))
  }
  sheet.commit()
  return sheet
}

function addNote(sheet: Worksheet, label: string, text: string): void {
  const clean = cutText(cleanText(text), '…')
  const row = sheet.addRow([cleanText(label), clean])
  row.height = heightOf(Math.min(25, linesOfText(clean, textWidth)))
  row.getCell(1).style = labelStyle
  row.getCell(2).style = looksLikeFormula(clean) ? quotedStyles['long-text'] : recordStyles['long-text']
  row.commit()
}
