import type { Cell, Style, Worksheet } from 'exceljs'
import { columnLetters, firstDataRow } from '../../../shared/domain/reports/cell-reference.ts'
import {
  isFormulaCell,
  type ReportCell,
  type ReportColumn,
  type ReportDocument,
  type ReportSheet,
} from '../../../shared/domain/reports/report-document.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { cleanText, cutText, escapeCodePoints, longestCellText, looksLikeFormula } from './cell-text.ts'
import { headerHeight, rowHeight } from './row-height.ts'
import { createWallClock, isExcelDate, localDay, type WallClock } from './wall-clock.ts'
import { type CutCells, writeReadMe } from './xlsx-read-me.ts'
import { sheetOptions } from './xlsx-sheet-options.ts'
import { openXlsxStream, type XlsxStream } from './xlsx-stream.ts'
import { headerStyles, quotedStyles, recordStyles, totalLabelStyle, totalStyles } from './xlsx-style.ts'

/** How a long write is followed and stopped. */
export interface WriteOptions {
  readonly signal?: AbortSignal | undefined
  /** Hears the number of rows written so far. */
  readonly progress?: ((rows: number) => void) | undefined
}

/** What was written. `cutCells` counts the texts that were too long for a cell. */
export interface XlsxSummary {
  readonly rows: number
  readonly cutCells: number
}

/** Rows written between two looks at the disk, the signal and the progress bar. */
const batch = 50
/** Lines of text shown per row where the sheet does not say. */
const mostLines = 12
/** Cut cells named in the read-me sheet; the others are counted. */
const listedCuts = 200

interface Writing {
  readonly document: ReportDocument
  readonly stream: XlsxStream
  readonly clock: WallClock
  readonly options: WriteOptions
  readonly cuts: CutCells
  rows: number
}

/**
 * Writes a report as an Excel workbook, sheet after sheet and row after row, so that memory does not grow with the
 * rows. Refuses with `cancelled` on the signal; errors of the disk come out as they are (`writeFileAtomically`
 * names them). On refusal the file is left unfinished and closed: write to a temporary path.
 */
export async function writeXlsx(
  document: ReportDocument,
  path: string,
  options: WriteOptions = {},
): Promise<XlsxSummary> {
  const stream = await openXlsxStream(path, {
    creator: cleanText(document.properties.author),
    at: new Date(document.generatedAt),
  })
  Object.assign(stream.workbook, {
    title: cleanText(document.properties.title),
    language: document.properties.language,
  })
  const clock = createWallClock(document.timeZone)
  const writing: Writing = { document, stream, clock, options, cuts: { listed: [], count: 0 }, rows: 0 }
  try {
    for (const style of Object.values(quotedStyles)) stream.quotePrefix(style)
    for (const sheet of document.sheets) await writeSheet(writing, sheet)
    if (document.readMe !== undefined) {
      const readMe = writeReadMe(stream.workbook, document, document.readMe, writing.cuts)
      stream.moveToFront(readMe)
    }
    stopIfAborted(options.signal)
    await stream.finish()
  } catch (error) {
    await stream.abandon()
    throw error
  }
  return { rows: writing.rows, cutCells: writing.cuts.count }
}

async function writeSheet(writing: Writing, sheet: ReportSheet): Promise<void> {
  const { stream, document, options } = writing
  const target = stream.workbook.addWorksheet(sheet.name, sheetOptions(sheet, document))
  setColumns(target, sheet.columns)
  writeHeader(target, sheet)
  const totals = sheet.columns.map(() => 0)
  let count = 0
  for await (const record of sheet.rows) {
    const row = target.addRow([])
    row.height = rowHeight(sheet.columns, record, sheet.linesPerRow ?? mostLines)
    sheet.columns.forEach((column, index) => {
      const value = record[column.key]
      if (value === null || value === undefined || value === '') return
      writeCell(writing, sheet, row.getCell(index + 1), column, value)
      if (column.total === 'sum') totals[index] = (totals[index] ?? 0) + numberOf(value)
    })
    row.commit()
    count += 1
    writing.rows += 1
    if (writing.rows % batch === 0) {
      stopIfAborted(options.signal)
      options.progress?.(writing.rows)
      await stream.catchUp(target)
    }
  }
  const lastRow = firstDataRow + count - 1
  if (count > 0) {
    writeTotals(target, sheet, totals, lastRow)
    target.autoFilter = `A1:${columnLetters(sheet.columns.length - 1)}${lastRow}`
  }
  target.commit()
  stopIfAborted(options.signal)
  options.progress?.(writing.rows)
  await stream.catchUp(target)
}

function setColumns(target: Worksheet, columns: readonly ReportColumn[]): void {
  target.columns = columns.map((column) => ({
    width: column.width,
    style: recordStyles[column.kind],
    outlineLevel: column.outline === true ? 1 : 0,
  }))
  // ExcelJS marks every grouped column as folded, which Excel then shows as an empty group.
  for (const column of target.columns) Object.defineProperty(column, 'collapsed', { value: false })
}

function writeHeader(target: Worksheet, sheet: ReportSheet): void {
  const row = target.addRow([])
  row.height = headerHeight(sheet.columns)
  sheet.columns.forEach((column, index) => {
    put(row.getCell(index + 1), cleanText(column.header), headerStyles[column.kind])
  })
  row.commit()
}

function writeCell(
  writing: Writing,
  sheet: ReportSheet,
  cell: Cell,
  column: ReportColumn,
  value: string | number | { readonly formula: string; readonly cachedValue: number | string },
): void {
  const style = recordStyles[column.kind]
  if (isFormulaCell(value)) {
    const result =
      typeof value.cachedValue === 'number' ? shown(column, value.cachedValue) : value.cachedValue
    put(cell, { formula: value.formula, result }, style)
  } else if (typeof value === 'number') {
    put(cell, shown(column, value), style)
  } else {
    const date = dateOf(writing.clock, column, value)
    if (date !== null) put(cell, date, style)
    else putText(writing, sheet, cell, column, value)
  }
}

function putText(
  writing: Writing,
  sheet: ReportSheet,
  cell: Cell,
  column: ReportColumn,
  value: string,
): void {
  let text = cleanText(value)
  if (text.length > longestCellText) {
    text = cutText(text, writing.document.readMe?.cutCells.mark ?? '…')
    writing.cuts.count += 1
    if (writing.cuts.listed.length < listedCuts) {
      writing.cuts.listed.push(`${sheet.name} ${cell.address} (${column.header})`)
    }
  }
  const style = looksLikeFormula(text) ? quotedStyles[column.kind] : recordStyles[column.kind]
  put(cell, escapeCodePoints(text), style)
}

function dateOf(clock: WallClock, column: ReportColumn, value: string): Date | null {
  if (column.kind !== 'date' && column.kind !== 'datetime') return null
  const local = localDay(value) ?? clock.at(value)
  if (local === null || !isExcelDate(local)) return null
  if (column.kind === 'date') local.setUTCHours(0, 0, 0, 0)
  return local
}

/** The number that the spreadsheet shows for a whole number of the document. */
function shown(column: ReportColumn, value: number): number {
  if (column.kind === 'amount') return value / 100
  if (column.kind === 'percent' || column.kind === 'unit-price') return value / 10_000
  if (column.kind === 'quantity') return value / 1000
  return value
}

function writeTotals(
  target: Worksheet,
  sheet: ReportSheet,
  totals: readonly number[],
  lastRow: number,
): void {
  if (!sheet.columns.some((column) => column.total === 'sum')) return
  const row = target.addRow([])
  sheet.columns.forEach((column, index) => {
    const style = totalStyles[column.kind]
    const cell = row.getCell(index + 1)
    if (column.total === 'sum') {
      const letters = columnLetters(index)
      const sum = `SUBTOTAL(9,${letters}${firstDataRow}:${letters}${lastRow})`
      const formula = column.kind === 'amount' ? `ROUND(${sum},2)` : sum
      put(cell, { formula, result: shown(column, totals[index] ?? 0) }, style)
    } else {
      const label = index === 0 ? sheet.totalLabel : undefined
      put(cell, label ?? null, label === undefined ? style : totalLabelStyle)
    }
  })
  row.commit()
}

function put(cell: Cell, value: Cell['value'], style: Partial<Style>): void {
  cell.value = value
  cell.style = style
}

function numberOf(value: ReportCell): number {
  if (typeof value === 'number') return value
  return isFormulaCell(value) && typeof value.cachedValue === 'number' ? value.cachedValue : 0
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled')
}
