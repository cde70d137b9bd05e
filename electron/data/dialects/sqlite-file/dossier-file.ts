import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { AppError } from '../../../../shared/errors/app-error.ts'
import { currentSchemaVersion, migrate } from '../../migrate.ts'
import type { OpenDatabase } from '../dialect.ts'
import { openSqlite, parvisApplicationId } from '../sqlite.ts'
import { backupPath, copyVerified } from './backups.ts'
import { hasCompanions, hasLog, removeCompanions, removeCompanionsUnlessOpen } from './companions.ts'
import { diskRefusal } from './disk-refusal.ts'
import { lockDossier } from './dossier-lock.ts'
import { renameDurably } from './durable.ts'

export interface OpenedFile {
  readonly database: OpenDatabase
  /** Schema version before this opening migrated it, else null. */
  readonly migratedFrom: number | null
  release(): Promise<void>
}

const sqliteHeader = 'SQLite format 3\u0000'

/**
 * Looks at a file without changing a byte of it. Refuses `dossier-missing`, `dossier-not-a-dossier`,
 * `dossier-damaged`, `dossier-newer`. Answers its schema version.
 */
export function inspectDossier(path: string): number {
  const file = basename(path)
  const found = existsSync(path) ? statSync(path) : undefined
  if (found === undefined || !found.isFile()) throw new AppError('dossier-missing', { file })
  const head = Buffer.alloc(100)
  const handle = openSync(path, 'r')
  const read = readSync(handle, head, 0, 100, 0)
  closeSync(handle)
  if (read < 100 || head.toString('latin1', 0, 16) !== sqliteHeader)
    throw new AppError('dossier-not-a-dossier', { file })
  if (head.readUInt32BE(68) !== parvisApplicationId) throw new AppError('dossier-not-a-dossier', { file })
  const version = head.readUInt32BE(60)
  if (version > currentSchemaVersion) throw new AppError('dossier-newer', { file, version })
  // The header counts the pages: a copy cut short by a full disk or a broken download shows here at once.
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  const pages = head.readUInt32BE(28)
  const isShort = found.size < pages * pageSize
  // A process killed while it folded its log into the file may have written the header first: the log has the rest.
  if (pageSize < 512 || (isShort && !hasLog(path))) throw new AppError('dossier-damaged', { file })
  return version
}

function assertSound(database: SqliteDatabase.Database, file: string): void {
  try {
    const findings = database.pragma('quick_check(1)', { simple: true })
    if (findings !== 'ok') throw new Error(String(findings))
  } catch (error) {
    throw new AppError('dossier-damaged', { file }, { cause: error })
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Opens a dossier: checked, locked, migrated after a verified copy. A file or folder that cannot be written is opened
 * read-only. Refusals as `inspectDossier`, and `dossier-open-elsewhere`; a refused file keeps every byte.
 */
export async function openDossierFile(
  path: string,
  options: { readonly readOnly: boolean; readonly now: string },
): Promise<OpenedFile> {
  const version = inspectDossier(path)
  const file = basename(path)
  const readOnly = options.readOnly || !isWritable(path)
  if (readOnly) {
    if (version < currentSchemaVersion) throw new AppError('dossier-needs-migration', { file })
    const companions = hasCompanions(path)
    const tidy = (): void => {
      if (!companions) removeCompanionsUnlessOpen(path)
    }
    try {
      const database = openDamageAware(path, true, file)
      return {
        database,
        migratedFrom: null,
        async release() {
          await database.close()
          tidy()
        },
      }
    } catch (error) {
      tidy()
      throw error
    }
  }
  const unlock = lockDossier(path)
  const companions = hasCompanions(path)
  try {
    const database = openDamageAware(path, false, file)
    try {
      if (version < currentSchemaVersion) {
        const copy = backupPath(path, options.now, 'migration')
        mkdirSync(dirname(copy), { recursive: true })
        copyVerified(path, copy)
        await migrate(database, options.now)
        database.raw.pragma(`user_version = ${currentSchemaVersion}`)
      }
      return {
        database,
        migratedFrom: version < currentSchemaVersion ? version : null,
        async release() {
          await database.close()
          unlock()
        },
      }
    } catch (error) {
      await database.close()
      throw error
    }
  } catch (error) {
    if (!companions) removeCompanions(path)
    unlock()
    throw error
  }
}

function openDamageAware(path: string, readOnly: boolean, file: string): ReturnType<typeof openSqlite> {
  let probe: SqliteDatabase.Database | undefined
  try {
    probe = new SqliteDatabase(path, { readonly: true, fileMustExist: true })
    assertSound(probe, file)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('dossier-damaged', { file }, { cause: error })
  } finally {
    probe?.close()
  }
  return openSqlite(path, { readOnly })
}

/**
 * Makes a new dossier file: built under a temporary name by `fill`, then put in its place, so that a crash leaves
 * nothing half made. Refuses `file-exists`, `folder-missing`, `place-read-only`, `disk-full`.
 */
export async function createDossierFile(
  path: string,
  now: string,
  fill: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  if (existsSync(path)) throw new AppError('file-exists', { file: basename(path) })
  if (!existsSync(dirname(path))) throw new AppError('folder-missing', { folder: dirname(path) })
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const remove = () => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${temporary}${suffix}`, { force: true })
  }
  remove()
  try {
    const bare = new SqliteDatabase(temporary)
    bare.pragma(`application_id = ${parvisApplicationId}`)
    bare.pragma(`user_version = ${currentSchemaVersion}`)
    bare.pragma('journal_mode = WAL')
    bare.close()
    const database = openSqlite(temporary)
    try {
      // Nobody counts on this file before it has its name: it is made durable once, at the end.
      database.raw.pragma('synchronous = OFF')
      await migrate(database, now)
      await fill(database)
    } finally {
      await database.close()
    }
    // A file of that name that appeared meanwhile is not ours to replace.
    if (existsSync(path)) throw new AppError('file-exists', { file: basename(path) })
    renameDurably(temporary, path)
  } catch (error) {
    remove()
    throw diskRefusal(error, path)
  }
}
