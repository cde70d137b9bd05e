/**
 * The module `electron`, as far as this application uses it. Each export is held to Electron's own types where it is
 * made; a name that is not here fails at the import, a member that is not there fails at its first use.
 */
import { hostApp } from './host-app.ts'
import { hostIpcMain } from './host-ipc.ts'
import { refuseTheRest } from './refuse-the-rest.ts'

export { hostDialog as dialog } from './host-dialog.ts'
export { HostMenu as Menu } from './host-menu.ts'
export { hostProtocol as protocol } from './host-protocol.ts'
export { hostSession as session } from './host-session.ts'
export { hostShell as shell } from './host-shell.ts'
export { HostWindow as BrowserWindow } from './host-window.ts'

export const app = refuseTheRest('app', hostApp)
export const ipcMain = refuseTheRest('ipcMain', hostIpcMain)
