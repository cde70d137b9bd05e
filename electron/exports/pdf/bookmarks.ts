import { Parser } from 'htmlparser2'
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'

/** The headings of an HTML document in their order, each as one line of text. */
export function headingsOf(html: string): readonly string[] {
  const headings: string[] = []
  let current: string | undefined
  const parser = new Parser({
    onopentag(name) {
      if (/^h[1-6]$/.test(name)) current = ''
    },
    ontext(text) {
      if (current !== undefined) current += text
    },
    onclosetag(name) {
      if (current === undefined || !/^h[1-6]$/.test(name)) return
      headings.push(current.replace(/\s+/g, ' ').trim())
      current = undefined
    },
  })
  parser.end(html)
  return headings
}

/**
 * Gives each bookmark the words of its heading. Chromium names bookmarks after the glyphs that it drew, and so loses
 * the space at the end of each line and the order of right-to-left letters. Where a heading has no bookmark, only those
 * that spell their heading letter for letter are changed.
 */
export function spellBookmarks(document: PDFDocument, headings: readonly string[]): void {
  const items = bookmarkItems(document).filter((item) => item.has(PDFName.of('Title')))
  if (items.length === headings.length) {
    items.forEach((item, index) => {
      item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''))
    })
    return
  }
  let next = 0
  for (const item of items) {
    const title = item.lookup(PDFName.of('Title'))
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue
    const drawn = letters(title.decodeText())
    const found = headings.findIndex((heading, index) => index >= next && letters(heading) === drawn)
    if (found < 0) continue
    item.set(PDFName.of('Title'), PDFHexString.fromText(headings[found] ?? ''))
    next = found + 1
  }
}

function letters(text: string): string {
  return text.replace(/\s/g, '')
}

/** Bookmarks in reading order. */
export function bookmarkItems(document: PDFDocument): readonly PDFDict[] {
  const root = document.catalog.lookup(PDFName.of('Outlines'))
  const items: PDFDict[] = []
  const waiting: PDFDict[] = root instanceof PDFDict ? [root] : []
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    items.push(item)
    const following = item.lookup(PDFName.of('Next'))
    const below = item.lookup(PDFName.of('First'))
    if (following instanceof PDFDict) waiting.push(following)
    if (below instanceof PDFDict) waiting.push(below)
  }
  return items
}
