import { type BrowserWindow, dialog, type MessageBoxOptions, shell } from 'electron'
import type { Translate } from '../../shared/messages/translator.ts'

function ask(options: MessageBoxOptions, window: BrowserWindow | undefined): Promise<{ response: number }> {
  return window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options)
}

/** Shows where a link of a contribution leads before the system's browser follows it. */
export async function askBeforeLink(
  url: string,
  t: Translate,
  window: BrowserWindow | undefined,
): Promise<void> {
  const { response } = await ask(
    {
      type: 'question',
      message: t('menu.linkQuestion'),
      detail: t('menu.linkWarning', { url }),
      buttons: [t('menu.openLink'), t('menu.cancel')],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    },
    window,
  )
  if (response === 0) await shell.openExternal(url)
}

/** Says which Parvis this is, under which licence. */
export async function showAbout(
  t: Translate,
  version: string,
  window: BrowserWindow | undefined,
): Promise<void> {
  const detail = t('menu.aboutDetail', { version })
  await ask({ type: 'info', message: 'Parvis', detail, buttons: [t('menu.close')] }, window)
}

/** Says why a dossier named by the system was not opened. */
export async function showRefusal(
  sentence: string,
  t: Translate,
  window: BrowserWindow | undefined,
): Promise<void> {
  const message = t('menu.dossierNotOpened')
  await ask({ type: 'error', message, detail: sentence, buttons: [t('menu.close')] }, window)
}
