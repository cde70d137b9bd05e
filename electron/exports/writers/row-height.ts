import {
  isFormulaCell,
  type ReportColumn,
  type ReportRow,
} from '../../../shared/domain/reports/report-document.ts'
import { isTextKind } from './xlsx-style.ts'

/** Height of one line of text, in points. */
const lineHeight = 15

/** Lines that a text takes in a column of this width, in characters, its indent left out. */
export function linesOfText(text: string, width: number): number {
  // Width counts digits; the letters of a sentence are a little narrower.
  const room = Math.max(1, (width - 2) * 1.08)
  // Long texts are cut by the row's height anyway: their first characters are enough to know.
  const start = text.length > 4000 ? text.slice(0, 4000) : text
  let lines = 0
  for (const paragraph of start.split('\n')) lines += Math.max(1, Math.ceil(paragraph.length / room))
  return lines
}

/**
 * Height of a row in points, for the longest of its wrapped texts but at most `mostLines`. Given for every row:
 * spreadsheets that open a file do not all work it out.
 */
export function rowHeight(columns: readonly ReportColumn[], row: ReportRow, mostLines: number): number {
  let lines = 1
  for (const { key, kind, width } of columns) {
    const cell = row[key]
    if (!isTextKind(kind) || cell === null || cell === undefined || typeof cell === 'number') continue
    const text = isFormulaCell(cell) ? cell.cachedValue : cell
    if (typeof text === 'string') lines = Math.max(lines, linesOfText(text, width))
    if (lines >= mostLines) return heightOf(mostLines)
  }
  return heightOf(lines)
}

/** Height of a header row, for its longest title: bold letters are wider. */
export function headerHeight(columns: readonly ReportColumn[]): number {
  const lines = columns.map(({ header, width }) => linesOfText(header, width / 1.15))
  return heightOf(Math.min(7, Math.max(2, ...lines))) + 4
}

/** Height of so many lines, in points. */
export function heightOf(lines: number): number {
  return lines * lineHeight + 1
}
