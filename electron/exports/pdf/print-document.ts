import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PdfPrinter } from '../../ports.ts'
import type { PdfProperties } from './pdf-file.ts'

/** What printing needs from outside. */
export interface PrintSetting {
  readonly printer: PdfPrinter
  /** A folder for the HTML that Chromium reads; nothing is left in it. */
  readonly temporaryFolder: string
  readonly signal: AbortSignal
  /** Called before each step with its name (`measure`, `print`, `finish`) and its place among `total`. */
  readonly progress: (step: PrintStep, done: number, total: number) => void
}

export type PrintStep = 'measure' | 'print' | 'finish'

/** A printed document: bytes of the PDF and its number of pages. */
export interface PrintedDocument {
  readonly bytes: Uint8Array
  readonly pages: number
}

interface PrintableDocument {
  readonly format: 'A4' | 'A5'
  readonly properties: PdfProperties
  /** The document without what does not change its layout, to be measured. */
  readonly draft: () => string
  /** The document with the page of each anchor. */
  readonly final: (pageNumbers: ReadonlyMap<string, number>) => string
}

/** More turns than this never happened: the figures of a page number keep the width of their place. */
const mostTurns = 3

/**
 * Prints a document whose contents name its own pages: a light first pass tells where each anchor falls, the second is
 * the document, and its numbers are checked against where things really fell. Refuses with `cancelled`.
 */
export async function printDocument(
  document: PrintableDocument,
  setting: PrintSetting,
): Promise<PrintedDocument> {
  const { signal, progress } = setting
  const total = 3
  progress('measure', 0, total)
  stopIfCancelled(signal)
  // Loaded late: what reads PDF files takes a while, which nobody should wait for to see a list.
  const [{ headingsOf }, { finishPdf, readPrintedPdf }] = await Promise.all([
    import('./bookmarks.ts'),
    import('./pdf-file.ts'),
  ])
  let { destinations } = await readPrintedPdf(await printHtml(document.draft(), document.format, setting))
  for (let turn = 0; turn < mostTurns; turn += 1) {
    progress('print', 1, total)
    stopIfCancelled(signal)
    const html = document.final(destinations)
    const bytes = await printHtml(html, document.format, setting)
    progress('finish', 2, total)
    stopIfCancelled(signal)
    const finished = await finishPdf(bytes, document.properties, headingsOf(html))
    if (areSame(destinations, finished.destinations)) return { bytes: finished.bytes, pages: finished.pages }
    destinations = finished.destinations
  }
  throw new Error('The page numbers of the printed document never settled')
}

/** Prints a complete HTML document and answers the bytes of its PDF. Refuses with `cancelled`. */
export async function printHtml(
  html: string,
  format: 'A4' | 'A5',
  { printer, temporaryFolder, signal }: PrintSetting,
): Promise<Uint8Array> {
  const htmlPath = join(temporaryFolder, `${randomUUID()}.html`)
  try {
    // It holds what citizens wrote, in a folder that other people of this computer may share.
    await writeFile(htmlPath, html, { mode: 0o600, flag: 'wx' })
    const bytes = await printer.print({ htmlPath, format }, signal)
    stopIfCancelled(signal)
    return bytes
  } finally {
    await rm(htmlPath, { force: true })
  }
}

function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled')
}

function areSame(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): boolean {
  return first.size === second.size && [...first].every(([anchor, page]) => second.get(anchor) === page)
}
