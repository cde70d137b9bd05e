import type { Locator } from 'playwright-core'
import type { DossierWindow } from '../new-dossier.ts'

/** Drives the page of letters, in French. */
export function lettersPage(window: DossierWindow) {
  const { page } = window
  const main = page.getByRole('main')
  return {
    main,
    /** Lines of the list, without its head. */
    rows: main.getByRole('grid', { name: 'Courriers' }).locator('[role="row"][id]'),
    sheet: main.getByRole('article'),
    async open(): Promise<void> {
      await page.evaluate(() => {
        location.hash = '/letters'
      })
      await page.getByRole('heading', { level: 1, name: 'Courriers' }).waitFor()
    },
    async texts(): Promise<void> {
      await main.getByRole('link', { name: 'Textes des courriers' }).click()
      await page.getByRole('heading', { level: 1, name: 'Textes et modèles de courriers' }).waitFor()
    },
    /** Chooses what stands in the list: « À écrire », « À envoyer », « Envoyés ». */
    async show(state: string): Promise<void> {
      await main.getByRole('radio', { name: state }).press('Space')
      await main.getByRole('radio', { name: state, checked: true }).waitFor({ state: 'attached' })
    },
    /** The printed page that shows these words. */
    printed(words: string | RegExp): Locator {
      return main.getByRole('region', { name: /^Page 1 sur/ }).getByText(words)
    },
  }
}
