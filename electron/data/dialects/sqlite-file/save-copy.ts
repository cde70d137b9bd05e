import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error.ts'
import { copyVerified } from './backups.ts'
import { removeCompanions } from './companions.ts'
import { lockDossier } from './dossier-lock.ts'

/**
 * Copies a dossier to a place that a person chose. What stands there is replaced only while no Parvis has it open, and
 * with its write-ahead log: left behind, that would be folded into the copy. Refuses `copy-onto-itself`,
 * `target-is-folder`, `dossier-open-elsewhere`, and as `copyVerified`.
 */
export function saveCopy(source: string, target: string): void {
  if (!existsSync(target)) {
    copyVerified(source, target)
    return
  }
  const there = statSync(target, { bigint: true })
  if (there.isDirectory()) throw new AppError('target-is-folder', { path: target })
  const own = statSync(source, { bigint: true })
  // One file may have several names: a link, or other capitals on Windows and macOS.
  if (resolve(source) === resolve(target) || (own.dev === there.dev && own.ino === there.ino))
    throw new AppError('copy-onto-itself', { file: basename(target) })
  const unlock = lockDossier(target)
  try {
    copyVerified(source, target, () => removeCompanions(target))
  } finally {
    unlock()
  }
}
