import { randomUUID } from 'node:crypto'
import { access, constants, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../../shared/errors/app-error.ts'

/** What writing safely asks of the disk: Node's own functions, or those of a test that breaks them. */
export interface FileSystem {
  /** Creates the file, which must not exist. */
  readonly create: (path: string) => Promise<void>
  /** Forces the file's content down to the disk. */
  readonly flush: (path: string) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  /** Deletes the file if it is there. */
  readonly remove: (path: string) => Promise<void>
  /** Deletes what processes that were killed left in a folder. */
  readonly sweep: (folder: string) => Promise<void>
  /** What stands at the path, and whether it may be replaced. */
  readonly inspect: (path: string) => Promise<'absent' | 'writable' | 'protected' | 'folder'>
}

/**
 * Writes a file so that at any moment either the previous one or the new one is there, whole: `write` fills a
 * temporary file of the same folder, which is flushed and then renamed over `path`. Refuses with `file-busy`,
 * `disk-full`, `folder-missing`, `place-read-only`, `target-is-folder` or `cancelled`; the previous file is then
 * untouched and the temporary one gone.
 */
export async function writeFileAtomically(
  path: string,
  write: (temporaryPath: string) => Promise<void>,
  signal?: AbortSignal,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<void> {
  const temporaryPath = join(dirname(path), `.parvis-${randomUUID()}.part`)
  try {
    stopIfAborted(signal)
    await refuseProtected(path, fileSystem)
    await fileSystem.sweep(dirname(path)).catch(() => undefined)
    await inPlace(path, () => fileSystem.create(temporaryPath))
    await inContent(path, () => write(temporaryPath))
    await inContent(path, () => fileSystem.flush(temporaryPath))
    stopIfAborted(signal)
    await replace(path, temporaryPath, fileSystem)
  } catch (error) {
    await fileSystem.remove(temporaryPath).catch(() => undefined)
    if (signal?.aborted === true || isAbort(error)) throw new AppError('cancelled', {}, { cause: error })
    throw error
  }
}

/** Refuses early, before a long write, what could not be replaced at its end. */
async function refuseProtected(path: string, fileSystem: FileSystem): Promise<void> {
  const found = await fileSystem.inspect(path)
  if (found === 'folder') throw new AppError('target-is-folder', { path })
  if (found === 'protected') throw refusal('file-busy', path, undefined)
}

async function inPlace(path: string, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refusal('folder-missing', path, error)
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw refusal('place-read-only', path, error)
    }
    throw isFull(code) ? refusal('disk-full', path, error) : error
  }
}

async function inContent(path: string, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    const code = codeOf(error)
    if (isFull(code)) throw refusal('disk-full', path, error)
    // The folder was there a moment ago: a key pulled out, a network drive gone.
    if (code === 'ENOENT') throw refusal('folder-missing', path, error)
    if (code === 'EROFS') throw refusal('place-read-only', path, error)
    throw error
  }
}

/** In milliseconds: a temporary file that nobody has written to for so long belongs to nobody. */
const abandonedAfter = 24 * 60 * 60 * 1_000

/** Attempts of the last step: on Windows an antivirus or an indexer may hold a fresh file for an instant. */
const attempts = 4

async function replace(path: string, temporaryPath: string, fileSystem: FileSystem): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fileSystem.rename(temporaryPath, path)
    } catch (error) {
      const code = codeOf(error)
      const busy = code === 'EBUSY' || code === 'EPERM' || code === 'EACCES'
      if (busy && attempt < attempts) await wait(50 * attempt)
      else if (busy) throw refusal('file-busy', path, error)
      else if (isFull(code)) throw refusal('disk-full', path, error)
      else if (code === 'EISDIR') throw new AppError('target-is-folder', { path }, { cause: error })
      else throw error
    }
  }
}

function refusal(code: string, path: string, cause: unknown): AppError {
  return new AppError(code, { file: basename(path), folder: dirname(path), path }, { cause })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function isFull(code: string | undefined): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled')
}

/** The disk of this computer. */
export const nodeFileSystem: FileSystem = {
  create: async (path) => {
    await (await open(path, 'wx')).close()
  },
  flush: async (path) => {
    const file = await open(path, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  },
  rename: async (from, to) => {
    await rename(from, to)
    await flushFolder(dirname(to))
  },
  remove: (path) => rm(path, { force: true }),
  sweep: async (folder) => {
    const names = (await readdir(folder)).filter((name) => /^\.parvis-[\da-f-]{36}\.part$/.test(name))
    for (const name of names) {
      const left = join(folder, name)
      if (Date.now() - (await stat(left)).mtimeMs > abandonedAfter) await rm(left, { force: true })
    }
  },
  inspect: async (path) => {
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) return 'absent'
    if (found.isDirectory()) return 'folder'
    return access(path, constants.W_OK).then(
      () => 'writable' as const,
      () => 'protected' as const,
    )
  },
}

/** Makes the new name last through a power cut. Windows and some network drives cannot: the file is whole all the same. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close().catch(() => undefined)
}
