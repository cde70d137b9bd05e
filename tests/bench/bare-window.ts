import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow } from 'electron'
import { prepareAppPaths } from '../../electron/shell/app-paths.ts'

const root = join(import.meta.dirname, '../..')
prepareAppPaths(root)

/** The least that a program on Electron can be: one window that shows a file, started as Parvis is. */
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: {
      preload: join(root, 'out/preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    },
  })
  return window.loadURL(pathToFileURL(join(import.meta.dirname, 'bare-window.html')).href)
})
