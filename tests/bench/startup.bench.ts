import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { launchParvis } from '../e2e/launch-parvis.ts'
import { installedChromium } from '../electron/exports/documents/chromium-printer.ts'
import { type Bench, type BenchResult, measureApart, median, peakMegabytesOf, runBench } from './bench.ts'
import { makeSampleDossier } from './sample-dossier.ts'

const file = fileURLToPath(import.meta.url)
const rounds = 5

/** Seconds from the start of the process to what `arrive` waits for, and the peak of the main process with its worker. */
async function start(
  settings: Parameters<typeof launchParvis>[0],
  arrive: (page: Page) => Promise<void>,
): Promise<{ readonly seconds: number; readonly peakMegabytes: number }> {
  const begin = performance.now()
  const parvis = await launchParvis(settings)
  try {
    await arrive(parvis.page)
    return { seconds: (performance.now() - begin) / 1_000, peakMegabytes: peakMegabytesOf(parvis.pid) }
  } finally {
    await parvis.stop()
  }
}

function startBare() {
  return start({ mainScript: join(import.meta.dirname, 'bare-window.ts') }, (page) =>
    page.getByRole('heading', { name: 'Une fenêtre nue' }).waitFor(),
  )
}

/** As an officer does: the file is opened, then the queue, until its first proposal can be read or it says that there is none. */
function startOurs(dossierPath: string, count: number) {
  return start({ dossierPath }, async (page) => {
    await page.getByRole('link', { name: /^Dépôts/ }).click()
    const first = page.getByRole('grid', { name: 'Dépôts' }).getByRole('row').nth(1)
    await (count === 0 ? page.getByText(/^Aucun dépôt/).first() : first).waitFor()
  })
}

/** Starts both in turn, so that both meet the same disk and the same neighbours. */
async function startBoth(dossierPath: string, count: number): Promise<Readonly<Record<string, number>>> {
  const bare: number[] = []
  const ours: number[] = []
  let peak = 0
  for (let round = 0; round < rounds; round++) {
    bare.push((await startBare()).seconds)
    const { seconds, peakMegabytes } = await startOurs(dossierPath, count)
    ours.push(seconds)
    peak = Math.max(peak, peakMegabytes)
  }
  return { bare: median(bare), ours: median(ours), peak }
}

/** From the start of the process to the first list that can be used, against a window that shows a file. */
export const startupBench: Bench = {
  name: 'startup',
  async run({ quick }) {
    if (installedChromium() === undefined) {
      process.stderr.write('startup: skipped, no Chromium is installed\n')
      return []
    }
    const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
    const results: BenchResult[] = []
    try {
      for (const count of quick ? [0, 20_000] : [0, 100_000]) {
        const path = await makeSampleDossier(folder, count)
        const { figures } = await measureApart(file, path, String(count))
        const { ours = Number.NaN, bare = Number.NaN, peak = Number.NaN } = figures ?? {}
        results.push({
          name: `start to the list of ${count.toLocaleString('en')} proposals`,
          oursSeconds: ours,
          bareSeconds: bare,
          ratio: ours / bare,
          // A dossier checked page by page, its worker and the whole interface, in the time of two more bare windows.
          aim: { kind: 'at-most', ratio: 3 },
          peakMegabytes: peak,
        })
      }
      return results
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

if (process.argv[1] === file)
  await runBench(startupBench, async ([path = '', count = '0']) => ({
    seconds: 0,
    figures: await startBoth(path, Number(count)),
  }))
