import type { Locator, Page } from 'playwright-core'
import { settled } from '../page-conduct.ts'

/** Settings, distribution, progress and absences of the team, as somebody at the keyboard meets them. */
export class TeamPages {
  readonly page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog')
  }

  private async show(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash
    }, path)
    await settled(this.page)
  }

  openSettings(): Promise<void> {
    return this.show('/processes/team')
  }

  openHome(): Promise<void> {
    return this.show('/')
  }

  openPeople(): Promise<void> {
    return this.show('/people')
  }

  async choose(rule: string): Promise<void> {
    await this.page.getByRole('radio', { name: rule }).press('Space')
  }

  /** Adds a rule of the distribution. */
  async addRule(kind: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Ajouter une règle' }).press('Enter')
    await this.page.getByRole('option', { name: kind }).click()
  }

  /** Names officers in a field, one after the other. */
  async nameOfficers(field: string, names: readonly string[]): Promise<void> {
    const box = this.page.getByRole('combobox', { name: field })
    for (const name of names) {
      await box.fill(name)
      await this.page.getByRole('option', { name }).waitFor()
      await box.press('ArrowDown')
      await box.press('Enter')
    }
    await box.press('Escape')
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Enregistrer' }).press('Enter')
    await this.page.getByText('Enregistré').first().waitFor()
  }

  private cells(table: Locator): Promise<string[][]> {
    return table
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
      )
  }

  /** Who has what and what is late, line by line. */
  async loads(): Promise<string[][]> {
    const table = this.page.getByRole('table', { name: 'Propositions à modérer, par agent' })
    await table.waitFor()
    await settled(this.page)
    return this.cells(table)
  }

  async distribute(): Promise<void> {
    await this.page.getByRole('button', { name: 'Répartir…' }).press('Enter')
    await this.dialog.getByRole('button', { name: /^Répartir \d/ }).waitFor()
    await settled(this.page)
  }

  shares(): Promise<string[][]> {
    return this.cells(this.dialog.getByRole('table'))
  }

  /** What the decision pane says of the proposed decision. */
  async proposalText(): Promise<string> {
    return (await this.page.getByRole('region', { name: 'Second avis' }).textContent()) ?? ''
  }

  /** Figures of the progress panel by their words. */
  async progressFigures(): Promise<Readonly<Record<string, string>>> {
    await this.dialog.getByRole('heading', { name: 'Rythme' }).waitFor()
    await settled(this.page)
    const pairs = await this.dialog
      .locator('li')
      .evaluateAll((items) =>
        items.map((item) => [
          item.querySelector('strong + span')?.textContent ?? '',
          item.querySelector('strong')?.textContent ?? '',
        ]),
      )
    return Object.fromEntries(pairs)
  }

  async progressText(): Promise<string> {
    return (await this.dialog.textContent()) ?? ''
  }

  async followFigure(words: string): Promise<void> {
    await this.dialog.getByRole('link', { name: new RegExp(`\\d ?${words}$`) }).press('Enter')
  }

  /** Announces oneself away from yesterday until tomorrow, with a stand-in. */
  async announceAbsence(standIn: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Saisir une absence' }).press('Enter')
    const day = (shift: number): string =>
      new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
    const from = this.dialog.getByRole('textbox', { name: 'Premier jour' })
    await from.fill(day(-1))
    await from.press('Tab')
    const until = this.dialog.getByRole('textbox', { name: 'Dernier jour' })
    await until.fill(day(1))
    await until.press('Tab')
    await this.dialog.getByRole('combobox', { name: 'Remplacé par' }).fill(standIn)
    await this.page.getByRole('option', { name: standIn }).click()
    await this.dialog.getByRole('button', { name: 'Enregistrer' }).press('Enter')
    await this.dialog.waitFor({ state: 'detached' })
  }
}
