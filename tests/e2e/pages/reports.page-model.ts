import type { Locator } from 'playwright-core'
import type { DossierWindow } from '../new-dossier.ts'

/** Drives the reports page, in French. */
export function reportsPage(window: DossierWindow) {
  const { page } = window
  const main = page.getByRole('main')
  const save = main.getByRole('button', { name: 'Enregistrer sous…' })
  return {
    /** The button that asks where and writes. */
    save,
    refusal: main.getByRole('alert'),
    /** Opens the page on one document, by the name that the list shows. */
    async open(document: string): Promise<void> {
      await page.evaluate(() => {
        location.hash = '/reports'
      })
      await main.getByRole('link', { name: document }).click()
      await main.getByRole('heading', { level: 2, name: document }).waitFor()
    },
    /** Waits for the printed preview and answers how many pages it has. */
    async previewedPages(): Promise<number> {
      const status = main.getByRole('status').getByText(/^Page 1 sur \d+$/)
      await status.waitFor()
      return Number((await status.textContent())?.split(' ').at(-1))
    },
    /** Saves by the keyboard at a path and waits until the page says where the file is. */
    async saveAs(path: string): Promise<Locator> {
      await window.answerDialogs(path)
      await page.keyboard.press('Control+s')
      const written = main.getByRole('status').getByText(/^Enregistré/)
      await written.getByText(path).waitFor()
      return written
    },
  }
}
