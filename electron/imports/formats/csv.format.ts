import { createReadStream } from 'node:fs'
import type { RawRow, ReadingChoices, TextEncoding } from '../../../shared/domain/imports/raw-table.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { type CsvRow, createCsvParser } from '../text/csv-parser.ts'
import { detectEncoding } from '../text/detect-encoding.ts'
import { detectSeparator } from '../text/detect-separator.ts'
import { columnNames, createRowFilter, findHeader } from './header.ts'
import type { ImportFormat, OpenedTable, ReadingNotice, RowBatch, ScannedFile } from './import-format.ts'

const chunkBytes = 1024 * 1024

/** Content that is no text at all: signatures of archives, images, PDFs and old Office files. */
const binarySignatures = [
  '504b0304',
  '504b0506',
  'd0cf11e0',
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '1f8b',
  '53514c69',
]

function looksBinary(file: ScannedFile): boolean {
  const start = Buffer.from(file.head.subarray(0, 8)).toString('hex')
  if (binarySignatures.some((signature) => start.startsWith(signature))) return true
  return !detectEncoding(file).startsWith('utf-16') && isFullOfControls(file.head)
}

/** A stray null byte rejects its row; a file of which one byte in twenty is a control character is no text. */
function isFullOfControls(head: Uint8Array): boolean {
  const controls = head.reduce((count, byte) => (byte < 9 || (byte > 13 && byte < 32) ? count + 1 : count), 0)
  return controls > 16 && controls > head.length / 20
}

async function* parsedRows(
  file: ScannedFile,
  encoding: TextEncoding,
  separator: string,
  signal: AbortSignal,
): AsyncGenerator<{ rows: CsvRow[]; bytesRead: number }> {
  const parser = createCsvParser(separator)
  const decoder = new TextDecoder(encoding)
  let bytesRead = 0
  for await (const chunk of createReadStream(file.path, {
    highWaterMark: chunkBytes,
  }) as AsyncIterable<Buffer>) {
    if (signal.aborted) throw new AppError('cancelled')
    bytesRead += chunk.length
    yield { rows: parser.feed(decoder.decode(chunk, { stream: true })), bytesRead }
  }
  const last = parser.feed(decoder.decode())
  yield { rows: [...last, ...parser.end()], bytesRead }
}

/** Separated text in any of four encodings, streamed: two gigabytes pass in flat memory. */
export const csvFormat: ImportFormat = {
  id: 'csv',
  extensions: ['csv', 'txt', 'tsv'],
  recognises: (file) => !looksBinary(file),

  async open(file: ScannedFile, choices: ReadingChoices, signal: AbortSignal): Promise<OpenedTable> {
    const encoding = choices.encoding ?? detectEncoding(file)
    const headText = new TextDecoder(encoding).decode(file.head, { stream: true })
    const separator = choices.separator ?? detectSeparator(headText)
    const first: RawRow[] = []
    for await (const { rows } of parsedRows(file, encoding, separator, signal)) {
      first.push(...rows.slice(0, 40))
      if (first.length >= 40) break
    }
    const header = findHeader(first, choices.headerLine)
    if (header === undefined) throw new AppError('file-empty', { file: file.fileName })
    const notices: ReadingNotice[] = []
    const columns = columnNames(header, first, file.fileName, notices)
    if (header.line < (first[0]?.line ?? 1)) notices.push({ code: 'header-absent', parameters: {} })
    if (header.line > (first[0]?.line ?? 1))
      notices.push({ code: 'header-below', parameters: { line: header.line } })
    return {
      format: 'csv',
      sheets: [],
      sheet: null,
      encoding,
      separator,
      headerLine: header.line,
      columns,
      notices,
      totalBytes: file.bytes,
      async *rows(rowSignal): AsyncGenerator<RowBatch> {
        const filter = createRowFilter(columns, header, notices)
        for await (const { rows, bytesRead } of parsedRows(file, encoding, separator, rowSignal)) {
          const taken: RawRow[] = []
          let ended = false
          for (const row of rows) {
            if (row.line <= header.line) continue
            const fate = filter.take(row)
            if (fate === 'row') taken.push(row)
            if (fate === 'end') {
              ended = true
              break
            }
          }
          yield { rows: taken, issues: filter.issues.splice(0), bytesRead }
          if (ended) return
        }
      },
      async close() {},
    }
  },
}
