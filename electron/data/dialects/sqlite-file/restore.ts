import { rmSync } from 'node:fs'
import { copyVerified } from './backups.ts'
import { removeCompanions } from './companions.ts'
import { inspectDossier } from './dossier-file.ts'
import { lockDossier } from './dossier-lock.ts'
import { renameDurably } from './durable.ts'

/** A backup made ready to take the place of its dossier. */
export interface PreparedRestore {
  /** Puts it there in one rename; the dossier must be closed. Refuses `dossier-open-elsewhere`. */
  commit(): void
  /** Takes it away. */
  discard(): void
}

/**
 * Copies a backup beside its dossier and reads it back whole, while the dossier is still open: what cannot be restored
 * shows before anything is let go. Refuses as `inspectDossier` and `copyVerified`.
 */
export function prepareRestore(backup: string, path: string): PreparedRestore {
  inspectDossier(backup)
  const prepared = `${path}.restoring`
  copyVerified(backup, prepared)
  return {
    commit() {
      const unlock = lockDossier(path)
      try {
        removeCompanions(path)
        renameDurably(prepared, path)
      } finally {
        unlock()
      }
    },
    discard: () => rmSync(prepared, { force: true }),
  }
}
