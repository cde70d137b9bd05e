import { Readable } from 'node:stream'
import type ExcelJS from 'exceljs'
import type { Entry } from 'yauzl'
import type { Archive } from './archive.ts'

/** A sheet of a workbook, in the order of its tabs. */
export interface WorkbookSheet {
  readonly name: string
  rows(): AsyncIterable<ExcelJS.Row>
}

/** What ExcelJS's streaming reader has beyond its declared type: one function per part of a workbook. */
interface PartReader {
  readonly workbookRels?: readonly { readonly Id: string; readonly Target: string }[]
  readonly model?: {
    readonly sheets?: readonly { readonly name: string; readonly rId: string }[]
  }
  _parseRels(part: Readable): Promise<void>
  _parseWorkbook(part: Readable): Promise<void>
  _parseStyles(part: Readable): Promise<void>
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>
  _parseWorksheet(
    part: AsyncIterable<string>,
    number: string,
  ): Iterable<{ readonly value: AsyncIterable<ExcelJS.Row> }>
}

/** The text of a part. A character may begin in one piece of the file and end in the next. */
async function* textOf(archive: Archive, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const piece of await archive.read(entry))
    yield decoder.decode(piece as Uint8Array, { stream: true })
}

/** Path inside the archive of what a workbook points at. */
function partPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/**
 * The sheets of a workbook, read through the directory of its archive. ExcelJS, left to open the file itself, reads it
 * from its first byte to its last: whatever stands behind a sheet (styles, and with them what is a date; texts; other
 * sheets) is lost in about one reading of six, and a letter with an accent that lies over the end of a piece is broken.
 */
export async function openWorkbook(archive: Archive): Promise<readonly WorkbookSheet[]> {
  // Loaded late: it takes a third of a second, which nobody should wait for to see a list.
  const { default: excel } = await import('exceljs')
  const reader = new excel.stream.xlsx.WorkbookReader('', {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'ignore',
  }) as unknown as PartReader
  const byPath = new Map(archive.entries.map((entry) => [entry.fileName, entry]))
  const part = (path: string): Readable | undefined => {
    const entry = byPath.get(path)
    return entry === undefined ? undefined : Readable.from(textOf(archive, entry))
  }
  const relations = part('xl/_rels/workbook.xml.rels')
  const workbook = part('xl/workbook.xml')
  const styles = part('xl/styles.xml')
  const texts = part('xl/sharedStrings.xml')
  if (relations !== undefined) await reader._parseRels(relations)
  if (workbook !== undefined) await reader._parseWorkbook(workbook)
  if (styles !== undefined) await reader._parseStyles(styles)
  if (texts !== undefined) for await (const _text of reader._parseSharedStrings(texts));
  const targets = new Map((reader.workbookRels ?? []).map(({ Id, Target }) => [Id, partPath(Target)]))
  return (reader.model?.sheets ?? []).flatMap(({ name, rId }) => {
    const path = targets.get(rId) ?? ''
    const entry = byPath.get(path)
    // A sheet that holds one chart and no cell stands among the sheets too.
    if (entry === undefined || path.startsWith('xl/chartsheets/')) return []
    return [
      {
        name,
        async *rows() {
          for (const { value } of reader._parseWorksheet(textOf(archive, entry), path)) yield* value
        },
      },
    ]
  })
}
