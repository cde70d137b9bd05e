import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib'
import { bookmarkItems, spellBookmarks } from './bookmarks.ts'

/** A printed PDF, read back. */
export interface PrintedPdf {
  readonly pages: number
  /** Page, from 1, of each named destination: the anchors that a link of the document leads to. */
  readonly destinations: ReadonlyMap<string, number>
  /** Page, from 1, that each bookmark leads to, in reading order. */
  readonly bookmarkPages: readonly number[]
}

export interface PdfProperties {
  readonly author: string
  readonly subject: string
}

/** Reads the number of pages and the destinations of a PDF that Chromium printed. */
export async function readPrintedPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  return readDocument(await PDFDocument.load(bytes, { updateMetadata: false }))
}

/** Reads a printed PDF and writes who made it, what Chromium leaves out; tags, language and title stay as printed. `headings` are those of the document, in order, for the bookmarks. */
export async function finishPdf(
  bytes: Uint8Array,
  { author, subject }: PdfProperties,
  headings: readonly string[],
): Promise<PrintedPdf & { readonly bytes: Uint8Array }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  document.setAuthor(author)
  document.setSubject(subject)
  document.setCreator('Parvis')
  spellBookmarks(document, headings)
  return { ...readDocument(document), bytes: await document.save({ useObjectStreams: true }) }
}

function readDocument(document: PDFDocument): PrintedPdf {
  const pages = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]))
  const destinations = new Map<string, number>()
  const bookmarkPages = bookmarkItems(document).flatMap((item) => {
    const target = item.lookup(PDFName.of('Dest'))
    const page = target instanceof PDFArray ? target.get(0) : undefined
    const number = page instanceof PDFRef ? pages.get(page.toString()) : undefined
    return number === undefined ? [] : [number]
  })
  const named = document.catalog.lookup(PDFName.of('Dests'))
  if (named instanceof PDFDict) {
    for (const [name, value] of named.entries()) {
      const target = document.context.lookup(value)
      const page = target instanceof PDFArray ? target.get(0) : undefined
      const number = page instanceof PDFRef ? pages.get(page.toString()) : undefined
      if (number !== undefined) destinations.set(name.decodeText(), number)
    }
  }
  return { pages: pages.size, destinations, bookmarkPages }
}
