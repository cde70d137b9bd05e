import type { MenuItemConstructorOptions } from 'electron'
import type { Translate } from '../../shared/messages/translator.ts'

/** What the menu can do that the system cannot do by itself. */
export interface MenuCommands {
  openDossier(): void
  closeDossier(): void
  showLog(): void
  showAbout(): void
}

/** The menu bar in one language. Undo stays with the page: there it takes back decisions, not only typing. */
export function appMenu(
  t: Translate,
  commands: MenuCommands,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const about = { label: t('menu.about'), click: () => commands.showAbout() }
  const quit: MenuItemConstructorOptions = { label: t('menu.quit'), role: 'quit' }
  const application: MenuItemConstructorOptions = {
    label: 'Parvis',
    submenu: [
      about,
      separator,
      { label: t('menu.hide'), role: 'hide' },
      { label: t('menu.hideOthers'), role: 'hideOthers' },
      separator,
      quit,
    ],
  }
  const dossier: MenuItemConstructorOptions = {
    label: t('menu.dossier'),
    submenu: [
      {
        label: t('menu.openDossier'),
        accelerator: 'CommandOrControl+O',
        click: () => commands.openDossier(),
      },
      { label: t('menu.closeDossier'), click: () => commands.closeDossier() },
      ...(platform === 'darwin' ? [] : [separator, quit]),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: t('menu.edit'),
    submenu: [
      { label: t('menu.cut'), role: 'cut' },
      { label: t('menu.copy'), role: 'copy' },
      { label: t('menu.paste'), role: 'paste' },
      { label: t('menu.pasteText'), role: 'pasteAndMatchStyle' },
      separator,
      { label: t('menu.selectAll'), role: 'selectAll' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: t('menu.view'),
    submenu: [
      { label: t('menu.actualSize'), role: 'resetZoom' },
      { label: t('menu.zoomIn'), role: 'zoomIn' },
      { label: t('menu.zoomOut'), role: 'zoomOut' },
      separator,
      { label: t('menu.fullScreen'), role: 'togglefullscreen' },
    ],
  }
  const help: MenuItemConstructorOptions = {
    label: t('menu.help'),
    submenu: [
      { label: t('menu.showLog'), click: () => commands.showLog() },
      ...(platform === 'darwin' ? [] : [separator, about]),
    ],
  }
  return [...(platform === 'darwin' ? [application] : []), dossier, edit, view, help]
}

const separator: MenuItemConstructorOptions = { type: 'separator' }
