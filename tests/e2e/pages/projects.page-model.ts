import type { Locator, Page } from 'playwright-core'

/** The projects page, as a person at the keyboard meets it. */
export function projectsPage(page: Page) {
  const dialog = (name: RegExp): Locator => page.getByRole('dialog', { name })
  const detail = page.getByRole('article')
  return {
    detail,
    dialog,
    list: page.getByRole('grid', { name: 'Projets de la démarche' }),
    field: (label: string): Locator => detail.getByLabel(label, { exact: true }),
    notice: (words: RegExp): Locator => page.getByRole('alert').filter({ hasText: words }),
    async goTo(): Promise<void> {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /Projets/ })
        .press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Projets' }).waitFor()
    },
    /** Opens the choice of proposals and makes one project of those named, the first as lead. */
    async create(...references: readonly string[]): Promise<void> {
      await page.keyboard.press('n')
      const opened = dialog(/Nouveau projet/)
      for (const reference of references)
        await opened.getByRole('checkbox', { name: new RegExp(reference) }).press('Space')
      await opened.getByRole('button', { name: 'Nouveau projet' }).press('Enter')
      await opened.waitFor({ state: 'detached' })
    },
  }
}
