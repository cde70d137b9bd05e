import { basename, dirname } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error.ts'

const refusals: readonly (readonly [string, RegExp])[] = [
  ['disk-full', /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)$/],
  ['place-read-only', /^(SQLITE_CANTOPEN|SQLITE_READONLY\w*|SQLITE_PERM|EACCES|EPERM|EROFS)$/],
  ['folder-missing', /^(ENOENT|ENOTDIR)$/],
  ['target-is-folder', /^EISDIR$/],
]

/** What the disk or SQLite said about writing to `path`, as a refusal of ours where it is one. */
export function diskRefusal(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = refusals.find(([, pattern]) => pattern.test(code))?.[0]
  if (known === undefined) return error
  return new AppError(known, { file: basename(path), folder: dirname(path), path }, { cause: error })
}
