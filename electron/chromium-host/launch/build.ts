import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, projectRoot } from './project.ts'
import { launcherSentences } from './sentences.ts'

const sources = ['electron', 'shared', 'renderer']
const settings = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
/** One file of each of the three builds; the last that is written is the window's. */
const results = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Newest change under a folder, in milliseconds. Folders count: they tell of removed files. */
function newestIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    // The host is run from its sources.
    if (entry.name === 'chromium-host') return newest
    const path = join(folder, entry.name)
    return Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs)
  }, statSync(folder).mtimeMs)
}

/** True when nothing was changed since the last build. */
export function isBuilt(): boolean {
  const written = results.map((path) => statSync(inProject(path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const changed = settings.map((path) => statSync(inProject(path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.min(...written) >= Math.max(...changed, ...sources.map((folder) => newestIn(inProject(folder))))
}

/** Builds unless that was done since the last change. Says so on standard error; ends the process on failure. */
export function buildIfNeeded(): void {
  if (isBuilt()) return
  const unlock = waitForLock()
  try {
    if (!isBuilt()) build()
  } finally {
    unlock()
  }
}

function build(): void {
  const sentences = launcherSentences()
  process.stderr.write(`${sentences.building}\n`)
  const builder = inProject('node_modules/electron-vite/bin/electron-vite.js')
  const built = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    // Standard output belongs to the command that waits for the build.
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  if (built.status === 0) return
  process.stderr.write(`${built.stdout}${built.stderr}${sentences.buildFailed}\n`)
  process.exit(1)
}

/** Two commands at once must not build into the same folder. Waits for the other one; a dead one is not waited for. */
function waitForLock(): () => void {
  const folder = inProject('node_modules/.cache')
  const lock = join(folder, 'parvis-build.lock')
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      const unlock = (): void => rmSync(lock, { force: true })
      process.once('exit', unlock)
      return unlock
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!isHeld(lock)) rmSync(lock, { force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
