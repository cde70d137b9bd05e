import ExcelJS from 'exceljs'
import type { CellValue, RawRow, ReadingChoices } from '../../../shared/domain/imports/raw-table.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { headMentions, looksLikeOldOffice, looksLikeZip, openArchive, verifyArchive } from './archive.ts'
import { columnNames, createRowFilter, findHeader } from './header.ts'
import type { ImportFormat, OpenedTable, ReadingNotice, RowBatch, ScannedFile } from './import-format.ts'

const largestWorkbook = 100 * 1024 * 1024
/** The texts of a workbook are kept in memory while it is read. */
const largestTexts = 400 * 1024 * 1024
/** One long text may stand in every cell at the cost of a number: what the cells say in all has a limit of its own. */
const mostCharacters = 1024 * 1024 * 1024
const batchRows = 1_000

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

function reader(path: string): ExcelJS.stream.xlsx.WorkbookReader {
  return new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'ignore',
  })
}

/** What the streaming reader knows of a sheet beyond its declared type. */
interface NamedSheet {
  readonly name?: string
  readonly id?: number | string
}

function nameOf(sheet: unknown, index: number): string {
  const named = sheet as NamedSheet
  return named.name ?? `Feuille ${index + 1}`
}

async function* sheetRows(
  path: string,
  wanted: number,
  onFormula: (line: number) => void,
  signal: AbortSignal,
): AsyncGenerator<RawRow> {
  let index = 0
  for await (const sheet of reader(path)) {
    if (index++ !== wanted) {
      for await (const _row of sheet) if (signal.aborted) throw new AppError('cancelled')
      continue
    }
    for await (const row of sheet) {
      if (signal.aborted) throw new AppError('cancelled')
      const line = row.number
      const values = row.values as readonly ExcelJS.CellValue[]
      const cells: CellValue[] = []
      for (let column = 1; column < values.length; column++)
        cells.push(plainValue(values[column] ?? null, () => onFormula(line)))
      yield { line, cells }
    }
    return
  }
}

/** Names of the sheets in the order of the file, each with its first rows. */
async function surveySheets(
  path: string,
  signal: AbortSignal,
): Promise<readonly { readonly name: string; readonly rows: readonly RawRow[] }[]> {
  const sheets: { name: string; rows: RawRow[] }[] = []
  for await (const sheet of reader(path)) {
    const rows: RawRow[] = []
    for await (const row of sheet) {
      if (signal.aborted) throw new AppError('cancelled')
      if (rows.length >= 40) continue
      const values = row.values as readonly ExcelJS.CellValue[]
      const cells: CellValue[] = []
      for (let column = 1; column < values.length; column++)
        cells.push(plainValue(values[column] ?? null, () => {}))
      rows.push({ line: row.number, cells })
    }
    sheets.push({ name: nameOf(sheet, sheets.length), rows })
  }
  return sheets
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
      if (!archive.entries.some((entry) => entry.fileName === 'xl/workbook.xml'))
        throw new AppError('format-unknown', { file: fileName })
      const texts = archive.entries.find((entry) => entry.fileName === 'xl/sharedStrings.xml')
      if (texts !== undefined && texts.uncompressedSize > largestTexts)
        throw new AppError('file-too-large', { file: fileName, limit: '400 Mio' })
      await verifyArchive(archive, fileName, signal)
    } finally {
      archive.close()
    }
    const sheets = await surveySheets(file.path, signal).catch((error: unknown) => {
      if (error instanceof AppError) throw error
      throw new AppError('workbook-damaged', { file: fileName }, { cause: error })
    })
    const names = sheets.map((sheet) => sheet.name)
    const filled = (rows: readonly RawRow[]): boolean => rows.length > 0
    const wanted =
      choices.sheet === undefined
        ? Math.max(
            0,
            sheets.findIndex((sheet) => sheet.rows.length > 1),
          )
        : names.indexOf(choices.sheet)
    const sheet = sheets[wanted]
    if (sheet === undefined)
      throw new AppError('sheet-missing', { file: fileName, sheet: choices.sheet ?? '' })
    if (!filled(sheet.rows)) throw new AppError('sheet-empty', { file: fileName, sheet: sheet.name })
    const header = findHeader(sheet.rows, choices.headerLine)
    if (header === undefined) throw new AppError('sheet-empty', { file: fileName, sheet: sheet.name })
    const notices: ReadingNotice[] = []
    const columns = columnNames(header, sheet.rows, file.fileName, notices)
    if (header.line > 1) notices.push({ code: 'header-below', parameters: { line: header.line } })
    return {
      format: 'xlsx',
      sheets: names,
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
        for await (const row of sheetRows(file.path, wanted, onFormula, rowSignal)) {
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
      async close() {},
    }
  },
}
