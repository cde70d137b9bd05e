import type { Locator, Page } from 'playwright-core'

/** The moderation desk, as an officer at the keyboard meets it. */
export class DeskPage {
  readonly page: Page
  readonly grid: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Dépôts' })
    this.panel = page.getByRole('region', {
      name: /Déclarer|Demander|Enregistrer le retrait|Rouvrir|Séparer/,
    })
  }

  /** Opens the desk from the navigation and waits for its first proposal. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: /^Dépôts/ }).click()
    await this.grid.getByRole('row').nth(1).waitFor()
    await this.reading('1')
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Waits until the proposal of this number is the one that is read, its decisions beside it. */
  async reading(number: string): Promise<void> {
    await this.page.getByRole('article', { name: new RegExp(`^BP26-${number.padStart(4, '0')} `) }).waitFor()
    await this.current(number)
  }

  /** Waits until the line of this number is the current one. */
  async current(number: string): Promise<void> {
    await this.grid.locator('[role="row"][data-current]', { hasText: new RegExp(`^${number}\\D`) }).waitFor()
  }

  /** Numbers in the list, from its top, once there are as many as expected. */
  async numbers(count: number): Promise<readonly string[]> {
    await this.page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${count} dépôts?`) })
      .waitFor()
    const cells = await this.grid.locator('[role="row"]:not([aria-rowindex="1"])').all()
    return Promise.all(
      cells.map(async (row) => (await row.getByRole('gridcell').nth(1).textContent())?.trim() ?? ''),
    )
  }

  /** Waits for the notice that a decision was done. */
  async told(words: string): Promise<void> {
    await this.page.getByRole('alert').filter({ hasText: words }).first().waitFor()
  }

  /** Chooses one of the views by its menu, by keyboard. */
  async showView(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Vue/ }).focus()
    await this.press('Enter')
    const view = this.page.getByRole('menuitem', { name: new RegExp(`^${name}(?:\\s*\\d+)?$`) })
    await view.focus()
    await this.press('Enter')
    await view.waitFor({ state: 'detached' })
  }

  /** Goes to the desk from the navigation, whatever it shows, then to one of its views. */
  async showViewFromNavigation(name: string): Promise<void> {
    await this.page.getByRole('link', { name: /^Dépôts/ }).click()
    await this.grid.waitFor()
    await this.showView(name)
  }
}
