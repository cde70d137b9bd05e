import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { SubmissionFacets } from '../../shared/read-models/submission.ts'
import { launchParvis } from '../e2e/launch-parvis.ts'
import { call } from '../e2e/new-dossier.ts'
import { installedChromium } from '../electron/exports/documents/chromium-printer.ts'
import { type Bench, type BenchResult, measureApart, median, peakMegabytesOf, runBench } from './bench.ts'
import { armPaintProbe, startPaintProbe } from './paint-probe.ts'
import { makeSampleDossier } from './sample-dossier.ts'

const file = fileURLToPath(import.meta.url)
/** As many as Saint-Jean de Braye received. */
const decisions = 108
/** What a person perceives as at once. */
const atOnceSeconds = 0.05

type Verdict = 'admissible' | 'inadmissible' | 'incomplete' | 'later'

/** Verdicts in the shares of a real campaign, well mixed: 55 % admissible, 30 % refused, 10 % to complete, 5 % put off. */
function verdictAt(index: number): Verdict {
  const place = (index * 37) % 100
  if (place < 55) return 'admissible'
  if (place < 85) return 'inadmissible'
  return place < 95 ? 'incomplete' : 'later'
}

/** The keys of a decision: its own, then the letter of a reason, of a point to complete or of a day. */
function keysOf(verdict: Verdict, index: number): readonly string[] {
  const letter = (among: number): string => String.fromCharCode(97 + (index % among))
  switch (verdict) {
    case 'admissible':
      return ['r']
    case 'inadmissible':
      return ['i', letter(8)]
    case 'incomplete':
      return ['c', letter(6)]
    case 'later':
      return ['p', letter(5)]
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** What one replay measured, in seconds and keys. */
interface Replay {
  /** From the last key of a decision to the paint of the next proposal. */
  readonly next: readonly number[]
  /** From its first key to that paint. */
  readonly whole: readonly number[]
  readonly keys: readonly number[]
  /** Keys of those decisions that carry a motivated answer. */
  readonly answeredKeys: readonly number[]
  readonly peakMegabytes: number
}

/** Presses keys and tells the seconds from the last, and from the first, to the paint of what they lead to. */
async function pressAndWait(page: Page, keys: readonly string[]): Promise<{ last: number; first: number }> {
  const painted = await armPaintProbe(page)
  for (const key of keys) await page.keyboard.press(key)
  const { lastKey, firstKey } = await painted()
  return { last: lastKey / 1_000, first: firstKey / 1_000 }
}

/** Decides the whole of a small queue, or the beginning of a large one, as fast as the window shows what comes next. */
async function replay(dossierPath: string, count: number): Promise<Replay> {
  const parvis = await launchParvis({ dossierPath, language: 'fr' })
  try {
    const { page } = parvis
    await page.getByRole('link', { name: /^Dépôts/ }).click()
    await page.getByRole('article').waitFor()
    await page.getByRole('toolbar', { name: 'Décisions' }).waitFor()
    await startPaintProbe(page, 'article', 'aria-label')
    const next: number[] = []
    const whole: number[] = []
    const keys: number[] = []
    const answeredKeys: number[] = []
    for (let index = 0; index < decisions; index += 1) {
      const verdict = verdictAt(index)
      const pressed = keysOf(verdict, index)
      keys.push(pressed.length)
      if (verdict === 'inadmissible' || verdict === 'incomplete') answeredKeys.push(pressed.length)
      // After the last one there is no next proposal.
      if (index + 1 === count) for (const key of pressed) await page.keyboard.press(key)
      else {
        const { last, first } = await pressAndWait(page, pressed)
        next.push(last)
        whole.push(first)
      }
    }
    await checkDecided(page, count)
    return { next, whole, keys, answeredKeys, peakMegabytes: peakMegabytesOf(parvis.pid) }
  } finally {
    await parvis.stop()
  }
}

/** A key that decided nothing would be fast: the dossier must hold every decision that was pressed. */
async function checkDecided(page: Page, count: number): Promise<void> {
  const [process] = await call<readonly { readonly id: string }[]>(page, 'processes.list', {})
  const wanted = Map.groupBy(
    Array.from({ length: decisions }, (_, index) => verdictAt(index)),
    (name) => name,
  )
  const many = (verdict: Verdict): number => wanted.get(verdict)?.length ?? 0
  const expected = {
    admissible: many('admissible'),
    inadmissible: many('inadmissible'),
    incomplete: many('incomplete'),
    submitted: count - decisions + many('later'),
  }
  const processId = process?.id
  for (let tries = 0; ; tries += 1) {
    const facets = await call<SubmissionFacets>(page, 'submissions.facets', { processId })
    const [aside] = await call<readonly number[]>(page, 'desk.counts', {
      filters: [{ processId, aside: 'only' }],
    })
    const found = Object.fromEntries(facets.stages.map(({ value, count: stage }) => [value, stage]))
    const right = Object.entries(expected).every(([stage, number]) => (found[stage] ?? 0) === number)
    if (right && aside === many('later')) return
    if (tries > 100) throw new Error(`decided ${JSON.stringify(found)}, wanted ${JSON.stringify(expected)}`)
    await page.waitForTimeout(50)
  }
}

/** The least that a window can do at a key: another text of the same length in the same places. */
async function replayBare(): Promise<readonly number[]> {
  const parvis = await launchParvis({ mainScript: join(import.meta.dirname, 'bare-window.ts') })
  try {
    const { page } = parvis
    await page.evaluate(() => {
      document.body.innerHTML = '<article aria-label="0"><h2></h2><p></p></article>'
      let shown = 0
      addEventListener('keydown', () => {
        shown += 1
        document.querySelector('article')?.setAttribute('aria-label', String(shown))
        for (const [selector, words] of [
          ['h2', 6],
          ['p', 60],
        ] as const) {
          const element = document.querySelector(selector)
          if (element !== null) element.textContent = `${shown} `.repeat(words)
        }
      })
    })
    await startPaintProbe(page, 'article', 'aria-label')
    const seconds: number[] = []
    for (let index = 0; index < decisions; index += 1) seconds.push((await pressAndWait(page, ['r'])).last)
    return seconds
  } finally {
    await parvis.stop()
  }
}

const milliseconds = (seconds: number): string => `${(seconds * 1_000).toFixed(1)} ms`

/** What a bench's table has no column for. */
function tell(count: number, figures: Readonly<Record<string, number>>): void {
  const { keys = 0, keysHigh = 0, answered = 0, next = 0, nextHigh = 0, whole = 0, wholeHigh = 0 } = figures
  process.stderr.write(
    [
      `moderation of ${decisions} proposals in a dossier of ${count.toLocaleString('en')}:`,
      `  keys per decision: median ${keys}, p95 ${keysHigh}; with a motivated answer: median ${answered}`,
      `  first key to the next proposal painted: median ${milliseconds(whole)}, p95 ${milliseconds(wholeHigh)}`,
      `  last key to the next proposal painted: median ${milliseconds(next)}, p95 ${milliseconds(nextHigh)}` +
        ` (${next < atOnceSeconds ? 'under' : 'NOT under'} 50 ms)`,
      '',
    ].join('\n'),
  )
}

/** A deposit campaign moderated by keyboard through the real window, against a bare window that swaps a text. */
export const moderationBench: Bench = {
  name: 'moderation',
  async run({ quick }) {
    if (installedChromium() === undefined) {
      process.stderr.write('moderation: skipped, no Chromium is installed\n')
      return []
    }
    const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
    const results: BenchResult[] = []
    try {
      for (const count of [decisions, quick ? 20_000 : 100_000]) {
        const path = await makeSampleDossier(folder, count)
        const { figures = {} } = await measureApart(file, path, String(count))
        tell(count, figures)
        const { next = Number.NaN, bare = Number.NaN, peak = Number.NaN } = figures
        results.push({
          name: `decision to next proposal painted, ${count.toLocaleString('en')} proposals`,
          oursSeconds: next,
          bareSeconds: bare,
          ratio: next / bare,
          // Two more frames than a window that has nothing to show but the text.
          aim: { kind: 'at-most', ratio: 4 },
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
  await runBench(moderationBench, async ([path = '', count = '0']) => {
    const bare = await replayBare()
    const ours = await replay(path, Number(count))
    return {
      seconds: 0,
      figures: {
        bare: median(bare),
        next: median(ours.next),
        nextHigh: percentile(ours.next, 0.95),
        whole: median(ours.whole),
        wholeHigh: percentile(ours.whole, 0.95),
        keys: median(ours.keys),
        keysHigh: percentile(ours.keys, 0.95),
        answered: median(ours.answeredKeys),
        peak: ours.peakMegabytes,
      },
    }
  })
