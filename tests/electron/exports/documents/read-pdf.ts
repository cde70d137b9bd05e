import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as its readers see it. */
export interface ReadPdf {
  /** Text of each page, spaces as one. */
  readonly pages: readonly string[]
  /** Bookmarks with their depth, from 0. */
  readonly bookmarks: readonly { readonly title: string; readonly depth: number }[]
  readonly isTagged: boolean
  readonly title: string
  readonly author: string
  readonly language: string
  /** Alternative texts of the figures of each page. */
  readonly figures: readonly string[]
  readonly scripts: number
}

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

/** Reads a PDF back with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  const figures: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent()
    pages.push(
      content.items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replace(/\s+/g, ' '),
    )
    collectFigures(await page.getStructTree(), figures)
  }
  const { info } = await pdf.getMetadata()
  const field = (name: string): string => String(Reflect.get(info, name) ?? '')
  const marks: unknown = await pdf.getMarkInfo()
  const scripts = await pdf.getJSActions()
  const read: ReadPdf = {
    pages,
    bookmarks: flatten((await pdf.getOutline()) ?? [], 0),
    isTagged: marks instanceof Map && marks.get('Marked') === true,
    title: field('Title'),
    author: field('Author'),
    language: field('Language'),
    figures,
    scripts: Object.keys(scripts ?? {}).length,
  }
  await pdf.loadingTask.destroy()
  return read
}

function flatten(items: readonly Bookmark[], depth: number): ReadPdf['bookmarks'] {
  return items.flatMap(({ title, items: below }) => [{ title, depth }, ...flatten(below, depth + 1)])
}

function collectFigures(node: unknown, figures: string[]): void {
  if (typeof node !== 'object' || node === null) return
  if (Reflect.get(node, 'role') === 'Figure') figures.push(String(Reflect.get(node, 'alt') ?? ''))
  const children: unknown = Reflect.get(node, 'children')
  if (Array.isArray(children)) for (const child of children) collectFigures(child, figures)
}
