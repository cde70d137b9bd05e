import type { Page } from 'playwright-core'
import { axeFindings } from './axe.ts'

/** What axe holds against a page, light and dark. */
export async function axeInBothSchemes(page: Page): Promise<readonly string[]> {
  const findings: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    findings.push(...(await axeFindings(page)).map((finding) => `${colorScheme}: ${finding}`))
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return findings
}
