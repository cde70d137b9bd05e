import type { Locator, Page } from 'playwright-core'

/** The page of studies, as a person at the keyboard meets it. */
export function studiesPage(page: Page) {
  const detail = page.getByRole('region', { name: /Étude de la proposition/ })
  return {
    detail,
    list: page.getByRole('grid', { name: 'Propositions étudiées ou à étudier' }),
    row: (title: string): Locator => page.getByRole('row').filter({ hasText: title }),
    total: detail.getByRole('status', { name: 'Total TTC' }),
    filter: (name: string): Locator => page.getByRole('button', { name, exact: true }),
    cell: (column: string, line: number): Locator =>
      detail.getByLabel(`${column}, ligne ${line}`, { exact: true }),
    newCell: (column: string): Locator => detail.getByLabel(`${column}, nouvelle ligne`, { exact: true }),
    /** The status line once nothing is left to save. */
    saved: page.getByRole('contentinfo').getByText('Tout est enregistré'),
    async goTo(): Promise<void> {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /Études/ })
        .press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Études' }).waitFor()
    },
    /** Goes down or up the list until the study of this title is open. */
    async open(title: string): Promise<void> {
      await page.getByRole('heading', { level: 1, name: 'Études' }).focus()
      const heading = detail.getByRole('heading', { level: 2 })
      for (let step = 0; step < 20; step += 1) {
        await heading.waitFor()
        if (await heading.filter({ hasText: title }).isVisible()) return
        await page.keyboard.press(step < 10 ? 'k' : 'j')
      }
      throw new Error(`No study is called ${title}`)
    },
    /** Opens a part of the study by its key. */
    async openPart(key: string, name: string): Promise<void> {
      await page.keyboard.press(key)
      await detail.getByRole('tab', { name, selected: true }).waitFor()
    },
  }
}
