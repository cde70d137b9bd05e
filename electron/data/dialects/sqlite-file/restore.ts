import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { inspectDossier } from './dossier-file.ts'

/** Puts a backup in the place of a closed dossier; the file changes hands in one rename. */
export async function restoreInPlace(backup: string, path: string): Promise<void> {
  inspectDossier(backup)
  const temporary = `${path}.restoring`
  rmSync(temporary, { force: true })
  copyFileSync(backup, temporary)
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
  renameSync(temporary, path)
}
