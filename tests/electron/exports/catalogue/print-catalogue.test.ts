import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueOptions } from '../../../../electron/exports/catalogue/catalogue-options.ts'
import { printCatalogue } from '../../../../electron/exports/catalogue/print-catalogue.ts'
import { readDocumentFonts } from '../../../../electron/exports/documents/document-fonts.ts'
import type { PrintedDocument } from '../../../../electron/exports/pdf/print-document.ts'
import { printSummary } from '../../../../electron/exports/summary/print-summary.ts'
import type { CatalogueProject, ProjectCatalogue } from '../../../../shared/read-models/project-catalogue.ts'
import { installedChromium, openChromiumPrinter } from '../documents/chromium-printer.ts'
import { type ReadPdf, readPdf } from '../documents/read-pdf.ts'
import { sampleSummary } from '../summary/sample-summary.ts'
import { sampleCatalogue } from './sample-catalogue.ts'

const chromium = installedChromium()
const fontsFolder = join(import.meta.dirname, '../../../../resources/fonts')
const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
const longText = `<p>${'Le terrain accueillerait douze parcelles cultivées par les riverains. '.repeat(290)}Fin du texte.</p>`

const hostile: readonly Partial<CatalogueProject>[] = [
  {
    title: '<script>alert(1)</script>',
    descriptionHtml: '<img src=x onerror=alert(1)><script>alert(2)</script>Calme',
  },
  { title: `${'A'.repeat(300)}Z`, proposerNames: 'محمد الأمين' },
  { descriptionHtml: longText },
  { title: '🌳 Un verger', pictureDataUrl: picture, pictureAlternativeText: 'Des pommiers en fleur' },
]

/** True when the page that the contents give for each project is the one that its number and title open. */
function contentsAreTrue(pdf: ReadPdf, catalogue: ProjectCatalogue): boolean {
  const contents = pdf.pages.findIndex((page) => page.includes('Sommaire'))
  const lines = pdf.pages.slice(contents).join(' ')
  return catalogue.projects.every((project) => {
    const page =
      pdf.pages.findIndex((text, index) => index > contents && text.includes(`${project.address} Thème`)) + 1
    const title = project.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return page > 0 && new RegExp(`${project.ballotNumber} ?${title} ?[\\d\\s]+€ ?${page} `).test(lines)
  })
}

describe.skipIf(chromium === undefined)(
  'printing on a real Chromium (skipped where none is installed)',
  () => {
    let printer: Awaited<ReturnType<typeof openChromiumPrinter>>
    let folder = ''
    let options: CatalogueOptions
    beforeAll(async () => {
      printer = await openChromiumPrinter(chromium ?? '')
      folder = await mkdtemp(join(tmpdir(), 'parvis-print-'))
      options = { format: 'a4', layout: 'page', language: 'fr', fonts: await readDocumentFonts(fontsFolder) }
    }, 60_000)
    afterAll(async () => {
      await printer?.close()
      await rm(folder, { recursive: true, force: true })
    })

    function print(
      catalogue: ProjectCatalogue,
      changes: Partial<CatalogueOptions> = {},
    ): Promise<PrintedDocument> {
      return printCatalogue(catalogue, { ...options, ...changes }, setting())
    }
    function setting() {
      return { printer, temporaryFolder: folder, signal: new AbortController().signal, progress: () => {} }
    }

    it('prints fourteen projects with true page numbers in two passes, tagged and with bookmarks', async () => {
      const catalogue = sampleCatalogue({ projects: 14 })
      const before = printer.prints()
      const { bytes, pages } = await print(catalogue)
      const pdf = await readPdf(bytes)
      expect(printer.prints() - before).toBe(2)
      expect(contentsAreTrue(pdf, catalogue)).toBe(true)
      expect(pdf.pages).toHaveLength(pages)
      expect(pdf.pages[6]).toContain(`7 / ${pages}`)
      expect({
        isTagged: pdf.isTagged,
        title: pdf.title,
        author: pdf.author,
        language: pdf.language,
      }).toEqual({
        isTagged: true,
        title: 'Budget participatif de Roubaix, Édition 2019\u00a0: catalogue des projets',
        author: 'Ville de Roubaix',
        language: 'fr',
      })
      const titles = pdf.bookmarks.map((bookmark) => bookmark.title.replace(/\s+/g, ' '))
      for (const project of catalogue.projects)
        expect(titles).toContain(`${project.ballotNumber} ${project.title}`)
      for (const district of catalogue.districts) expect(titles).toContain(district.name)
      expect(pdf.figures.some((text) => text.startsWith('Carte des quartiers'))).toBe(true)
    }, 120_000)

    it('prints hostile, endless and right-to-left texts whole and inert', async () => {
      const change = (project: CatalogueProject, index: number): CatalogueProject => ({
        ...project,
        ...hostile[index],
      })
      for (const format of ['a4', 'a5'] as const) {
        const { bytes } = await print(sampleCatalogue({ projects: 4, change }), {
          format,
          layout: 'half-page',
        })
        const pdf = await readPdf(bytes)
        const text = pdf.pages.join(' ')
        expect(text).toContain('<script>alert(1)</script>')
        expect(text).not.toContain('alert(2)')
        expect(text.replace(/\s/g, '')).toContain(`${'A'.repeat(300)}Z`)
        expect(text).toContain('Fin du texte.')
        expect(pdf.pages.filter((page) => page.includes('N° 3 — Une boîte à livres')).length).toBeGreaterThan(
          3,
        )
        expect(pdf.figures).toContain('Des pommiers en fleur')
        expect(pdf.scripts).toBe(0)
      }
    }, 120_000)

    it('puts two short projects on a page in the half-page layout', async () => {
      const change = (project: CatalogueProject): CatalogueProject => ({
        ...project,
        descriptionHtml: '<p>Court.</p>',
      })
      const catalogue = sampleCatalogue({ projects: 10, change })
      const full = await print(catalogue)
      for (const format of ['a4', 'a5'] as const) {
        const half = await print(catalogue, { layout: 'half-page', format })
        expect(full.pages - half.pages).toBe(5)
      }
    }, 120_000)

    it('prints the report, its charts described and its tables where it says', async () => {
      const { bytes } = await printSummary(
        sampleSummary(),
        { language: 'fr', fonts: options.fonts },
        setting(),
      )
      const pdf = await readPdf(bytes)
      const text = pdf.pages.join(' ')
      expect(text).toContain('98 765,43 €')
      expect(pdf.isTagged).toBe(true)
      expect(pdf.figures.filter((alternative) => alternative.length > 40)).toHaveLength(7)
      const promised = [...text.matchAll(/tableau (\d+), page (\d+)/g)]
      expect(promised).toHaveLength(7)
      for (const [, table, page] of promised)
        expect(pdf.pages[Number(page) - 1]).toContain(`Tableau ${table}.`)
    }, 120_000)
  },
)
