import { spawn } from 'node:child_process'
import { join } from 'node:path'

const launcher = join(import.meta.dirname, '../../electron/chromium-host/launch/parvis.ts')

/** What a run of the command line left. */
export interface CommandRun {
  readonly exitCode: number | null
  readonly output: string
  readonly complaint: string
  /** The only JSON object of standard output; fails when there is anything else. */
  json(): Readonly<Record<string, unknown>>
}

/** Runs `npm run parvis -- <typed>` as npm does, in `folder`, which also holds the preferences. */
export async function runParvis(
  folder: string,
  typed: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandRun> {
  const child = spawn(
    process.execPath,
    [launcher, ...typed, `--user-data-dir=${join(folder, 'preferences')}`],
    { cwd: folder, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => {
    output += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk)
  })
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    exitCode,
    output,
    complaint,
    json() {
      const value: unknown = JSON.parse(output)
      if (typeof value !== 'object' || value === null) throw new Error(`no JSON object: ${output}`)
      return value as Readonly<Record<string, unknown>>
    },
  }
}
