import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCatalogue } from '../../electron/exports/catalogue/build-catalogue.ts'
import type { CatalogueOptions } from '../../electron/exports/catalogue/catalogue-options.ts'
import { printCatalogue } from '../../electron/exports/catalogue/print-catalogue.ts'
import { readDocumentFonts } from '../../electron/exports/documents/document-fonts.ts'
import { sampleCatalogue } from '../electron/exports/catalogue/sample-catalogue.ts'
import { installedChromium, openChromiumPrinter } from '../electron/exports/documents/chromium-printer.ts'
import { type Bench, type BenchResult, measureApart, runBench, timed } from './bench.ts'

const file = fileURLToPath(import.meta.url)

/** Prints a catalogue of that many projects, as the app does or the finished HTML once. */
async function print(side: string, projects: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
  const printer = await openChromiumPrinter(installedChromium() ?? '')
  try {
    const options: CatalogueOptions = {
      format: 'a4',
      layout: 'page',
      language: 'fr',
      fonts: await readDocumentFonts(join(import.meta.dirname, '../../resources/fonts')),
    }
    const catalogue = sampleCatalogue({ projects })
    const { signal } = new AbortController()
    if (side === 'ours')
      return await timed(async () => {
        await printCatalogue(catalogue, options, { printer, temporaryFolder: folder, signal, progress() {} })
      })
    const htmlPath = join(folder, 'bare.html')
    await writeFile(htmlPath, buildCatalogue(catalogue, options, new Map()))
    return await timed(async () => {
      await printer.print({ htmlPath, format: 'A4' }, signal)
    })
  } finally {
    await printer.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The catalogue against Chromium printing the same HTML once. True page numbers in the contents cost a second print. */
export const catalogueBench: Bench = {
  name: 'catalogue',
  async run({ quick }) {
    if (installedChromium() === undefined) {
      process.stderr.write('catalogue: skipped, no Chromium is installed\n')
      return []
    }
    const results: BenchResult[] = []
    for (const projects of quick ? [50] : [50, 500]) {
      const bare = await measureApart(file, 'bare', String(projects))
      const ours = await measureApart(file, 'ours', String(projects))
      results.push({
        name: `catalogue of ${projects} projects`,
        oursSeconds: ours.seconds,
        bareSeconds: bare.seconds,
        ratio: ours.seconds / bare.seconds,
        aim: { kind: 'at-most', ratio: 3 },
        peakMegabytes: ours.peakMegabytes,
      })
    }
    return results
  },
}

if (process.argv[1] === file)
  await runBench(catalogueBench, async ([side = '', projects = '0']) => ({
    seconds: await print(side, Number(projects)),
  }))
