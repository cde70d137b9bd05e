import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import type { Log } from '../ports.ts'
import { appOrigin } from './app-protocol.ts'
import { guardSession } from './navigation-guard.ts'
import { readWindowSize, smallestWindow, writeWindowSize } from './window-size.ts'

interface MainWindowSettings {
  /** Path of the built preload. */
  readonly preload: string
  readonly icon: string
  /** Folder that remembers the size. */
  readonly userData: string
  readonly log: Log
  /** From where map images may come now. */
  readonly imageOrigin: () => string | null
}

/** Opens the one window of the application: sandboxed, without Node, on our own scheme. */
export function openMainWindow({
  preload,
  icon,
  userData,
  log,
  imageOrigin,
}: MainWindowSettings): BrowserWindow {
  const sizePath = join(userData, 'window.json')
  const size = readWindowSize(sizePath)
  const window = new BrowserWindow({
    title: 'Parvis',
    width: size.width,
    height: size.height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    icon,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: true,
    },
  })
  guardSession(window.webContents.session, imageOrigin)
  window.once('ready-to-show', () => {
    if (size.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    const { width, height } = window.getNormalBounds()
    writeWindowSize(sizePath, {
      width: Math.max(width, smallestWindow.width),
      height: Math.max(height, smallestWindow.height),
      maximized: window.isMaximized(),
    })
  })
  reopenAfterCrash(window, log)
  void window.loadURL(`${appOrigin}/index.html`).catch((error: unknown) => {
    log.error('window not loaded', { fault: error })
    // A load that another one overtook has a page; without any page nobody could ever close the application.
    if (window.isDestroyed() || window.webContents.getURL() !== '') return
    process.stderr.write(`${String(error)}\n`)
    process.exitCode = 1
    window.destroy()
  })
  return window
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function reopenAfterCrash(window: BrowserWindow, log: Log): void {
  let crashes = 0
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('window crashed', { reason: details.reason, exitCode: details.exitCode })
    crashes += 1
    // A page that crashes at each load would turn for ever.
    if (crashes <= 3 && !window.isDestroyed()) window.webContents.reload()
  })
}
