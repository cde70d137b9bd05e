import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeInBothSchemes } from './axe.ts'
import { givenEdition } from './edition.ts'
import { type LaunchedParvis, launchParvis } from './launch-parvis.ts'
import { call, type DossierWindow, launchWithDossier } from './new-dossier.ts'
import { pageConduct, settled, sidewaysParts } from './page-conduct.ts'

const languages = ['fr', 'en'] as const
type Language = (typeof languages)[number]
/** 1280×800 at 200 %. */
const zoomed = { width: 640, height: 400 }
const usual = { width: 1280, height: 800 }

interface Identified {
  readonly id: string
}

let parvis: LaunchedParvis
beforeAll(async () => {
  parvis = await launchParvis()
}, 180_000)
afterAll(() => parvis.stop())

async function speak(language: Language, page = parvis.page): Promise<void> {
  await call(page, 'application.savePreferences', { language })
  await page.reload()
  await settled(page)
}

/** Follows a link of the navigation by keyboard, waits until its page is drawn and answers its name. */
async function follow(link: Locator): Promise<string> {
  const name = (await link.getAttribute('title')) ?? ''
  await link.press('Enter')
  await parvis.page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor()
  await settled(parvis.page)
  return name
}

/** Opens a page by its address, as a link does, and waits until it is drawn. */
async function show(path: string, page = parvis.page): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  const section = path.split('/')[1] ?? ''
  await page.locator(`nav a[aria-current="page"][href$="/${section}"]`).waitFor()
  await settled(page)
}

/** What is wrong with the screen as it stands: findings of axe, parts that scroll sideways at 200 %. */
async function faults(name: string, page = parvis.page): Promise<readonly string[]> {
  const found = [...(await axeInBothSchemes(page))]
  await page.setViewportSize(zoomed)
  await settled(page)
  found.push(...(await sidewaysParts(page)))
  await page.setViewportSize(usual)
  return found.map((fault) => `${name}: ${fault}`)
}

describe('before a dossier is open', () => {
  it.each(languages)('the first screen and the assistant are for everybody, in %s', async (language) => {
    const { page } = parvis
    await speak(language)
    expect(await pageConduct(page)).toMatchObject({ headings: ['Parvis'], focused: 'H1', language })
    expect(await faults('first screen')).toEqual([])
    await page
      .getByRole('button', { name: language === 'fr' ? 'Créer un dossier' : 'Create a dossier' })
      .click()
    await settled(page)
    const { headings, focused, title } = await pageConduct(page)
    expect([headings.length, focused]).toEqual([1, 'H1'])
    expect(title).toBe(`${headings[0]} — Parvis`)
    expect(await faults('assistant')).toEqual([])
  })
})

describe('in the demonstration', () => {
  beforeAll(async () => {
    await speak('fr')
    await parvis.page.getByRole('button', { name: 'Ouvrir la démonstration' }).click()
    await parvis.page.getByRole('navigation').waitFor({ timeout: 170_000 })
  }, 180_000)

  it.each(languages)('every page presents itself and has no fault, in %s', async (language) => {
    const { page } = parvis
    await speak(language)
    const links = page.getByRole('navigation').getByRole('link')
    const count = await links.count()
    expect(count).toBeGreaterThan(8)
    // The first page is open already: it is left, so that it can be entered.
    await follow(links.nth(1))
    const found: string[] = []
    for (let index = 0; index < count; index += 1) {
      const name = await follow(links.nth(index))
      const { headings, ...conduct } = await pageConduct(page)
      expect(headings).toHaveLength(1)
      expect(conduct).toEqual({ focused: 'H1', title: `${headings[0]} — Parvis`, language })
      found.push(...(await faults(name)))
    }
    expect(found).toEqual([])
  })

  it('every part of an object has no fault', async () => {
    const { page } = parvis
    await speak('fr')
    const [process] = await call<readonly Identified[]>(page, 'processes.list', {})
    const processId = process?.id
    const { rows } = await call<{ readonly rows: readonly Identified[] }>(page, 'submissions.list', {
      processId,
      stages: ['winner'],
      limit: 1,
    })
    const [project] = await call<readonly Identified[]>(page, 'projects.list', { processId })
    const batches = await call<readonly Identified[]>(page, 'paper.batches', { processId })
    const found: string[] = []
    for (const path of [
      `/submissions/${rows[0]?.id}`,
      `/studies/${rows[0]?.id}`,
      `/projects/${project?.id}`,
      `/finance/${project?.id}`,
      `/paper/${batches[0]?.id}`,
      '/processes/general',
    ]) {
      await show(path)
      const tabs = page.getByRole('main').getByRole('tab')
      const shown = await tabs.count()
      if (shown === 0) found.push(...(await faults(path)))
      for (let index = 0; index < shown; index += 1) {
        await tabs.nth(index).click()
        await settled(page)
        found.push(...(await faults(`${path} ${await tabs.nth(index).textContent()}`)))
      }
    }
    expect(found).toEqual([])
  })

  it('moves nothing where the system asks for less motion', async () => {
    const { page } = parvis
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Rechercher ou agir' }).waitFor()
    const longest = await page.evaluate(() =>
      Math.max(
        0,
        ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().activeDuration)),
      ),
    )
    expect(longest).toBeLessThan(1)
    const styles = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return `${transitionDuration}, ${animationDuration}`.split(', ').map(Number.parseFloat)
      }),
    )
    expect(Math.max(...styles)).toBeLessThan(0.001)
    await page.keyboard.press('Escape')
    await page.emulateMedia({ reducedMotion: null })
  })
})

describe('what opens over a page', () => {
  let window: DossierWindow
  beforeAll(async () => {
    window = await launchWithDossier()
    await givenEdition(window, { count: 6, feasible: 2 })
    await window.page.emulateMedia({ reducedMotion: 'reduce' })
  }, 180_000)
  afterAll(() => window.stop())

  it.each(languages)(
    'has a name, takes the focus, gives it back and has no fault, in %s',
    async (language) => {
      const { page } = window
      await speak(language, page)
      const found: string[] = []
      for (const [path, key] of [
        ['/', '?'],
        ['/', 'Control+k'],
        ['/submissions', 'e'],
        ['/submissions', 'f'],
        ['/submissions', 'l'],
        ['/paper', 'n'],
        ['/projects', 'n'],
        ['/projects', 'a'],
        ['/projects', 's'],
      ] as const) {
        await show('/journal', page)
        await show(path, page)
        if (path === '/submissions') await page.getByRole('article').waitFor()
        await page.keyboard.press(key)
        const dialog = page.getByRole('dialog', { name: /\S/ })
        await dialog.waitFor()
        await settled(page)
        await expect
          .poll(() => dialog.evaluate((box) => box.contains(document.activeElement)), {
            message: `${path} ${key}`,
          })
          .toBe(true)
        found.push(...(await faults(`${path} ${key}`, page)))
        await page.keyboard.press('Escape')
        await dialog.waitFor({ state: 'detached' })
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: `${path} ${key}` })
          .toBe('H1')
      }
      expect(found).toEqual([])
    },
  )

  it('leaves the letters to an open menu', async () => {
    const { page } = window
    await speak('fr', page)
    await show('/submissions', page)
    await page.getByRole('article').waitFor()
    await page.getByRole('button', { name: /^Vue/ }).press('Enter')
    await page.getByRole('menu').waitFor()
    const menuHasFocus = () => page.evaluate(() => document.activeElement?.closest('[role="menu"]') != null)
    await expect.poll(menuHasFocus).toBe(true)
    await page.keyboard.press('i')
    const panel = page.getByRole('region', { name: /Déclarer/ })
    expect(await panel.count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.keyboard.press('i')
    await panel.waitFor()
  })

  it.each(languages)('the choice of a profile has no fault, in %s', async (language) => {
    const { page } = window
    await call(page, 'people.signOut', {})
    await speak(language, page)
    const { headings, focused, title } = await pageConduct(page)
    expect([headings.length, focused]).toEqual([1, 'H1'])
    expect(title).toBe(`${headings[0]} — Parvis`)
    expect(await faults('sign-in', page)).toEqual([])
  })
})
