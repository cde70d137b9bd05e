import type { Page } from 'playwright-core'

/** Waits until what was asked is drawn: no loader, no row still to come, no motion. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('.mantine-Loader-root, [class*="skeleton"], [aria-busy="true"]') === null &&
      document.getAnimations().every((animation) => animation.playState !== 'running'),
  )
}

/** What every page owes its readers: one h1 that has the focus, a title that begins with it, the language. */
export interface PageConduct {
  readonly headings: readonly string[]
  readonly focused: string
  readonly title: string
  readonly language: string
}

/** Reads how the page presents itself just after it was entered. */
export function pageConduct(page: Page): Promise<PageConduct> {
  return page.evaluate(() => ({
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? ''),
    focused: document.activeElement?.tagName ?? '',
    title: document.title,
    language: document.documentElement.lang,
  }))
}

/**
 * The parts of the window that would have to be scrolled sideways. A list keeps its columns and a sheet its page: those
 * scroll inside themselves.
 */
export function sidewaysParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const parts = document.querySelectorAll(
      'html, body, header, nav, main, main > *, footer, [role="dialog"]',
    )
    return [...parts]
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .map(
        (part) =>
          `${part.tagName.toLowerCase()}.${part.className}: ${part.scrollWidth} > ${part.clientWidth}`,
      )
  })
}
