import { existsSync, statSync } from 'node:fs'
import { extname, isAbsolute } from 'node:path'
import type { Shell } from 'electron'
import { AppError } from '../../shared/errors/app-error.ts'
import type { FileOpener } from '../ports.ts'

/** Documents that Parvis makes or takes in. Opening anything else could start a program; a web page would run its scripts. */
const documents: readonly string[] = [
  '.pdf',
  '.xlsx',
  '.ods',
  '.csv',
  '.txt',
  '.json',
  '.geojson',
  '.zip',
  '.png',
  '.jpg',
  '.jpeg',
  '.webp',
  '.docx',
  '.odt',
]

/** Hands existing documents and folders to the system. Refuses with `file-to-open-missing` or `file-kind-not-opened`. */
export function createFileOpener(shell: Pick<Shell, 'openPath' | 'showItemInFolder'>): FileOpener {
  return {
    async open(path) {
      refuseMissing(path)
      if (!statSync(path).isDirectory() && !documents.includes(extname(path).toLowerCase())) {
        throw new AppError('file-kind-not-opened', { path })
      }
      const problem = await shell.openPath(path)
      if (problem !== '') throw new AppError('file-not-opened', { path, reason: problem })
    },
    async showInFolder(path) {
      refuseMissing(path)
      shell.showItemInFolder(path)
    },
  }
}

function refuseMissing(path: string): void {
  if (!isAbsolute(path) || !existsSync(path)) throw new AppError('file-to-open-missing', { path })
}
