import type { CellValue, RawRow } from '../../../shared/domain/imports/raw-table.ts'
import type { RowIssue } from '../../../shared/domain/imports/row-issue.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ReadingNotice } from './import-format.ts'

/** Rows looked at to find the one that holds the headers. */
const lookedAt = 12
/** A cell above this many characters is refused: no citizen typed a megabyte. */
const longestCell = 1_000_000

/** Wider than any register or survey; a table beyond it is a file read with the wrong separator, or turned on its side. */
export const mostColumns = 2_000

function isFilled(cell: CellValue | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== ''
}

/** How many cells of a row hold something. */
export function filledCells(cells: readonly CellValue[]): number {
  let count = 0
  for (const cell of cells) if (isFilled(cell)) count++
  return count
}

/** Whether a first row can only be data: addresses, numbers and nothing that names anything. */
function isBareData(row: RawRow): boolean {
  const filled = row.cells.filter(isFilled).map((cell) => String(cell).trim())
  const addresses = filled.filter((cell) => /^(https?:\/\/\S+|[^\s@]+@[^\s@]+\.[^\s@]+)$/i.test(cell))
  return (
    addresses.length > 0 && filled.every((cell) => addresses.includes(cell) || /^[\d.,:/ -]+$/.test(cell))
  )
}

/**
 * The row that holds the headers: the first one, unless lines of title stand above it (a row much wider in text, the
 * next ones as wide). `undefined` for a table without any row.
 */
export function findHeader(rows: readonly RawRow[], wantedLine: number | undefined): RawRow | undefined {
  if (wantedLine !== undefined) return rows.find((row) => row.line >= wantedLine)
  const firstFilled = rows.find((row) => filledCells(row.cells) > 0)
  if (firstFilled !== undefined && isBareData(firstFilled))
    return { line: firstFilled.line - 1, cells: firstFilled.cells.map((_cell, index) => `#${index + 1}`) }
  const looked = rows.filter((row) => filledCells(row.cells) > 0).slice(0, lookedAt)
  const widest = Math.max(0, ...looked.map((row) => filledCells(row.cells)))
  const texts = (row: RawRow): number =>
    row.cells.filter((cell) => typeof cell === 'string' && cell !== '').length
  return (
    looked.find(
      (row) =>
        filledCells(row.cells) >= Math.max(1, widest * 0.6) && texts(row) >= filledCells(row.cells) * 0.6,
    ) ?? looked[0]
  )
}

/**
 * Headers of a table: trimmed, trailing empty ones dropped, inner empty ones named by position. A header that stands
 * twice over the same values is kept once under its name and told; over different values it is refused
 * (`headers-repeated`), since nobody could say which one counts.
 */
export function columnNames(
  header: RawRow,
  below: readonly RawRow[],
  fileName: string,
  notices: ReadingNotice[],
): readonly string[] {
  const names = header.cells.map((cell) =>
    (cell === null ? '' : String(cell))
      .replace(/^\ufeff/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  while (names.at(-1) === '') names.pop()
  if (names.length === 0) throw new AppError('table-empty', { file: fileName })
  if (names.length > mostColumns)
    throw new AppError('too-many-columns', { file: fileName, limit: mostColumns })
  const first = new Map<string, number>()
  const clashing = new Set<string>()
  const repeated = new Set<string>()
  const columns = names.map((name, index) => {
    if (name === '') return `#${index + 1}`
    const earlier = first.get(name)
    if (earlier === undefined) {
      first.set(name, index)
      return name
    }
    const rows = below.filter((row) => row.line > header.line && filledCells(row.cells) > 0)
    const same =
      rows.length > 0 && rows.every((row) => (row.cells[earlier] ?? null) === (row.cells[index] ?? null))
    ;(same ? repeated : clashing).add(name)
    return `${name} (${index + 1})`
  })
  if (clashing.size > 0)
    throw new AppError('headers-repeated', { file: fileName, columns: [...clashing].slice(0, 8).join(' ; ') })
  if (repeated.size > 0)
    notices.push({
      code: 'headers-repeated-same',
      parameters: { columns: [...repeated].slice(0, 8).join(' ; ') },
    })
  return columns
}

export interface RowFilter {
  /** Whether the row is one of the table; its issues, if any, reject it. */
  take(row: RawRow): 'row' | 'skip' | 'rejected' | 'end'
  readonly issues: RowIssue[]
}

/**
 * Tells the rows of the table from what surrounds them: blank rows and repeated header lines are skipped, a second
 * small table under a gap ends it, a row with an unreadable cell is rejected with its place. Notices are said once.
 */
export function createRowFilter(
  columns: readonly string[],
  header: RawRow,
  notices: ReadingNotice[],
): RowFilter {
  const issues: RowIssue[] = []
  const said = new Set(notices.map((notice) => notice.code))
  const headerText = header.cells.map((cell) => String(cell ?? '').trim())
  let blanks = 0
  const say = (code: string, line: number): void => {
    if (said.has(code)) return
    said.add(code)
    notices.push({ code, parameters: { line } })
  }
  return {
    issues,
    take(row) {
      const { cells, line } = row
      const filled = filledCells(cells)
      if (filled === 0) {
        blanks++
        return 'skip'
      }
      if (blanks >= 2 && columns.length >= 3 && filled <= columns.length / 2) {
        say('second-table-left-out', line)
        return 'end'
      }
      blanks = 0
      if (
        cells[0] === header.cells[0] &&
        headerText.every((text, index) => String(cells[index] ?? '').trim() === text)
      ) {
        say('header-repeated', line)
        return 'skip'
      }
      let rejected = false
      const reject = (code: RowIssue['code'], index: number, value?: string): void => {
        issues.push({ line, column: columns[index] ?? `#${index + 1}`, code, value })
        rejected = true
      }
      for (let index = 0; index < cells.length; index++) {
        const cell = cells[index]
        if (typeof cell !== 'string') continue
        if (cell.length > longestCell) reject('cell-too-long', index, String(cell.length))
        else if (cell.includes('\u0000'))
          reject('null-byte', index, cell.slice(0, 60).replaceAll('\u0000', '␀'))
        else if (!cell.isWellFormed() || cell.includes('\ufffd'))
          reject('broken-character', index, cell.slice(0, 60).toWellFormed())
      }
      if (!rejected && cells.length > columns.length) {
        const extra = cells.findIndex((cell, index) => index >= columns.length && isFilled(cell))
        if (extra >= 0) reject('too-many-cells', extra, String(cells[extra]).slice(0, 60))
      }
      return rejected ? 'rejected' : 'row'
    },
  }
}
