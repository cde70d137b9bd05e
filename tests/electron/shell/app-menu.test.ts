import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { appMenu } from '../../../electron/shell/app-menu.ts'
import { createTranslator, languages } from '../../../shared/messages/translator.ts'

const commands = { openDossier: vi.fn(), closeDossier: vi.fn(), showLog: vi.fn(), showAbout: vi.fn() }

function labels(menu: readonly MenuItemConstructorOptions[]): readonly string[] {
  return menu.flatMap(({ label, submenu }) => [
    ...(label === undefined ? [] : [label]),
    ...(Array.isArray(submenu) ? labels(submenu) : []),
  ])
}

describe('the menu bar', () => {
  it.each(languages)('says everything in %s', (language) => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      const said = labels(appMenu(createTranslator(language), commands, platform))
      expect(said.length).toBeGreaterThan(15)
      expect(said.filter((label) => label.startsWith('menu.'))).toEqual([])
    }
  })

  it('offers no reload and no developer tools', () => {
    const menu = JSON.stringify(appMenu(createTranslator('fr'), commands, 'linux'))
    expect(menu).not.toMatch(/reload|DevTools/i)
  })
})
