import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, Menu, protocol, shell } from 'electron'
import { createTranslator, type Translate } from '../shared/messages/translator.ts'
import { createFileLog } from './log/file-log.ts'
import { dossierPathIn, governLifecycle } from './shell/app-lifecycle.ts'
import { appMenu } from './shell/app-menu.ts'
import { prepareAppPaths } from './shell/app-paths.ts'
import { createFileAnswerer, declareAppScheme } from './shell/app-protocol.ts'
import { createDossierOpener } from './shell/dossier-opener.ts'
import { createFilePicker } from './shell/file-dialogs.ts'
import { createFileOpener } from './shell/file-opener.ts'
import { connectWindow } from './shell/ipc-main-transport.ts'
import { openMainWindow, showWindow } from './shell/main-window.ts'
import { followLanguage } from './shell/menu-language.ts'
import { guardNavigation } from './shell/navigation-guard.ts'
import { askBeforeLink, showAbout } from './shell/notices.ts'
import { createPdfPrinter } from './shell/pdf-printer.ts'
import { createTileGate } from './shell/tile-gate.ts'
import { startWorker, type WorkerClient } from './shell/worker-client.ts'

const built = import.meta.dirname
const paths = prepareAppPaths(join(built, '../..'))
const log = createFileLog(paths.userData, 'shell')

let window: BrowserWindow | undefined
let worker: WorkerClient | undefined
let translate: Translate = createTranslator('fr')
let openDossier: (path?: string) => Promise<void> = async () => {}
const currentWindow = (): BrowserWindow | undefined => (window?.isDestroyed() ? undefined : window)

process.on('unhandledRejection', (reason) => {
  log.error('unhandled rejection', { fault: reason })
})
declareAppScheme(protocol)
guardNavigation(app, (url) => void askBeforeLink(url, translate, currentWindow()))
const alone = governLifecycle(app, {
  onOpen(dossierPath) {
    const opened = currentWindow()
    if (opened !== undefined) showWindow(opened)
    if (dossierPath !== undefined) void openDossier(dossierPath)
  },
  async onQuit() {
    await worker?.stop()
  },
})

// Electron is ready only after this module has ended: waiting here would wait for ever.
if (alone) void app.whenReady().then(start)

async function start(): Promise<void> {
  const picker = createFilePicker(currentWindow)
  const tileGate = createTileGate()
  const ports = { printer: createPdfPrinter(), picker, opener: createFileOpener(shell), log, tileGate }
  const client = startWorker({ paths }, ports, join(built, 'worker.js'))
  worker = client
  protocol.handle('app', createFileAnswerer(join(built, '../renderer'), tileGate.origin))
  connectWindow(ipcMain, client, currentWindow)
  const opener = createDossierOpener({ worker: client, picker, currentWindow, t: () => translate })
  openDossier = opener.open
  followLanguage(client, (language) => {
    translate = createTranslator(language)
    const commands = {
      openDossier: () => void opener.open(),
      closeDossier: () => void opener.close(),
      showLog: () => shell.showItemInFolder(join(paths.userData, 'shell.log')),
      showAbout: () => void showAbout(translate, app.getVersion(), currentWindow()),
    }
    Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(translate, commands, process.platform)))
  })
  const dossierPath = dossierPathIn(process.argv, process.cwd())
  if (dossierPath !== undefined) await opener.open(dossierPath)
  window = openMainWindow({
    preload: join(built, '../preload/preload.cjs'),
    icon: join(paths.resources, 'icons/icon-256.png'),
    userData: paths.userData,
    log,
    imageOrigin: tileGate.origin,
  })
}
