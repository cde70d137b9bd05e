import type { Locator, Page } from 'playwright-core'

/** The paper entry page, as an officer at the keyboard meets it. */
export class PaperPage {
  readonly page: Page
  readonly form: Locator
  readonly last: Locator
  readonly batches: Locator

  constructor(page: Page) {
    this.page = page
    this.form = page.getByRole('form', { name: /Formulaire à saisir|Correction de/ })
    this.last = page.getByRole('list', { name: 'Derniers saisis' })
    this.batches = page.getByRole('list', { name: 'Lots de formulaires' })
  }

  field(label: string): Locator {
    return this.form.getByLabel(label, { exact: false }).first()
  }

  /** Where the next key goes: the name of the field that has the focus. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('data-field') ?? '')
  }
}
