import type { ReportColumn } from './report-document.ts'

/** Row of the first record in every sheet: the header is row 1. */
export const firstDataRow = 2

/** Letters of a column counted from 0: A … Z, AA … */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The letters of the column with this key. Throws a RangeError if there is none: a formula must never point astray. */
export function lettersOf(columns: readonly ReportColumn[], key: string): string {
  const index = columns.findIndex((column) => column.key === key)
  if (index < 0) throw new RangeError(`No column ${key}`)
  return columnLetters(index)
}

/** A sheet name as formulas write it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

/** Where the records of a sheet lie, to be pointed at from formulas of any sheet. */
export interface SheetRange {
  /** The cells of a column, all records: `'Projets'!$C$2:$C$15`. An empty sheet answers its first, blank row. */
  readonly column: (key: string) => string
  /** One cell: `'Projets'!$C$4`. `index` counts records from 0. */
  readonly cell: (key: string, index: number) => string
}

/** References into a sheet of `count` records. */
export function sheetRange(name: string, columns: readonly ReportColumn[], count: number): SheetRange {
  const sheet = quotedSheet(name)
  const lastRow = firstDataRow + Math.max(count, 1) - 1
  return {
    column: (key) => {
      const letters = lettersOf(columns, key)
      return `${sheet}!$${letters}$${firstDataRow}:$${letters}$${lastRow}`
    },
    cell: (key, index) => `${sheet}!$${lettersOf(columns, key)}$${firstDataRow + index}`,
  }
}

/** A text as formulas write it. */
export function quotedText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
