import type { ColumnMapping } from '../../shared/domain/imports/column-mapping.ts'
import type { FileInspection } from '../../shared/domain/imports/file-inspection.ts'
import type { ImportDraft } from '../../shared/domain/imports/import-draft.ts'
import type { ImportTarget } from '../../shared/domain/imports/import-target.ts'
import type { RawRow, ReadingChoices } from '../../shared/domain/imports/raw-table.ts'
import type { RowIssue } from '../../shared/domain/imports/row-issue.ts'
import { AppError } from '../../shared/errors/app-error.ts'
import { looksLikeAddresses } from './addresses/address-columns.ts'
import { chooseLocale, recogniseDecidim } from './decidim/decidim-columns.ts'
import { decidimMapper, type RowMapper } from './decidim/map-decidim.ts'
import { looksLikeGeoJson, type ReadDistricts, readDistricts } from './districts/read-districts.ts'
import type { OpenedTable, ScannedFile } from './formats/import-format.ts'
import { importFormats } from './formats/index.ts'
import { scanFile } from './formats/scan-file.ts'
import { guessMapping } from './table/guess-mapping.ts'
import { tableMapper } from './table/map-table.ts'

const sampleSize = 20

/** How a file is to be read: everything is guessed where nothing is said. */
export interface ReadRequest {
  readonly choices: ReadingChoices
  readonly target?: ImportTarget | undefined
  readonly mapping?: ColumnMapping | undefined
  readonly locale?: string | undefined
}

/** A batch of what a file gives. `rows` counts the file's rows, good and bad. */
export interface DraftBatch {
  readonly drafts: readonly { readonly line: number; readonly draft: ImportDraft }[]
  readonly issues: readonly RowIssue[]
  readonly rows: number
  readonly bytesRead: number
}

/** A file ready to be read: what it is, and its drafts. */
export interface OpenedImport {
  readonly inspection: FileInspection
  drafts(signal: AbortSignal): AsyncIterable<DraftBatch>
  close(): Promise<void>
}

async function openTable(
  file: ScannedFile,
  choices: ReadingChoices,
  signal: AbortSignal,
): Promise<OpenedTable> {
  const format = importFormats.find((candidate) => candidate.recognises(file))
  if (format === undefined) throw new AppError('format-unknown', { file: file.fileName })
  return format.open(file, choices, signal)
}

async function sampleOf(table: OpenedTable, signal: AbortSignal): Promise<readonly RawRow[]> {
  const sample: RawRow[] = []
  for await (const batch of table.rows(signal)) {
    sample.push(...batch.rows.slice(0, sampleSize - sample.length))
    if (sample.length >= sampleSize) break
  }
  return sample
}

function inspectionOf(
  file: ScannedFile,
  parts: Omit<FileInspection, 'path' | 'fileName' | 'bytes' | 'sha256'>,
): FileInspection {
  return { path: file.path, fileName: file.fileName, bytes: file.bytes, sha256: file.sha256, ...parts }
}

function openDistricts(file: ScannedFile, read: ReadDistricts): OpenedImport {
  return {
    inspection: inspectionOf(file, {
      format: 'geojson',
      sheets: [],
      sheet: null,
      encoding: 'utf-8',
      separator: null,
      headerLine: 0,
      columns: ['code', 'name', 'population'],
      sample: read.drafts
        .slice(0, sampleSize)
        .map(({ line, draft }) => ({ line, cells: [draft.code, draft.name, draft.population ?? null] })),
      target: 'districts',
      mapping: { columns: {}, dateOrder: 'day-first' },
      locale: null,
      notices: read.notices,
    }),
    async *drafts() {
      yield {
        drafts: read.drafts,
        issues: read.issues,
        rows: read.drafts.length + read.issues.length,
        bytesRead: file.bytes,
      }
    },
    async close() {},
  }
}

/** A long text cut from the file's keeps the whole piece of file in memory; a copy of its own does not. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString()
}

/** Wraps a mapper so that the second row of an identifier is refused. */
function withoutRepeats(mapper: RowMapper, idColumn: string): RowMapper {
  const seen = new Set<string>()
  return (row) => {
    const mapped = mapper(row)
    const id = mapped.draft?.externalId
    if (id !== undefined && id !== '') {
      if (seen.has(id)) mapped.reading.issue(idColumn, 'identifier-repeated', id)
      else seen.add(ownCopy(id))
    }
    return mapped
  }
}

/**
 * Opens a file for import: format by content, encoding, separator, headers, kind and mapping guessed where the request
 * does not say. Every refusal is a sentence about the file; nothing but the file is touched.
 */
export async function openImport(
  path: string,
  request: ReadRequest,
  signal: AbortSignal,
): Promise<OpenedImport> {
  const file = await scanFile(path, signal)
  if (request.target === 'districts' || (request.target === undefined && looksLikeGeoJson(file.head))) {
    const read = await readDistricts(file.path, file.fileName)
    if (request.target === 'districts' || !read.pointsOnly) return openDistricts(file, read)
  }
  const table = await openTable(file, request.choices, signal)
  try {
    const { columns } = table
    const target = request.target ?? recogniseDecidim(columns) ?? 'table'
    const locale = target === 'table' ? null : chooseLocale(columns, request.locale)
    const sample = await sampleOf(table, signal)
    const mapping = request.mapping ?? guessMapping(columns, sample)
    // An address base is no register of proposals: it has its own door, on the map.
    if (target === 'table' && looksLikeAddresses(columns))
      table.notices.push({ code: 'address-base', parameters: {} })
    const idColumn =
      target === 'table' ? (columns.find((column) => mapping.columns[column] === 'externalId') ?? 'id') : 'id'
    const makeMapper = (): RowMapper =>
      withoutRepeats(
        target === 'table' ? tableMapper(columns, mapping) : decidimMapper(target, columns, locale),
        idColumn,
      )
    return {
      inspection: inspectionOf(file, {
        format: table.format,
        sheets: table.sheets,
        sheet: table.sheet,
        encoding: table.encoding,
        separator: table.separator,
        headerLine: table.headerLine,
        columns,
        sample,
        target,
        mapping,
        locale,
        notices: table.notices,
      }),
      async *drafts(draftSignal) {
        // Only now: the assistant must open a table whose text nobody could guess.
        if (
          target === 'table' &&
          !Object.values(mapping.columns).some((field) => field === 'title' || field === 'body')
        )
          throw new AppError('mapping-without-text', { file: file.fileName })
        const mapper = makeMapper()
        for await (const batch of table.rows(draftSignal)) {
          const drafts: { line: number; draft: ImportDraft }[] = []
          const issues = [...batch.issues]
          for (const row of batch.rows) {
            const { draft, reading } = mapper(row)
            if (reading.issues.length > 0) issues.push(...reading.issues)
            else if (draft !== undefined) drafts.push({ line: row.line, draft })
          }
          const rejectedLines = new Set(issues.map((issue) => issue.line)).size
          yield { drafts, issues, rows: drafts.length + rejectedLines, bytesRead: batch.bytesRead }
        }
      },
      close: () => table.close(),
    }
  } catch (error) {
    await table.close()
    throw error
  }
}
