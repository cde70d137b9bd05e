import { homedir } from 'node:os'
import { join } from 'node:path'

/** Folder that holds package.json. */
export const projectRoot = join(import.meta.dirname, '../../..')

/** Path of a file of the project. */
export function inProject(...parts: readonly string[]): string {
  return join(projectRoot, ...parts)
}

/** Where this system keeps what can be made again. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (process.platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'Parvis')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/Parvis')
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parvis')
}
