import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocumentFonts } from '../../../../electron/exports/documents/document-fonts.ts'
import type { PaperOptions } from '../../../../electron/exports/paper/paper-part.ts'
import {
  printBatchSlip,
  printBlankForms,
  printReceipts,
} from '../../../../electron/exports/paper/print-paper.ts'
import { installedChromium, openChromiumPrinter } from '../documents/chromium-printer.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { sampleBatch, samplePaper } from './sample-paper.ts'

const chromium = installedChromium()

const receipt = (number: number, title: string) => ({
  reference: `BP22-${String(number).padStart(4, '0')}`,
  title,
  authorName: 'Mme Andrée Lefèvre-Dupontel',
  submittedAt: '2022-10-01T09:10:21.000Z',
  code: 'SJB-A7-3',
  formNumber: number,
})

describe.skipIf(chromium === undefined)(
  'paper documents on a real Chromium (skipped where none is installed)',
  () => {
    let printer: Awaited<ReturnType<typeof openChromiumPrinter>>
    let folder = ''
    let options: PaperOptions
    beforeAll(async () => {
      printer = await openChromiumPrinter(chromium ?? '')
      folder = await mkdtemp(join(tmpdir(), 'parvis-print-'))
      options = {
        language: 'fr',
        fonts: await readDocumentFonts(join(import.meta.dirname, '../../../../resources/fonts')),
      }
    }, 60_000)
    afterAll(async () => {
      await printer?.close()
      await rm(folder, { recursive: true, force: true })
    })
    const setting = () => ({
      printer,
      temporaryFolder: folder,
      signal: new AbortController().signal,
      progress: () => {},
    })

    it('prints a blank form on two sides, each with its code and number, tagged and with bookmarks', async () => {
      const run = { code: 'SJB-A7-3', eventName: 'Stand', numbers: [11, 12] }
      const { bytes, pages } = await printBlankForms(samplePaper(), run, options, setting())
      const pdf = await readPdf(bytes)
      expect(pages).toBe(4)
      expect(pdf.pages.map((text) => /SJB-A7-3 \/ 0\d\d/.exec(text)?.[0])).toEqual([
        'SJB-A7-3 / 011',
        'SJB-A7-3 / 011',
        'SJB-A7-3 / 012',
        'SJB-A7-3 / 012',
      ])
      const [front = '', back = ''] = pdf.pages
      for (const words of ['Pont-Bordeau', 'La Godde', 'Votre idée en quelques lignes'])
        expect(front).toContain(words)
      for (const words of ['Mobilités douces', 'À qui ce projet', 'Aux aînés', 'Vos données', 'Votre reçu'])
        expect(back).toContain(words)
      expect([pdf.isTagged, pdf.language, pdf.author]).toEqual([true, 'fr', 'Saint-Jean-de-Braye'])
      const titles = pdf.bookmarks.map(({ title }) => title)
      expect(titles.filter((title) => title.startsWith('Proposez votre idée'))).toEqual([
        'Proposez votre idée formulaire 11',
        'Proposez votre idée formulaire 12',
      ])
      expect(pdf.figures.some((text) => text.startsWith('Carte des quartiers'))).toBe(true)
    }, 120_000)

    it('prints receipts two on a sheet, whole, with number, title, day, what comes next and the data notice', async () => {
      const receipts = [
        receipt(13, 'Agrès sportifs'),
        receipt(14, `Une maison ${'de santé '.repeat(30)}`),
        receipt(15, 'WC […]'),
      ]
      const { bytes, pages } = await printReceipts(samplePaper(), receipts, options, setting())
      const pdf = await readPdf(bytes)
      expect(pages).toBe(2)
      const text = pdf.pages.join(' ')
      for (const { reference } of receipts)
        expect(pdf.bookmarks.some(({ title }) => title.includes(reference))).toBe(true)
      expect(text.match(/1er octobre 2022/g)?.length).toBe(3)
      expect(text.match(/avant le 18 décembre 2022/g)?.length).toBe(3)
      expect(text.match(/Gardez ce récépissé/g)?.length).toBe(3)
      expect(text).toContain('WC […]')
    }, 120_000)

    it('prints the slip of a batch with totals that add up and the missing numbers', async () => {
      const { bytes } = await printBatchSlip(samplePaper(), sampleBatch(), options, setting())
      const pdf = await readPdf(bytes)
      const text = pdf.pages.join(' ')
      expect(text).toContain('3 saisis + 2 mis à part + 7 manquants = 12 imprimés.')
      expect(text).toContain('Numéros manquants\u00a0: 4–5, 8–12'.replace('\u00a0', ' '))
      expect(text).toContain('BP22-0014 Une maison de santé avec des médecins')
    }, 120_000)
  },
)
