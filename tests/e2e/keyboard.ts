import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A person without a mouse: keys, text, and Tab until the focus is where it is wanted. Nothing else is ever called. */
export interface Keyboard {
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Tabs to the element as it comes in the order of the page; fails when Tab does not lead there. */
  reach(target: Locator): Promise<void>
  /** Tabs to a field and types in it, over what it held. */
  fill(target: Locator, text: string): Promise<void>
  /** Finds a page or an act with Ctrl+K. */
  find(words: string, exactly?: string): Promise<void>
}

const mostTabs = 150
const mostArrows = 40

/** The keyboard of a window. */
export function keyboardOf(page: Page): Keyboard {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = (text: string): Promise<void> => page.keyboard.type(text)
  const holdsFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement)
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor()
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await holdsFocus(target)) return
      await press('Tab')
    }
    throw new Error(`${mostTabs} Tabs do not lead to ${target}`)
  }
  return {
    press,
    type,
    reach,
    async fill(target, text) {
      await reach(target)
      await press('Control+a')
      await type(text)
    },
    async find(words, exactly = words) {
      await press('Control+k')
      const palette = page.getByRole('dialog', { name: 'Rechercher ou agir' })
      const field = palette.getByRole('textbox')
      await expect.poll(() => holdsFocus(field)).toBe(true)
      await type(words)
      // Proposals with the same words may come first, early or late: the arrows go to the line that is meant.
      const meant = palette.locator('[data-action]').filter({ hasText: exactly }).last()
      await meant.waitFor()
      const isChosen = (): Promise<boolean> => meant.evaluate((line) => line.hasAttribute('data-selected'))
      for (let step = 0; step < mostArrows && !(await isChosen()); step += 1) await press('ArrowDown')
      await press('Enter')
      await palette.waitFor({ state: 'detached' })
    },
  }
}
