import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
  }[]
}

/** What axe holds against the page as it stands, one line per element. WCAG 2.2 A and AA, and axe's good practice. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, not by the page: the content security policy stays as it is.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(source)
  await settled(page)
  const { violations } = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
    return axe.run()
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} — ${failureSummary ?? ''}`,
    ),
  )
}

/** Waits for what is fading in or out: half seen, it has half its contrast. What turns for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (animation) =>
          animation.playState !== 'running' || animation.effect?.getComputedTiming().endTime === Infinity,
      ),
  )
}

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
