import { SaxesParser } from 'saxes'
import type { CellValue, RawRow, ReadingChoices } from '../../../shared/domain/imports/raw-table.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { headMentions, looksLikeZip, openArchive } from './archive.ts'
import { columnNames, createRowFilter, filledCells, findHeader, mostColumns } from './header.ts'
import type { ImportFormat, OpenedTable, ReadingNotice, RowBatch, ScannedFile } from './import-format.ts'

const largestWorkbook = 100 * 1024 * 1024
const batchRows = 1_000
/** Repeats beyond the data are only formatting: sheets declare rows up to their very end. */
const mostRepeatedRows = 10_000
/** As many as a sheet of a spreadsheet program can have. */
const mostRows = 1_048_576

interface OdsSheet {
  readonly name: string
  readonly rows: RawRow[]
}

/** Reads all sheets of `content.xml`. Repeated rows and cells are written out where they hold something. */
async function readSheets(file: ScannedFile, signal: AbortSignal): Promise<readonly OdsSheet[]> {
  const archive = await openArchive(file.path, file.fileName)
  try {
    const entry = archive.entries.find((candidate) => candidate.fileName === 'content.xml')
    if (entry === undefined) throw new AppError('format-unknown', { file: file.fileName })
    const sheets: OdsSheet[] = []
    let sheet: OdsSheet | undefined
    let line = 0
    let rowRepeat = 1
    let cells: CellValue[] = []
    let cellRepeat = 1
    let cellValue: CellValue = null
    let paragraphs: string[] = []
    let text: string | undefined
    let annotation = 0
    const parser = new SaxesParser({ xmlns: false })
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'office:annotation') annotation++
      if (annotation > 0) return
      if (name === 'table:table') {
        sheet = { name: attributes['table:name'] ?? `Feuille ${sheets.length + 1}`, rows: [] }
        sheets.push(sheet)
        line = 0
      } else if (name === 'table:table-row') {
        rowRepeat = repeatOf(attributes['table:number-rows-repeated'])
        cells = []
      } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        cellRepeat = repeatOf(attributes['table:number-columns-repeated'])
        cellValue = typedValue(attributes)
        paragraphs = []
      } else if (name === 'text:p' || name === 'text:h') text = ''
      else if (name === 'text:s' && text !== undefined)
        text += ' '.repeat(Math.min(repeatOf(attributes['text:c']), 1_000))
      else if (name === 'text:tab' && text !== undefined) text += '\t'
      else if (name === 'text:line-break' && text !== undefined) text += '\n'
    })
    parser.on('text', (piece) => {
      if (text !== undefined && annotation === 0) text += piece
    })
    parser.on('closetag', ({ name }) => {
      if (name === 'office:annotation') annotation--
      if (annotation > 0) return
      if ((name === 'text:p' || name === 'text:h') && text !== undefined) {
        paragraphs.push(text)
        text = undefined
      } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        const value = cellValue ?? (paragraphs.length > 0 ? paragraphs.join('\n') : null)
        const repeat = Math.min(cellRepeat, mostColumns - cells.length)
        for (let index = 0; index < repeat; index++) cells.push(value)
      } else if (name === 'table:table-row' && sheet !== undefined) {
        while (cells.length > 0 && (cells.at(-1) === null || cells.at(-1) === '')) cells.pop()
        const times = filledCells(cells) === 0 ? 1 : Math.min(rowRepeat, mostRepeatedRows)
        if (sheet.rows.length + times > mostRows) throw new AppError('archive-bomb', { file: file.fileName })
        for (let index = 0; index < times; index++) sheet.rows.push({ line: line + index + 1, cells })
        line += rowRepeat
      }
    })
    const decoder = new TextDecoder()
    for await (const chunk of await archive.read(entry)) {
      if (signal.aborted) throw new AppError('cancelled')
      parser.write(decoder.decode(chunk as Uint8Array, { stream: true }))
    }
    parser.close()
    return sheets
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('workbook-damaged', { file: file.fileName }, { cause: error })
  } finally {
    archive.close()
  }
}

/** How often a row, cell or space stands there; nonsense stands once. */
function repeatOf(text: string | undefined): number {
  const times = Number(text ?? '1')
  return Number.isInteger(times) && times > 0 ? times : 1
}

function typedValue(attributes: Readonly<Record<string, string>>): CellValue {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return Number(attributes['office:value'])
    case 'boolean':
      return attributes['office:boolean-value'] === 'true'
    case 'date':
      return (attributes['office:date-value'] ?? '').slice(0, 19)
    default:
      return null
  }
}

/** OpenDocument spreadsheets (.ods), whatever their extension says. */
export const odsFormat: ImportFormat = {
  id: 'ods',
  extensions: ['ods'],
  recognises: (file) => looksLikeZip(file.head) && headMentions(file.head, 'opendocument.spreadsheet'),

  async open(file: ScannedFile, choices: ReadingChoices, signal: AbortSignal): Promise<OpenedTable> {
    const { fileName } = file
    if (file.bytes > largestWorkbook)
      throw new AppError('file-too-large', { file: fileName, limit: '100 Mio' })
    const sheets = await readSheets(file, signal)
    const names = sheets.map((sheet) => sheet.name)
    const filled = (sheet: OdsSheet): boolean => sheet.rows.some((row) => filledCells(row.cells) > 0)
    const sheet =
      choices.sheet === undefined
        ? (sheets.find(filled) ?? sheets[0])
        : sheets.find(({ name }) => name === choices.sheet)
    if (sheet === undefined)
      throw new AppError('sheet-missing', { file: fileName, sheet: choices.sheet ?? '' })
    const header = filled(sheet) ? findHeader(sheet.rows, choices.headerLine) : undefined
    if (header === undefined) throw new AppError('sheet-empty', { file: fileName, sheet: sheet.name })
    const notices: ReadingNotice[] = []
    const columns = columnNames(header, sheet.rows.slice(0, 40), file.fileName, notices)
    if (!/\.ods$/i.test(fileName)) notices.push({ code: 'extension-differs', parameters: { format: 'ODS' } })
    if (header.line > 1) notices.push({ code: 'header-below', parameters: { line: header.line } })
    return {
      format: 'ods',
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
        const below = sheet.rows.filter((row) => row.line > header.line)
        for (let start = 0; start < below.length; start += batchRows) {
          if (rowSignal.aborted) throw new AppError('cancelled')
          const rows: RawRow[] = []
          let ended = false
          for (const row of below.slice(start, start + batchRows)) {
            const fate = filter.take(row)
            if (fate === 'row') rows.push(row)
            if (fate === 'end') {
              ended = true
              break
            }
          }
          yield {
            rows,
            issues: filter.issues.splice(0),
            bytesRead: Math.round((file.bytes * Math.min(start + batchRows, below.length)) / below.length),
          }
          if (ended) return
        }
      },
      async close() {},
    }
  },
}
