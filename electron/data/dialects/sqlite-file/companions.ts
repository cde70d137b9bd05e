import { existsSync, rmSync, statSync } from 'node:fs'
import { lockDossier } from './dossier-lock.ts'

const suffixes = ['-wal', '-shm'] as const

/** Whether SQLite's companion files of a dossier are there: somebody has it open, or was stopped while it was. */
export function hasCompanions(path: string): boolean {
  return suffixes.some((suffix) => existsSync(`${path}${suffix}`))
}

/** Whether changes wait in the write-ahead log beside a dossier. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** Removes them. Only for who holds the lock, and when they came with a reading of one's own: they hold nothing then. */
export function removeCompanions(path: string): void {
  for (const suffix of suffixes) rmSync(`${path}${suffix}`, { force: true })
}

/**
 * The same without holding the lock: a read-only connection makes companions and cannot take them away. They stay
 * when a Parvis has the dossier open meanwhile, which may be writing into them.
 */
export function removeCompanionsUnlessOpen(path: string): void {
  let unlock: () => void
  try {
    unlock = lockDossier(path)
  } catch {
    return
  }
  removeCompanions(path)
  unlock()
}
