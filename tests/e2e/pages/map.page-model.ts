import type { Locator, Page } from 'playwright-core'

/** The map of the proposals, as an officer meets it. */
export class MapPageModel {
  readonly page: Page
  readonly map: Locator
  readonly grid: Locator
  readonly card: Locator
  readonly foot: Locator

  constructor(page: Page) {
    this.page = page
    this.map = page.getByRole('application', { name: 'Carte des dépôts et des quartiers' })
    this.grid = page.getByRole('grid', { name: 'Dépôts de la carte' })
    this.card = page.getByRole('region', { name: 'Dépôt choisi' })
    this.foot = page.getByRole('status').filter({ hasText: /dépôts?/ })
  }

  /** Opens the map from the navigation and waits for its list. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Carte', exact: true }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Carte' }).waitFor()
    await this.grid.getByRole('row').nth(1).waitFor()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Goes to a line by keyboard and waits for its card. */
  async choose(title: string): Promise<void> {
    await this.grid.getByText(title, { exact: true }).click()
    await this.card.getByRole('heading', { name: title, exact: true }).waitFor()
  }

  /** Waits until the foot of the list says so. */
  async says(words: string | RegExp): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).first().waitFor()
  }

  /** Waits for the notice that something was done. */
  async told(words: string | RegExp): Promise<void> {
    await this.page.getByRole('alert').filter({ hasText: words }).first().waitFor()
  }

  /** Opens one of the tools for all places. */
  async tool(name: RegExp): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Lieux et adresses' }).click()
    const item = this.page.getByRole('menuitem', { name })
    await item.click()
    await item.waitFor({ state: 'detached' })
    const dialog = this.page.getByRole('dialog')
    await dialog.waitFor()
    return dialog
  }
}
