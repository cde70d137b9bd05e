import type { Page } from 'playwright-core'

/** The review of pairs that may be one, as an officer at the keyboard meets it. */
export class DuplicatesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the pairs from the navigation. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Doublons', exact: true }).click()
    await this.page.getByText('Paires', { exact: true }).click()
    await this.page.getByRole('grid', { name: 'Paires de propositions' }).waitFor()
  }

  async showClusters(): Promise<void> {
    await this.page.getByText('Groupes', { exact: true }).click()
    await this.page.getByRole('grid', { name: 'Groupes' }).waitFor()
    await this.page.getByRole('grid', { name: 'Groupes' }).focus()
  }

  /** Waits until these two numbers stand side by side. */
  async comparing(left: number, right: number): Promise<void> {
    const comparison = this.page.getByRole('region', { name: 'Comparaison' })
    for (const [place, number] of [left, right].entries())
      await comparison
        .getByRole('article')
        .nth(place)
        .and(
          this.page.getByRole('article', { name: new RegExp(`^BP26-${String(number).padStart(4, '0')} `) }),
        )
        .waitFor()
  }

  async likeness(words: string): Promise<void> {
    await this.page.getByRole('heading', { level: 2, name: words }).waitFor()
  }

  /** Words that only the right one has. */
  onlyRight(): Promise<readonly string[]> {
    return this.page.getByRole('region', { name: 'Comparaison' }).getByRole('insertion').allTextContents()
  }

  /** Goes down the list to this pair. */
  async choose(left: number, right: number): Promise<void> {
    await this.page
      .getByRole('grid', { name: 'Paires de propositions' })
      .getByRole('row')
      .filter({ hasText: new RegExp(`^${left}${right}`) })
      .click()
    await this.comparing(left, right)
  }

  async remaining(count: number): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({
        hasText: count === 0 ? 'Aucune paire à examiner' : new RegExp(`^${count} paires? à examiner`),
      })
      .waitFor()
  }

  async remainingClusters(count: number): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${count} groupes? à examiner`) })
      .waitFor()
  }
}
