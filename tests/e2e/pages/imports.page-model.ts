import { basename } from 'node:path'
import type { Locator } from 'playwright-core'
import type { DossierWindow } from '../new-dossier.ts'

/** The imports page as a person uses it, in French. */
export interface ImportsPageModel {
  open(): Promise<void>
  /** Answers the system's dialog with this file. */
  choose(path: string): Promise<void>
  /** New, changed, unchanged and rejected, once the preview is there. */
  counts(): Promise<readonly number[]>
  /** Opens one of the tabs of the preview. */
  tab(name: 'Premières lignes' | 'Rejets' | 'Modifications'): Promise<Locator>
  /** The button that imports. */
  readonly importButton: Locator
  readonly refusal: Locator
  /** Waits for the end of the import and answers its heading. */
  result(): Promise<string>
  /** Rows of the list of earlier imports. */
  batches(): Promise<readonly string[]>
}

/** Drives the imports page. */
export function importsPage(window: DossierWindow): ImportsPageModel {
  const { page } = window
  const main = page.getByRole('main')
  return {
    async open() {
      await page.evaluate(() => {
        location.hash = '/imports'
      })
      await page.getByRole('heading', { level: 1, name: 'Importer' }).waitFor()
    },
    async choose(path) {
      await window.answerDialogs(path)
      await page.keyboard.press('o')
      await main.getByRole('definition').getByText(basename(path), { exact: true }).waitFor()
    },
    async counts() {
      const figures = main
        .getByRole('region', { name: 'Ce que ferait l’import' })
        .locator('dl[aria-busy="false"]')
      await figures.waitFor()
      const texts = await figures.locator('dt + dd').allTextContents()
      return texts.map((text) => Number(text.replace(/\s/g, '')))
    },
    async tab(name) {
      await main.getByRole('tab', { name }).click()
      return main.getByRole('tabpanel', { name })
    },
    importButton: main.getByRole('button', { name: /^Importer/ }),
    refusal: main.getByRole('alert'),
    async result() {
      const heading = main.getByRole('heading', { level: 2, name: /importée?s?$|rien n’a changé/ })
      await heading.waitFor()
      return (await heading.textContent()) ?? ''
    },
    async batches() {
      const grid = main.getByRole('grid', { name: /^Imports de la démarche/ })
      await grid.waitFor()
      return grid
        .getByRole('row')
        .filter({ hasNot: page.getByRole('columnheader') })
        .allTextContents()
    },
  }
}
