import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { removeCompanions } from './companions.ts'
import { inspectDossier } from './dossier-file.ts'

/** Puts a backup in the place of a closed dossier; the file changes hands in one rename. */
export async function restoreInPlace(backup: string, path: string): Promise<void> {
  inspectDossier(backup)
  const temporary = `${path}.restoring`
  rmSync(temporary, { force: true })
  copyFileSync(backup, temporary)
  removeCompanions(path)
  renameSync(temporary, path)
}
