import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { AppError } from '../../../../shared/errors/app-error.ts'
import type { BackupFile } from '../../../../shared/read-models/dossier.ts'

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

/** A consistent copy of a dossier, also while it is in use, put in place only once it has been read back whole. */
export function copyVerified(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  const temporary = `${target}.tmp`
  rmSync(temporary, { force: true })
  const database = new SqliteDatabase(source, { readonly: true, fileMustExist: true })
  try {
    database.prepare('vacuum into ?').run(temporary)
  } finally {
    database.close()
  }
  const copy = new SqliteDatabase(temporary, { readonly: true })
  const finding = copy.pragma('integrity_check(1)', { simple: true })
  copy.close()
  if (finding !== 'ok') {
    rmSync(temporary, { force: true })
    throw new AppError('backup-failed', { file: basename(target) })
  }
  renameSync(temporary, target)
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
