import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import type { AppPaths } from '../ports.ts'

const folderArgument = '--user-data-dir='

/**
 * Folders of the application. `root` is the folder that holds `out/`. The user's folder can be moved by the argument
 * `--user-data-dir=<folder>`; to be called before anything else asks Electron for a path.
 */
export function prepareAppPaths(root: string, parameters: readonly string[] = process.argv): AppPaths {
  app.setName('Parvis')
  const asked = parameters.find((argument) => argument.startsWith(folderArgument))
  const userData = asked
    ? resolve(asked.slice(folderArgument.length))
    : join(app.getPath('appData'), 'Parvis')
  mkdirSync(userData, { recursive: true })
  app.setPath('userData', userData)
  return {
    userData,
    documents: app.getPath('documents'),
    temporary: app.getPath('temp'),
    resources: app.isPackaged ? join(process.resourcesPath, 'resources') : join(root, 'resources'),
  }
}
