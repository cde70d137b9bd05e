import { PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { headingsOf, spellBookmarks } from '../../../../electron/exports/pdf/bookmarks.ts'

/** A document with these bookmarks, one after the other. */
async function withBookmarks(
  titles: readonly string[],
): Promise<{ document: PDFDocument; read: () => string[] }> {
  const document = await PDFDocument.create()
  const items = titles.map((title) => {
    const item = PDFDict.withContext(document.context)
    item.set(PDFName.of('Title'), PDFHexString.fromText(title))
    return item
  })
  items.forEach((item, index) => {
    const next = items[index + 1]
    if (next !== undefined) item.set(PDFName.of('Next'), next)
  })
  const root = PDFDict.withContext(document.context)
  const [first] = items
  if (first !== undefined) root.set(PDFName.of('First'), first)
  document.catalog.set(PDFName.of('Outlines'), root)
  return {
    document,
    read: () => items.map((item) => item.lookup(PDFName.of('Title'), PDFHexString).decodeText()),
  }
}

describe('bookmarks', () => {
  it('reads the headings of a document in order, as one line each', () => {
    expect(
      headingsOf('<h1>Un <em>mot</em></h1><p>x</p><h2><span>1</span>\n <bdi>Jardin &amp; verger</bdi></h2>'),
    ).toEqual(['Un mot', '1 Jardin & verger'])
  })

  it('gives back the spaces that a line end took', async () => {
    const { document, read } = await withBookmarks([
      'Budget participatifde Roubaix',
      '2Des bancs placede la Gare',
    ])
    spellBookmarks(document, ['Budget participatif de Roubaix', '2 Des bancs place de la Gare'])
    expect(read()).toEqual(['Budget participatif de Roubaix', '2 Des bancs place de la Gare'])
  })

  it('changes only those that spell their heading when one is missing', async () => {
    const { document, read } = await withBookmarks(['Autre chose', 'Lesprojets'])
    spellBookmarks(document, ['Sommaire', 'Carte', 'Les projets'])
    expect(read()).toEqual(['Autre chose', 'Les projets'])
  })
})
