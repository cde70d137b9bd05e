import { rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { AppError } from '../../../../shared/errors/app-error.ts'
import { diskRefusal } from './disk-refusal.ts'

/**
 * Holds a dossier for one Parvis at a time. The lock is an exclusive transaction on a small file beside it, so the
 * operating system gives it back by itself when a process dies, on every platform and also on network drives.
 * Refuses `dossier-open-elsewhere`, `place-read-only`.
 */
export function lockDossier(path: string): () => void {
  const lockPath = `${path}.lock`
  let lock: SqliteDatabase.Database
  try {
    lock = new SqliteDatabase(lockPath)
  } catch (error) {
    throw diskRefusal(error, path)
  }
  try {
    lock.pragma('busy_timeout = 0')
    lock.pragma('journal_mode = MEMORY')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw new AppError('dossier-open-elsewhere', {}, { cause: error })
  }
  return () => {
    lock.exec('rollback')
    lock.close()
    rmSync(lockPath, { force: true })
  }
}
