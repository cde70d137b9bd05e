import { open } from 'node:fs/promises'
import {
  isFormulaCell,
  type ReportCell,
  type ReportColumn,
  type ReportSheet,
} from '../../../shared/domain/reports/report-document.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { cleanText, looksLikeFormula } from './cell-text.ts'
import { createWallClock, localDay, type WallClock } from './wall-clock.ts'
import type { WriteOptions } from './xlsx.writer.ts'

/** The habits of a CSV file's reader. */
export interface CsvDialect {
  readonly separator: ';' | ','
  readonly lineEnd: '\r\n' | '\n'
  readonly byteOrderMark: boolean
  readonly decimalMark: ',' | '.'
  readonly quoteEveryCell: boolean
  /** Prefixes with an apostrophe the cells that a spreadsheet could run. */
  readonly neutraliseFormulas: boolean
}

/** What a French Excel opens right by double click (domain reference §8.4). */
export const frenchExcelDialect: CsvDialect = {
  separator: ';',
  lineEnd: '\r\n',
  byteOrderMark: true,
  decimalMark: ',',
  quoteEveryCell: false,
  neutraliseFormulas: true,
}

/** What Decidim's importer reads without fail (Decidim reference §2.1). It keeps an apostrophe as text: none is added. */
export const decidimDialect: CsvDialect = {
  separator: ';',
  lineEnd: '\n',
  byteOrderMark: false,
  decimalMark: '.',
  quoteEveryCell: true,
  neutraliseFormulas: false,
}

const batchCharacters = 64 * 1024

/** Writes one sheet as CSV, in batches, formulas by their values. Refuses with `cancelled`; errors of the disk come out as they are. */
export async function writeCsv(
  sheet: Pick<ReportSheet, 'columns' | 'rows'>,
  path: string,
  dialect: CsvDialect,
  timeZone: string,
  options: WriteOptions = {},
): Promise<{ readonly rows: number }> {
  const clock = createWallClock(timeZone)
  const file = await open(path, 'w')
  try {
    let text = dialect.byteOrderMark ? '\ufeff' : ''
    text += line(
      sheet.columns.map((column) => column.header),
      dialect,
    )
    let rows = 0
    for await (const row of sheet.rows) {
      if (options.signal?.aborted === true) throw new AppError('cancelled')
      const cells = sheet.columns.map((column) => csvText(row[column.key], column, dialect, clock))
      text += line(cells, dialect)
      rows += 1
      if (text.length > batchCharacters) {
        await file.appendFile(text)
        text = ''
        options.progress?.(rows)
      }
    }
    await file.appendFile(text)
    options.progress?.(rows)
    return { rows }
  } finally {
    await file.close()
  }
}

function line(cells: readonly string[], dialect: CsvDialect): string {
  return cells.map((cell) => quoted(cell, dialect)).join(dialect.separator) + dialect.lineEnd
}

function quoted(cell: string, dialect: CsvDialect): string {
  const isPlain = !cell.includes(dialect.separator) && !/["\r\n]|^\s|\s$/.test(cell)
  if (isPlain && !dialect.quoteEveryCell) return cell
  return `"${cell.replaceAll('"', '""')}"`
}

function csvText(cell: ReportCell, column: ReportColumn, dialect: CsvDialect, clock: WallClock): string {
  const value = isFormulaCell(cell) ? cell.cachedValue : cell
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value, column).replace('.', dialect.decimalMark)
  const text = cleanText(dateText(value, column, clock))
  return dialect.neutraliseFormulas && looksLikeFormula(text) ? `'${text}` : text
}

/** The exact decimal of a whole number of the document, with a point. */
function numberText(value: number, column: ReportColumn): string {
  if (column.kind === 'amount') return decimal(value, 2)
  if (column.kind === 'unit-price' || column.kind === 'percent') return decimal(value, 4)
  if (column.kind === 'quantity') return decimal(value, 3)
  return String(value)
}

function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function dateText(value: string, column: ReportColumn, clock: WallClock): string {
  if (column.kind !== 'date' && column.kind !== 'datetime') return value
  const shown = (localDay(value) ?? clock.at(value))?.toISOString()
  if (shown === undefined) return value
  return column.kind === 'date' ? shown.slice(0, 10) : `${shown.slice(0, 10)} ${shown.slice(11, 16)}`
}
