import type { Locator, Page } from 'playwright-core'

/** The finance page, as a person at the keyboard meets it. */
export function financePage(page: Page) {
  const detail = page.getByRole('article')
  return {
    detail,
    list: page.getByRole('grid', { name: 'Projets et leurs coûts' }),
    gauge: page.getByRole('region', { name: 'Enveloppe et projets' }),
    grant: detail.getByRole('button', { name: 'Accorder le visa' }),
    refuse: detail.getByRole('button', { name: 'Refuser…' }),
    changed: detail.getByRole('alert').filter({ hasText: 'Le chiffrage a changé' }),
    total: (label: string): Locator =>
      page
        .getByRole('row')
        .filter({ has: page.getByRole('button', { name: `Montrer les projets : ${label}` }) }),
    async goTo(): Promise<void> {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /Finances/ })
        .press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Finances' }).waitFor()
    },
    async refuseBecause(reason: string): Promise<void> {
      await page.keyboard.press('r')
      await detail.getByLabel('Motif du refus').fill(reason)
      await page.keyboard.press('Control+Enter')
    },
  }
}
