import type ExcelJS from 'exceljs'
import type { CellValue, RawRow, ReadingChoices } from '../../../shared/domain/imports/raw-table.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  type Archive,
  headMentions,
  looksLikeOldOffice,
  looksLikeZip,
  openArchive,
  verifyArchive,
} from './archive.ts'
import { columnNames, createRowFilter, findHeader } from './header.ts'
import type { ImportFormat, OpenedTable, ReadingNotice, RowBatch, ScannedFile } from './import-format.ts'
import { openWorkbook, type WorkbookSheet } from './workbook-parts.ts'

const largestWorkbook = 100 * 1024 * 1024
/** The texts of a workbook are kept in memory while it is read. */
const largestTexts = 400 * 1024 * 1024
/** One long text may stand in every cell at the cost of a number: what the cells say in all has a limit of its own. */
const mostCharacters = 1024 * 1024 * 1024
const batchRows = 1_000
/** Rows of a sheet looked at for its headers. */
const lookedAt = 40

/** A date of Excel as local text without zone: a workbook knows none. */
function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19)
}

/** One cell as plain data. A formula gives the value it last had, and is told. */
function plainValue(value: ExcelJS.CellValue, onFormula: () => void): CellValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return dateText(value)
  if ('error' in value) return null
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('formula' in value || 'sharedFormula' in value) {
    onFormula()
    const { result } = value
    return result === undefined ? null : plainValue(result as ExcelJS.CellValue, () => {})
  }
  if ('text' in value)
    return typeof value.text === 'string' ? value.text : plainValue(value.text as ExcelJS.CellValue, () => {})
  return null
}

function plainRow(row: ExcelJS.Row, onFormula: () => void): RawRow {
  const values = row.values as readonly ExcelJS.CellValue[]
  const cells: CellValue[] = []
  for (let column = 1; column < values.length; column++)
    cells.push(plainValue(values[column] ?? null, onFormula))
  return { line: row.number, cells }
}

/** The rows of a sheet. What cannot be read in it is the workbook's damage, not ours. */
async function* plainRows(
  sheet: WorkbookSheet,
  fileName: string,
  signal: AbortSignal,
  onFormula: (line: number) => void,
): AsyncGenerator<RawRow> {
  try {
    for await (const row of sheet.rows()) {
      if (signal.aborted) throw new AppError('cancelled')
      yield plainRow(row, () => onFormula(row.number))
    }
  } catch (error) {
    throw damage(error, fileName)
  }
}

function damage(error: unknown, fileName: string): AppError {
  if (error instanceof AppError) return error
  return new AppError('workbook-damaged', { file: fileName }, { cause: error })
}

/** The first rows of a sheet: enough to find its headers. */
async function firstRows(
  sheet: WorkbookSheet,
  fileName: string,
  signal: AbortSignal,
): Promise<readonly RawRow[]> {
  const rows: RawRow[] = []
  for await (const row of plainRows(sheet, fileName, signal, () => {})) {
    rows.push(row)
    if (rows.length >= lookedAt) break
  }
  return rows
}

/** The sheet wanted, else the first that holds more than a line, with its first rows. */
async function chooseSheet(
  sheets: readonly WorkbookSheet[],
  choices: ReadingChoices,
  fileName: string,
  signal: AbortSignal,
): Promise<{ readonly sheet: WorkbookSheet; readonly top: readonly RawRow[] }> {
  const candidates =
    choices.sheet === undefined ? sheets : sheets.filter(({ name }) => name === choices.sheet)
  let chosen: { readonly sheet: WorkbookSheet; readonly top: readonly RawRow[] } | undefined
  for (const sheet of candidates) {
    const top = await firstRows(sheet, fileName, signal)
    if (chosen === undefined || top.length > 1) chosen = { sheet, top }
    if (top.length > 1) break
  }
  if (chosen === undefined)
    throw new AppError('sheet-missing', { file: fileName, sheet: choices.sheet ?? '' })
  return chosen
}

/** Excel workbooks (.xlsx), one sheet at a time. */
export const xlsxFormat: ImportFormat = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm'],
  recognises: (file) =>
    looksLikeOldOffice(file.head) ||
    (looksLikeZip(file.head) &&
      (headMentions(file.head, '[Content_Types].xml') ||
        headMentions(file.head, 'xl/') ||
        headMentions(file.head, '_rels/.rels'))),

  async open(file: ScannedFile, choices: ReadingChoices, signal: AbortSignal): Promise<OpenedTable> {
    const { fileName } = file
    if (looksLikeOldOffice(file.head)) throw new AppError('old-office-file', { file: fileName })
    if (file.bytes > largestWorkbook)
      throw new AppError('file-too-large', { file: fileName, limit: '100 Mio' })
    const archive = await openArchive(file.path, fileName)
    try {
      return await openTable(file, archive, choices, signal)
    } catch (error) {
      archive.close()
      throw error
    }
  },
}

async function openTable(
  file: ScannedFile,
  archive: Archive,
  choices: ReadingChoices,
  signal: AbortSignal,
): Promise<OpenedTable> {
  const { fileName } = file
  if (!archive.entries.some((entry) => entry.fileName === 'xl/workbook.xml'))
    throw new AppError('format-unknown', { file: fileName })
  const texts = archive.entries.find((entry) => entry.fileName === 'xl/sharedStrings.xml')
  if (texts !== undefined && texts.uncompressedSize > largestTexts)
    throw new AppError('file-too-large', { file: fileName, limit: '400 Mio' })
  await verifyArchive(archive, fileName, signal)
  const sheets = await openWorkbook(archive).catch((error: unknown) => {
    throw damage(error, fileName)
  })
  const { sheet, top } = await chooseSheet(sheets, choices, fileName, signal)
  const header = findHeader(top, choices.headerLine)
  if (header === undefined) throw new AppError('sheet-empty', { file: fileName, sheet: sheet.name })
  const notices: ReadingNotice[] = []
  const columns = columnNames(header, top, file.fileName, notices)
  if (header.line > 1) notices.push({ code: 'header-below', parameters: { line: header.line } })
  return {
    format: 'xlsx',
    sheets: sheets.map(({ name }) => name),
    sheet: sheet.name,
    encoding: null,
    separator: null,
    headerLine: header.line,
    columns,
    notices,
    totalBytes: file.bytes,
    async *rows(rowSignal): AsyncGenerator<RowBatch> {
      const filter = createRowFilter(columns, header, notices)
      let formulaSaid = notices.some((notice) => notice.code === 'formula-value')
      const onFormula = (line: number): void => {
        if (formulaSaid || line <= header.line) return
        formulaSaid = true
        notices.push({ code: 'formula-value', parameters: { line } })
      }
      let rows: RawRow[] = []
      let done = 0
      let characters = 0
      for await (const row of plainRows(sheet, fileName, rowSignal, onFormula)) {
        if (row.line <= header.line) continue
        for (const cell of row.cells) if (typeof cell === 'string') characters += cell.length
        if (characters > mostCharacters) throw new AppError('archive-bomb', { file: fileName })
        const fate = filter.take(row)
        if (fate === 'end') break
        if (fate === 'row') rows.push(row)
        if (rows.length >= batchRows) {
          done += rows.length
          // The stream tells no byte position: rows stand for progress, approaching the whole without passing it.
          yield {
            rows,
            issues: filter.issues.splice(0),
            bytesRead: Math.round(file.bytes * (done / (done + 10_000))),
          }
          rows = []
        }
      }
      yield { rows, issues: filter.issues.splice(0), bytesRead: file.bytes }
    },
    async close() {
      archive.close()
    },
  }
}
