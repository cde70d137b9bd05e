import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../ports.ts'

/** Beyond this size, in bytes, the log starts anew and the former one is kept once. */
const largestLog = 5_000_000

/**
 * A log of JSON lines in `folder`: time, part of the application, message, details. Callers never hand over what a
 * citizen wrote. A log that cannot be written stays silent: it must not stop the work that it describes.
 */
export function createLog(folder: string, part: 'shell' | 'worker' | 'command-line'): Log {
  const path = join(folder, 'parvis.log')
  const write = (level: 'info' | 'error', message: string, details?: Readonly<Record<string, unknown>>) => {
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(path) > largestLog) renameSync(path, join(folder, 'parvis.previous.log'))
      const line = { at: new Date().toISOString(), part, process: process.pid, level, message, ...details }
      appendFileSync(path, `${JSON.stringify(line)}\n`)
    } catch {
      return
    }
  }
  return {
    info: (message, details) => write('info', message, details),
    error: (message, details) => write('error', message, details),
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
