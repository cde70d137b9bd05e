import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, inProject, projectRoot } from './project.ts'
import { launcherSentences } from './sentences.ts'

/** In milliseconds: a download that is silent for so long will not come. */
const longestSilence = 30_000

/** Path of Electron's binary, when it has been fetched. */
export function findElectron(): string | undefined {
  const folder = inProject('node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** Electron's binary, fetched if need be; nothing when it cannot be had, which is then remembered for the day. */
export async function provideElectron(folder: string = cacheFolder()): Promise<string | undefined> {
  const found = findElectron()
  if (found !== undefined) return found
  const memory = join(folder, 'electron-not-fetched')
  const today = new Date().toDateString()
  if (readMemory(memory) === today) return undefined
  const sentences = launcherSentences()
  process.stderr.write(`${sentences.fetching}\n`)
  const problem = await download(longestSilence)
  const binary = findElectron()
  if (binary !== undefined) {
    rmSync(memory, { force: true })
    return binary
  }
  process.stderr.write(`${sentences.notFetched(problem ?? '?')}\n`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(memory, today)
  return undefined
}

function readMemory(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Downloads and unpacks. Answers what went wrong, or nothing. */
async function download(silence: number): Promise<string | undefined> {
  const fetcher = join(import.meta.dirname, 'fetch-electron.ts')
  return (
    (await watch(run(fetcher), silence)) ??
    (await watch(run(inProject('node_modules/electron/install.js')), 300_000))
  )
}

function run(script: string): ChildProcess {
  return spawn(process.execPath, [script], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Waits for a process that must say something at least every `silence` milliseconds. */
export function watch(child: ChildProcess, silence: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    let complaint = ''
    const giveUp = (): void => {
      complaint = launcherSentences().noData
      child.kill('SIGKILL')
    }
    let timer = setTimeout(giveUp, silence)
    child.stdout?.on('data', () => {
      clearTimeout(timer)
      timer = setTimeout(giveUp, silence)
    })
    child.stderr?.on('data', (text) => {
      complaint ||= String(text).split('\n')[0] ?? ''
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? undefined : complaint || String(code))
    })
  })
}
