import { instantOfSerial, parseInstant } from '../../shared/domain/dates/parse-date.ts'
import type { CellValue } from '../../shared/domain/imports/raw-table.ts'
import type { RowIssue, RowIssueCode } from '../../shared/domain/imports/row-issue.ts'
import { type Cents, cents } from '../../shared/domain/money/cents.ts'
import { parseAmount } from '../../shared/domain/money/parse-amount.ts'

const timeZone = 'Europe/Paris'

/** A cell as text: numbers without a useless fraction, Decidim's formula guard undone. */
export function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') {
    // Decidim prefixes what a spreadsheet could run; only that one mark goes.
    return cell.charCodeAt(0) === 39 && /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell
  }
  return String(cell)
}

/** An identifier as text: `12.0`, read as a number somewhere on its way, is `12`. */
export function identifierOf(cell: CellValue | undefined): string {
  return textOf(cell)
    .trim()
    .replace(/^(\d+)\.0+$/, '$1')
}

/** A place for cells by their header, which may be any word: `__proto__` is one that a plain object would swallow. */
export function emptyExtra(): Record<string, string> {
  return Object.create(null)
}

/** Reads one row's cells by column, gathering what is wrong with them. */
export interface RowReading {
  readonly line: number
  readonly issues: RowIssue[]
  issue(column: string, code: RowIssueCode, value?: string): void
  instant(column: string, cell: CellValue | undefined, dayFirst?: boolean): string | undefined
  count(column: string, cell: CellValue | undefined): number | undefined
  amount(column: string, cell: CellValue | undefined): Cents | undefined
  coordinate(column: string, cell: CellValue | undefined, limit: 90 | 180): number | undefined
}

/** Starts the reading of a row. */
export function readingOf(line: number): RowReading {
  const issues: RowIssue[] = []
  const issue = (column: string, code: RowIssueCode, value?: string): void => {
    // A copy of its own: a slice would keep the whole piece of file in memory as long as the issue.
    const shown = value === undefined ? undefined : Buffer.from(value.slice(0, 80)).toString()
    issues.push({ line, column, code, value: shown })
  }
  return {
    line,
    issues,
    issue,
    instant(column, cell, dayFirst = true) {
      if (typeof cell === 'number') {
        // A bare year in a spreadsheet is a number, too small to be a serial day.
        const instant =
          cell >= 1900 && cell <= 2200
            ? parseInstant(String(cell), { timeZone, dayFirst })
            : instantOfSerial(cell, timeZone)
        if (instant === undefined) issue(column, 'date-unreadable', String(cell))
        return instant
      }
      const text = textOf(cell).trim()
      if (text === '') return undefined
      const instant = parseInstant(text, { timeZone, dayFirst })
      if (instant === undefined) issue(column, 'date-unreadable', text)
      return instant
    },
    count(column, cell) {
      const text = textOf(cell).trim()
      if (text === '') return undefined
      const value = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
      if (Number.isFinite(value) && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return Math.round(value)
      issue(column, 'number-unreadable', text)
      return undefined
    },
    amount(column, cell) {
      if (typeof cell === 'number') {
        if (cell < 0) {
          issue(column, 'amount-negative', String(cell))
          return undefined
        }
        const value = Math.round(cell * 100)
        if (Number.isSafeInteger(value)) return cents(value)
      }
      const text = textOf(cell).trim()
      if (text === '') return undefined
      const value = parseAmount(text)
      if (value === undefined) issue(column, 'amount-unreadable', text)
      else if (value < 0) issue(column, 'amount-negative', text)
      else return value
      return undefined
    },
    coordinate(column, cell, limit) {
      const text = textOf(cell).trim()
      if (text === '') return undefined
      const value = Number(text.replace(',', '.'))
      if (Number.isFinite(value) && Math.abs(value) <= limit) return value
      issue(column, 'coordinates-unreadable', text)
      return undefined
    },
  }
}
