import type { BrowserWindow } from 'electron'
import type { Translate } from '../../shared/messages/translator.ts'
import type { FilePicker } from '../ports.ts'
import { showRefusal } from './notices.ts'
import type { WorkerClient } from './worker-client.ts'

interface DossierOpenerSettings {
  readonly worker: WorkerClient
  readonly picker: FilePicker
  currentWindow(): BrowserWindow | undefined
  t(): Translate
}

/** Opens and closes dossiers for the menu and the file manager; the page then starts anew on what is open. */
export function createDossierOpener({ worker, picker, currentWindow, t }: DossierOpenerSettings) {
  const startAnew = (): void => currentWindow()?.webContents.reload()

  async function choose(): Promise<string | undefined> {
    const translate = t()
    return picker.pick({
      kind: 'open-file',
      title: translate('menu.openDossierTitle'),
      filters: [{ name: translate('menu.dossierFiles'), extensions: ['parvis'] }],
    })
  }

  return {
    /** Opens the dossier at `path`, or asks for one. */
    async open(path?: string): Promise<void> {
      const chosen = path ?? (await choose())
      if (chosen === undefined) return
      const reply = await worker.call('dossiers.open', { path: chosen })
      if (reply.ok) return startAnew()
      const translate = t()
      const sentence = translate(`errors.${reply.error.code}`, { ...reply.error.parameters })
      await showRefusal(sentence, translate, currentWindow())
    },
    async close(): Promise<void> {
      const reply = await worker.call('dossiers.close', {})
      if (reply.ok) startAnew()
    },
  }
}
