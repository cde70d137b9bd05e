import { readFile } from 'node:fs/promises'
import type {
  CellValue,
  RawRow,
  ReadingChoices,
  TextEncoding,
} from '../../../shared/domain/imports/raw-table.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { detectEncoding } from '../text/detect-encoding.ts'
import { createRowFilter, mostColumns } from './header.ts'
import type { ImportFormat, OpenedTable, RowBatch, ScannedFile } from './import-format.ts'

/** A JSON text is read whole: beyond this it would not fit a string. */
const largestText = 400 * 1024 * 1024
const batchRows = 1_000

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Flattens one object as Decidim's own files do: nested keys joined by `/`, lists by ", ". */
export function flatten(
  value: Readonly<Record<string, unknown>>,
  path = '',
  into: Map<string, CellValue> = new Map(),
): Map<string, CellValue> {
  for (const [key, inner] of Object.entries(value)) {
    const name = path === '' ? key : `${path}/${key}`
    if (isRecord(inner)) flatten(inner, name, into)
    else if (Array.isArray(inner))
      into.set(
        name,
        inner
          .map((item) => (isRecord(item) ? readableRecord(item) : String(item ?? '')))
          .filter((text) => text !== '')
          .join(inner.some(isRecord) ? '\n\n' : ', '),
      )
    else if (typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean')
      into.set(name, inner)
    else into.set(name, null)
  }
  return into
}

/** An object of a list as a person reads it: one "key: value" a line. */
function readableRecord(record: Readonly<Record<string, unknown>>): string {
  return [...flatten(record)]
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')
}

function parseText(text: string, fileName: string): readonly unknown[] {
  try {
    const whole: unknown = JSON.parse(text)
    if (Array.isArray(whole)) return whole
    if (isRecord(whole)) {
      const values = Object.values(whole)
      // Objects kept by key (`{"p12": {…}, "p13": {…}}`): each is a row, and its key may be its only name.
      if (values.length > 1 && values.every(isRecord))
        return Object.entries(whole).map(([key, value]) =>
          isRecord(value) && 'id' in value ? value : { id: key, ...(value as object) },
        )
      const list = Object.values(whole).find((value) => Array.isArray(value) && value.some(isRecord))
      return Array.isArray(list) ? list : [whole]
    }
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    try {
      if (lines.length > 1) return lines.map((line) => JSON.parse(line) as unknown)
    } catch {
      // Neither one document nor one a line: told below with the first error.
    }
    throw new AppError('json-damaged', { file: fileName }, { cause: error })
  }
  throw new AppError('json-not-a-list', { file: fileName })
}

/** JSON: a list of objects, or one object a line. */
export const jsonFormat: ImportFormat = {
  id: 'json',
  extensions: ['json', 'jsonl', 'ndjson'],
  recognises(file) {
    const start = new TextDecoder(detectEncoding(file)).decode(file.head.subarray(0, 4_096)).trimStart()
    return start.startsWith('[{') || start.startsWith('{') || /^\[\s*[{\]]/.test(start)
  },

  async open(file: ScannedFile, _choices: ReadingChoices, signal: AbortSignal): Promise<OpenedTable> {
    const { fileName } = file
    if (file.bytes > largestText) throw new AppError('file-too-large', { file: fileName, limit: '400 Mio' })
    const encoding = detectEncoding(file)
    const text = new TextDecoder(encoding).decode(await readFile(file.path, { signal }))
    return recordsTable(file, 'json', encoding, flattenAll(parseText(text, fileName), fileName))
  },
}

/** Flattens every object of a list. Objects nested thousands deep come from no platform: refused as `json-damaged`. */
export function flattenAll(
  items: readonly unknown[],
  fileName: string,
): readonly ReadonlyMap<string, CellValue>[] {
  try {
    return items.filter(isRecord).map((item) => flatten(item))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new AppError('json-damaged', { file: fileName }, { cause: error })
  }
}

/** A table from records that were read whole; columns in the order in which keys are first met. */
export function recordsTable(
  file: ScannedFile,
  format: string,
  encoding: TextEncoding,
  records: readonly ReadonlyMap<string, CellValue>[],
): OpenedTable {
  if (records.length === 0) throw new AppError('table-empty', { file: file.fileName })
  const names = new Set<string>()
  for (const record of records) for (const name of record.keys()) names.add(name)
  if (names.size > mostColumns)
    throw new AppError('too-many-columns', { file: file.fileName, limit: mostColumns })
  const columns = [...names]
  return {
    format,
    sheets: [],
    sheet: null,
    encoding,
    separator: null,
    headerLine: 0,
    columns,
    notices: [],
    totalBytes: file.bytes,
    async *rows(rowSignal): AsyncGenerator<RowBatch> {
      const filter = createRowFilter(columns, { line: 0, cells: ['\u0001'] }, [])
      for (let start = 0; start < records.length; start += batchRows) {
        if (rowSignal.aborted) throw new AppError('cancelled')
        const rows: RawRow[] = []
        for (const [index, record] of records.slice(start, start + batchRows).entries()) {
          const row = {
            line: start + index + 1,
            cells: columns.map((column) => record.get(column) ?? null),
          }
          if (filter.take(row) === 'row') rows.push(row)
        }
        const done = Math.min(start + batchRows, records.length)
        yield {
          rows,
          issues: filter.issues.splice(0),
          bytesRead: Math.round((file.bytes * done) / records.length),
        }
      }
    },
    async close() {},
  }
}
