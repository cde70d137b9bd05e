import { letterTexts } from '../../../shared/messages/fr/letter-texts.ts'
import type { DocumentFonts } from '../documents/document-fonts.ts'
import type { PrintedDocument, PrintSetting } from '../pdf/print-document.ts'
import { printHtml } from '../pdf/print-document.ts'
import { buildLetters, type PrintableLetter, type SetLetter } from './build-letters.ts'

export interface LettersPrint {
  readonly letters: readonly PrintableLetter[]
  /** Who made it: the commune. */
  readonly author: string
  /** Each letter begins on the front of a sheet. */
  readonly duplex: boolean
  readonly fonts: DocumentFonts
}

/**
 * Prints letters to one tagged A4 PDF with a bookmark for each. A first print tells how long each letter is; only when
 * one is longer than a page, or the back of a sheet must stay blank, a second one says so. Refuses with `cancelled`.
 */
export async function printLetters(print: LettersPrint, setting: PrintSetting): Promise<PrintedDocument> {
  const { letters, author, duplex, fonts } = print
  const [only] = letters
  const title =
    letters.length === 1 && only !== undefined
      ? only.subject
      : letterTexts.batchTitle.replace('{{count}}', String(letters.length))
  const [{ headingsOf }, { finishPdf, readPrintedPdf }] = await Promise.all([
    import('../pdf/bookmarks.ts'),
    import('../pdf/pdf-file.ts'),
  ])
  let html = buildLetters({ title, letters, fonts })
  let bytes = await printHtml(html, 'A4', setting)
  const { pages, bookmarkPages } = await readPrintedPdf(bytes)
  if (bookmarkPages.length !== letters.length) throw new Error('A letter has no bookmark of its own')
  const set = bookmarkPages.map((page, index): SetLetter => {
    const length = (bookmarkPages[index + 1] ?? pages + 1) - page
    const last = index === letters.length - 1
    return { pages: length, blankAfter: duplex && !last && length % 2 === 1 }
  })
  if (set.some((letter) => letter.pages > 1 || letter.blankAfter)) {
    html = buildLetters({ title, letters, set, fonts })
    bytes = await printHtml(html, 'A4', setting)
  }
  const finished = await finishPdf(bytes, { author, subject: title }, headingsOf(html))
  return { bytes: finished.bytes, pages: finished.pages }
}
