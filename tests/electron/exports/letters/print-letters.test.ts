import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocumentFonts } from '../../../../electron/exports/documents/document-fonts.ts'
import type { PrintableLetter } from '../../../../electron/exports/letters/build-letters.ts'
import { printLetters } from '../../../../electron/exports/letters/print-letters.ts'
import { installedChromium, openChromiumPrinter } from '../documents/chromium-printer.ts'
import { readPdf } from '../documents/read-pdf.ts'

const chromium = installedChromium()
const hasPoppler = existsSync('/usr/bin/pdftotext')

const letter: PrintableLetter = {
  reference: 'BP26-0142',
  recipientName: 'Éloïse Dupont-Lefèvre',
  recipientAddress: '12 bis rue de l’Église\n45800 Saint-Jean-de-Braye',
  subject: 'Réponse à votre proposition n°\u00a0BP26-0142',
  body: 'Madame, Monsieur,\n\nVotre cœur d’îlot <b>ombragé</b>, à 12\u202f500\u00a0€, a été étudié.\n\nNous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
  appeal: '',
  writtenOn: '25 novembre 2026',
  head: {
    communeName: 'Ville de Saint-Jean-de-Braye',
    service: 'Service de la participation citoyenne',
    sender: ['145 rue de la République', '45800 Saint-Jean-de-Braye'],
    place: 'Saint-Jean-de-Braye',
    signature: ['Pour le Maire et par délégation,', 'Maëlys Œuvrard'],
    accentColor: '#0b6e75',
    logo: null,
  },
}

/** The longest address that a form takes: 80 letters of name, six lines. */
const longAddress: Partial<PrintableLetter> = {
  recipientName: 'Association des habitantes et des habitants du quartier du Bout-du-Monde (AHQBM)',
  recipientAddress:
    'Maison de quartier Simone-Veil\nBâtiment C, escalier 4, appartement 1203, troisième étage gauche\n1 bis avenue du Général-de-Gaulle-et-de-la-Résistance\nBP 12345\n45801 SAINT-JEAN-DE-BRAYE CEDEX',
}

interface Word {
  readonly text: string
  /** Millimetres from the left and the top of the sheet. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const millimetres = 25.4 / 72

describe.skipIf(chromium === undefined)('printed letters', () => {
  let printer: Awaited<ReturnType<typeof openChromiumPrinter>>
  let folder: string
  beforeAll(async () => {
    printer = await openChromiumPrinter(chromium ?? '')
    folder = mkdtempSync(join(tmpdir(), 'parvis-letters-'))
  })
  afterAll(async () => {
    await printer.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function print(letters: readonly PrintableLetter[], duplex = false) {
    const fonts = await readDocumentFonts(join(import.meta.dirname, '../../../../resources/fonts'))
    return printLetters(
      { letters, author: 'Ville de Saint-Jean-de-Braye', duplex, fonts },
      { printer, temporaryFolder: folder, signal: new AbortController().signal, progress: () => undefined },
    )
  }

  function wordsOf(bytes: Uint8Array, page: number): readonly Word[] {
    const path = join(folder, 'words.pdf')
    writeFileSync(path, bytes)
    const xml = execFileSync('pdftotext', ['-bbox', '-f', `${page}`, '-l', `${page}`, path, '-'], {
      encoding: 'utf8',
    })
    return [
      ...xml.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g),
    ].map(([, left, top, right, bottom, text = '']) => ({
      text,
      left: Number(left) * millimetres,
      top: Number(top) * millimetres,
      right: Number(right) * millimetres,
      bottom: Number(bottom) * millimetres,
    }))
  }

  it('are tagged, French, titled, with one bookmark each, and say everything in letters that can be copied', async () => {
    const { bytes } = await print([letter, { ...letter, reference: 'BP26-0143', subject: 'Autre' }])
    const read = await readPdf(bytes)
    expect(read).toMatchObject({
      isTagged: true,
      language: 'fr',
      title: 'Courriers à imprimer (2)',
      author: 'Ville de Saint-Jean-de-Braye',
    })
    expect(read.bookmarks.map(({ title }) => title)).toEqual([
      'Objet\u00a0: Réponse à votre proposition n°\u00a0BP26-0142'.replace(/\s+/g, ' '),
      'Objet : Autre',
    ])
    expect(read.pages[0]).toContain('Votre cœur d’îlot <b>ombragé</b>, à 12 500 €, a été étudié.')
    expect(read.pages[0]).toContain('Saint-Jean-de-Braye, le 25 novembre 2026')
  })

  it.skipIf(!hasPoppler)(
    'show the whole address, and nothing else, in the window of a DL envelope',
    async () => {
      for (const some of [letter, { ...letter, ...longAddress }]) {
        const words = wordsOf((await print([some])).bytes, 1)
        const asked = new Set([some.recipientName, some.recipientAddress].join(' ').split(/\s+/))
        const block = words.filter(
          ({ text, left, top }) => left > 100 && top > 44 && top < 88 && asked.has(decoded(text)),
        )
        expect(block.map(({ text }) => decoded(text)).join(' ')).toBe(
          [some.recipientName, some.recipientAddress].join(' ').replace(/\s+/g, ' '),
        )
        // Seen wherever the folded sheet slides in the envelope.
        expect(Math.min(...block.map(({ left }) => left))).toBeGreaterThanOrEqual(100)
        expect(Math.max(...block.map(({ right }) => right))).toBeLessThanOrEqual(190)
        expect(Math.min(...block.map(({ top }) => top))).toBeGreaterThanOrEqual(45)
        expect(Math.max(...block.map(({ bottom }) => bottom))).toBeLessThanOrEqual(81)
        // Whatever the slide, nothing else is seen in the window: 44 to 90 mm from the top, from 90 mm on.
        const others = words.filter(
          (word) => !block.includes(word) && word.right > 90 && word.bottom > 44 && word.top < 90,
        )
        expect(others).toEqual([])
      }
    },
  )

  it('begin on the front of a sheet, and never leave the signature or the appeal alone on a page', async () => {
    const paragraph =
      'Après visite sur place, le service constate que le sol est traversé par une canalisation ; l’ombrage attendu et l’accès des secours n’y seraient pas assurés.'
    const ending = letter.body.split('\n\n').slice(-1)
    const lengths = [4, 12, 13, 14, 15, 16, 17, 18, 30]
    const letters = lengths.map(
      (count, index): PrintableLetter => ({
        ...letter,
        reference: `BP26-${1000 + index}`,
        subject: `Courrier ${index}`,
        body: ['Madame, Monsieur,', ...Array.from({ length: count }, () => paragraph), ...ending].join(
          '\n\n',
        ),
        appeal: index % 2 === 0 ? 'Voies et délais de recours : dans un délai de deux mois.' : '',
      }),
    )
    const { bytes, pages } = await print(letters, true)
    const read = await readPdf(bytes)
    expect(read.pages).toHaveLength(pages)
    const starts = letters.map(({ subject }) =>
      read.pages.findIndex((text) => text.includes(`Objet : ${subject} `)),
    )
    expect(starts.every((page) => page >= 0 && page % 2 === 0)).toBe(true)
    expect(starts.toSorted((left, right) => left - right)).toEqual(starts)
    for (const text of read.pages) {
      if (text.includes('Pour le Maire')) expect(text).toContain('salutations distinguées')
      if (text.includes('Voies et délais')) expect(text).toContain('Pour le Maire')
      // No page begins with the last line of a paragraph.
      expect(text.trim()).not.toMatch(/^(pas assurés\.|assurés\.)/)
    }
    expect(read.pages.some((text) => text.includes('lettre de 2 pages'))).toBe(true)
  })
})

function decoded(text: string): string {
  return text.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
}
