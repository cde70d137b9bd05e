import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { BenchResult } from './bench.ts'

/** Every bench, by the name of its file. To add one: `<name>.bench.ts` in this folder, and its line here. */
const benches = [
  'import',
  'search',
  'signals',
  'duplicates',
  'export',
  'catalogue',
  'startup',
  'moderation',
  'geocoding',
  'team',
] as const

/** Prints, per comparison, both times, their ratio, whether the aim is met, and the peak memory of our side. */
function table(results: readonly BenchResult[]): string {
  const header = ['comparison', 'ours', 'bare', 'ratio', 'aim', 'met', 'peak memory']
  const seconds = (value: number): string =>
    value < 1 ? `${(value * 1_000).toFixed(1)} ms` : `${value.toFixed(2)} s`
  const lines = results.map((result) => {
    const { kind, ratio } = result.aim
    const fast = kind === 'at-most' ? result.ratio <= ratio : result.ratio >= ratio
    const small = result.aimMegabytes === undefined || result.peakMegabytes < result.aimMegabytes
    return [
      result.name,
      seconds(result.oursSeconds),
      seconds(result.bareSeconds),
      result.ratio.toFixed(2),
      `${kind === 'at-most' ? '≤' : '≥'} ${ratio}${result.aimMegabytes === undefined ? '' : `, < ${result.aimMegabytes} MB`}`,
      fast && small ? 'yes' : 'no',
      `${result.peakMegabytes} MB`,
    ]
  })
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => (line[column] ?? '').length)),
  )
  return [header, widths.map((width) => '-'.repeat(width)), ...lines]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** `npm run bench [-- names… --quick]`: runs the named benches, or all, each in a process of its own. */
function main(): number {
  const words = process.argv.slice(2)
  const quick = words.includes('--quick')
  const named = words.filter((word) => word !== '--quick')
  const unknown = named.filter((name) => !benches.some((bench) => bench === name))
  if (unknown.length > 0) {
    process.stderr.write(`No bench named ${unknown.join(', ')}. There are: ${benches.join(', ')}.\n`)
    return 2
  }
  const results: BenchResult[] = []
  let failed = false
  for (const bench of benches) {
    if (named.length > 0 && !named.includes(bench)) continue
    process.stderr.write(`${bench}…\n`)
    const child = spawnSync(
      process.execPath,
      [join(import.meta.dirname, `${bench}.bench.ts`), ...(quick ? ['--quick'] : [])],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    )
    if (child.status === 0) results.push(...(JSON.parse(child.stdout) as BenchResult[]))
    else {
      failed = true
      process.stderr.write(`${bench}: ended with ${child.status ?? child.signal}\n`)
    }
  }
  if (results.length > 0) process.stdout.write(`${table(results)}\n`)
  return failed ? 1 : 0
}

process.exitCode = main()
