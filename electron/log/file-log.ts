import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../ports.ts'
import { faultPlace } from './fault-place.ts'

/** Size at which a log is set aside: one old file is kept. */
const largestLog = 2 * 1024 * 1024

/** A log of JSON lines in a folder of this computer. It holds where faults happened, never what a citizen wrote. */
export function createFileLog(folder: string, name: string): Log {
  const path = join(folder, `${name}.log`)
  const write = (level: string, message: string, details: Readonly<Record<string, unknown>> = {}): void => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(path, `${path}.1`)
      appendFileSync(
        path,
        `${JSON.stringify({ at: new Date().toISOString(), level, message, ...safe(details) })}\n`,
      )
    } catch {
      // A log that cannot be written (full disk, read-only profile) must not stop the work it tells of.
    }
  }
  return {
    info: (message, details) => write('info', message, details),
    error: (message, details) => write('error', message, details),
  }
}

/** Faults as their kind and place, also where one stands under another name than `fault`. */
function safe(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      key === 'fault' || value instanceof Error ? faultPlace(value) : value,
    ]),
  )
}
