import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { AppError } from '../../../../shared/errors/app-error.ts'
import type { BackupFile } from '../../../../shared/read-models/dossier.ts'
import { diskRefusal } from './disk-refusal.ts'
import { renameDurably } from './durable.ts'

const keptDaily = 7
const keptWeekly = 4

/** Folder of a dossier's backups, beside it. */
export function backupFolder(path: string): string {
  return join(dirname(path), `${basename(path, extname(path))} - sauvegardes`)
}

/**
 * Where the backup of this instant goes. Daily ones are named by day; the others by second, and never by a name that
 * is taken: each of them is the only trace of a state.
 */
export function backupPath(path: string, now: string, reason: BackupFile['reason']): string {
  const stem = join(backupFolder(path), basename(path, extname(path)))
  if (reason === 'daily') return `${stem} ${now.slice(0, 10)} daily.parvis`
  const stamp = now.slice(0, 19).replaceAll(':', '-')
  let target = `${stem} ${stamp} ${reason}.parvis`
  for (let number = 2; existsSync(target); number++) target = `${stem} ${stamp} ${number} ${reason}.parvis`
  return target
}

/**
 * A consistent copy of a dossier, also while it is in use, put in place only once it has been read back whole.
 * `beforeReplacing` runs just before. Refuses `dossier-damaged`, `backup-failed`, `disk-full`, `place-read-only`.
 */
export function copyVerified(source: string, target: string, beforeReplacing: () => void = () => {}): void {
  const temporary = `${target}.tmp`
  try {
    mkdirSync(dirname(target), { recursive: true })
    rmSync(temporary, { force: true })
    copyWhole(source, temporary)
    if (!isWhole(temporary)) throw new AppError('backup-failed', { file: basename(target) })
    beforeReplacing()
    renameDurably(temporary, target)
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary, { force: true })
    throw diskRefusal(error, target)
  }
}

function copyWhole(source: string, target: string): void {
  const database = new SqliteDatabase(source, { readonly: true, fileMustExist: true })
  try {
    database.prepare('vacuum into ?').run(target)
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code))
      throw new AppError('dossier-damaged', { file: basename(source) }, { cause: error })
    throw error
  } finally {
    database.close()
  }
}

function isWhole(path: string): boolean {
  const copy = new SqliteDatabase(path, { readonly: true })
  try {
    return copy.pragma('integrity_check(1)', { simple: true }) === 'ok'
  } finally {
    copy.close()
  }
}

/** Backups of a dossier, the newest first. */
export function listBackups(path: string): readonly BackupFile[] {
  const folder = backupFolder(path)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((fileName): BackupFile[] => {
      const match = / (daily|migration|restore)\.parvis$/.exec(fileName)
      if (match === null) return []
      const file = statSync(join(folder, fileName))
      return [
        {
          path: join(folder, fileName),
          fileName,
          takenAt: file.mtime.toISOString(),
          reason: match[1] as BackupFile['reason'],
          bytes: file.size,
        },
      ]
    })
    .sort((left, right) => right.takenAt.localeCompare(left.takenAt))
}

/**
 * Takes the backup of the day unless there is one, then keeps seven daily ones and the first of each of the four
 * weeks before. Answers whether one was taken.
 */
export function takeDailyBackup(path: string, now: string): boolean {
  const target = backupPath(path, now, 'daily')
  if (existsSync(target)) return false
  copyVerified(path, target)
  const daily = readdirSync(backupFolder(path))
    .map((fileName) => ({ fileName, day: / (\d{4}-\d{2}-\d{2}) daily\.parvis$/.exec(fileName)?.[1] }))
    .filter((entry): entry is { fileName: string; day: string } => entry.day !== undefined)
    .sort((left, right) => right.day.localeCompare(left.day))
  const weeks = new Set<number>()
  for (const { fileName, day } of daily.slice(keptDaily)) {
    // Weeks start on Monday: 1970-01-05 was one.
    const week = Math.floor((Date.parse(day) / 86_400_000 - 4) / 7)
    if (weeks.has(week) || weeks.size >= keptWeekly)
      rmSync(join(backupFolder(path), fileName), { force: true })
    else weeks.add(week)
  }
  return true
}
