import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One comparison: what we do against the bare means that do the same. */
export interface BenchResult {
  readonly name: string
  readonly oursSeconds: number
  readonly bareSeconds: number
  /** In the sense of the aim: our time over the bare one (`at-most`), or our rate over the bare one (`at-least`). */
  readonly ratio: number
  readonly aim: { readonly kind: 'at-most' | 'at-least'; readonly ratio: number }
  readonly peakMegabytes: number
  readonly aimMegabytes?: number
}

export interface BenchOptions {
  /** Smaller sizes, for a first look. */
  readonly quick: boolean
}

/** A file `<name>.bench.ts` exports one of these. */
export interface Bench {
  readonly name: string
  run(options: BenchOptions): Promise<readonly BenchResult[]>
}

/** What one side of a comparison measured of itself. */
export interface Measure {
  readonly seconds: number
  readonly peakMegabytes: number
  /** Whatever else a bench wants to know, by name. */
  readonly figures?: Readonly<Record<string, number>>
}

/** Runs one side in a process of its own, so that neither warms the other's memory or code. */
export function measureApart(file: string, ...parameters: readonly string[]): Promise<Measure> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', file, 'side', ...parameters], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as Measure)
      else reject(new Error(`${parameters.join(' ')} ended with ${code}`))
    })
  })
}

/**
 * The life of a bench file that is run as a program: `side …` measures one side, anything else runs the bench and
 * prints its results as JSON.
 */
export async function runBench(
  bench: Bench,
  side: (parameters: readonly string[]) => Promise<Omit<Measure, 'peakMegabytes'>>,
): Promise<void> {
  const [, , mode, ...parameters] = process.argv
  if (mode === 'side') {
    const measure = await side(parameters)
    // maxRSS is in kilobytes on every system.
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
    process.stdout.write(JSON.stringify({ ...measure, peakMegabytes } satisfies Measure))
    return
  }
  const results = await bench.run({ quick: process.argv.includes('--quick') })
  process.stdout.write(JSON.stringify(results))
}

/** Seconds that some work takes. */
export async function timed(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The most memory that a process ever held, where the system tells it: elsewhere not a number. */
export function peakMegabytesOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return Number.NaN
  }
}
