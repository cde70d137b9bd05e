import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PrintSetting, printDocument } from '../../../../electron/exports/pdf/print-document.ts'
import type { PdfPrinter } from '../../../../electron/ports.ts'

const properties = { author: 'Ville de Roubaix', subject: 'Catalogue' }

/** A PDF of so many pages whose one destination `a` is on the given page, as Chromium writes them. */
async function printedOn(pages: number, page: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let index = 0; index < pages; index += 1) document.addPage()
  const target = document.getPage(page - 1).ref
  const destinations = PDFDict.withContext(document.context)
  destinations.set(PDFName.of('a'), document.context.obj([target, PDFName.of('XYZ'), 0, 0, null]))
  document.catalog.set(PDFName.of('Dests'), document.context.register(destinations))
  document.catalog.set(PDFName.of('Lang'), PDFString.of('fr'))
  return document.save()
}

describe('printDocument', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-print-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  function setting(
    printer: PdfPrinter,
    signal = new AbortController().signal,
  ): PrintSetting & { steps: string[] } {
    const steps: string[] = []
    return { printer, temporaryFolder: folder, signal, steps, progress: (step) => steps.push(step) }
  }

  function document(seen: ReadonlyMap<string, number>[]) {
    return {
      format: 'A4' as const,
      properties,
      draft: () => 'draft',
      final: (pageNumbers: ReadonlyMap<string, number>) => {
        seen.push(pageNumbers)
        return 'final'
      },
    }
  }

  it('measures once, prints once with the pages found, and says who made the document', async () => {
    const printed: string[] = []
    const seen: ReadonlyMap<string, number>[] = []
    const printer: PdfPrinter = {
      async print({ htmlPath }) {
        printed.push(await readFile(htmlPath, 'utf8'))
        if (process.platform !== 'win32') expect((await stat(htmlPath)).mode & 0o077).toBe(0)
        return printedOn(9, 7)
      },
    }
    const test = setting(printer)
    const { bytes, pages } = await printDocument(document(seen), test)
    const read = await PDFDocument.load(bytes)
    expect({ printed, seen, pages, steps: test.steps }).toEqual({
      printed: ['draft', 'final'],
      seen: [new Map([['a', 7]])],
      pages: 9,
      steps: ['measure', 'print', 'finish'],
    })
    expect([read.getAuthor(), read.getSubject(), read.catalog.get(PDFName.of('Lang'))?.toString()]).toEqual([
      'Ville de Roubaix',
      'Catalogue',
      '(fr)',
    ])
    expect(await readdir(folder)).toEqual([])
  })

  it('prints again when the numbers moved the pages, and never answers false numbers', async () => {
    const pages = [4, 5, 5]
    const seen: ReadonlyMap<string, number>[] = []
    const printer: PdfPrinter = { print: async () => printedOn(9, pages.shift() ?? 1) }
    await printDocument(document(seen), setting(printer))
    expect(seen.map((map) => map.get('a'))).toEqual([4, 5])
    let page = 0
    const restless: PdfPrinter = {
      print: async () => {
        page = (page % 8) + 1
        return printedOn(9, page)
      },
    }
    await expect(printDocument(document([]), setting(restless))).rejects.toThrow('never settled')
  })

  it('stops when it is cancelled and leaves nothing in the folder', async () => {
    const controller = new AbortController()
    const printer: PdfPrinter = {
      async print() {
        controller.abort()
        return printedOn(2, 1)
      },
    }
    await expect(printDocument(document([]), setting(printer, controller.signal))).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing in the folder when the printer fails', async () => {
    const printer: PdfPrinter = { print: () => Promise.reject(new Error('paper jam')) }
    await expect(printDocument(document([]), setting(printer))).rejects.toThrow('paper jam')
    expect(await readdir(folder)).toEqual([])
  })
})
