import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskWaiting } from '../../shared/read-models/desk.ts'
import type { SubmissionDetail, SubmissionPage } from '../../shared/read-models/submission.ts'
import { axeFindings } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { sidewaysParts } from './page-conduct.ts'
import { DeskPage } from './pages/desk.page-model.ts'

/** Twelve invented proposals. */
const deposits = [
  'titre;description',
  ...Array.from(
    { length: 12 },
    (_, index) => `Banc numéro ${index + 1};Un banc à l’ombre, rue ${index + 1}.`,
  ),
].join('\n')

const parvis = await launchWithDossier()
afterAll(parvis.stop)
const { page } = parvis
const desk = new DeskPage(page)

beforeAll(async () => {
  const path = join(parvis.folder, 'depots.csv')
  writeFileSync(path, deposits)
  await call(page, 'imports.commit', { processId: parvis.processId, path })
  await desk.open()
})

async function byNumber(number: number): Promise<SubmissionDetail> {
  const { rows } = await call<SubmissionPage>(page, 'submissions.list', {
    processId: parvis.processId,
    search: `n° ${number}`,
  })
  return call(page, 'submissions.get', { submissionId: rows[0]?.id })
}
const stageOf = async (number: number) => (await byNumber(number)).stage
const view = (name: string) =>
  page.getByRole('navigation', { name: 'Vues de l’équipe' }).getByRole('button', { name })

describe('the three panes', () => {
  it('show queue, proposal and decision side by side, and keep the widths that one gave them', async () => {
    const boxes = await Promise.all(
      ['File', 'Proposition', 'Décision'].map((name) =>
        page.getByRole('region', { name, exact: true }).boundingBox(),
      ),
    )
    const [queue, proposal, decision] = boxes.map((box) => box ?? { x: 0, width: 0 })
    expect(queue?.width).toBeGreaterThan(280)
    expect(proposal?.width).toBeGreaterThan(400)
    expect(decision?.width).toBeGreaterThan(280)
    const separator = page.getByRole('separator', { name: /avant la décision/ })
    const before = Number(await separator.getAttribute('aria-valuenow'))
    await separator.press('ArrowLeft')
    await expect.poll(() => separator.getAttribute('aria-valuenow')).toBe(String(before - 2))
    await desk.grid.focus()
  })

  it('go round with F6, and one at a time at 200 %', async () => {
    const holder = () =>
      page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label'))
    await desk.press('F6')
    await expect.poll(holder).toBe('Proposition')
    await desk.press('F6')
    await expect.poll(holder).toBe('Décision')
    await page.setViewportSize({ width: 640, height: 400 })
    const decision = page.getByRole('region', { name: 'Décision', exact: true })
    await decision.getByRole('toolbar', { name: 'Décisions' }).waitFor()
    await desk.press('F6')
    await expect.poll(holder).toBe('File')
    await desk.press('i')
    await desk.panel.waitFor()
    expect(await sidewaysParts(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await desk.press('Escape')
    await desk.grid.waitFor()
    await page.setViewportSize({ width: 1280, height: 800 })
  })
})

describe('decisions in two keys', () => {
  it('refuses with a letter, asks for completion with a letter, and each answer is motivated', async () => {
    await desk.press('i', 'c')
    await desk.reading('2')
    await desk.press('c', 'a')
    await desk.reading('3')
    await desk.told('BP26-0002')
    const [refused, asked] = [await byNumber(1), await byNumber(2)]
    expect(refused.stage).toBe('inadmissible')
    expect(refused.decisions[0]?.rationale).toContain('Banc numéro 1')
    expect(asked.stage).toBe('incomplete')
    expect(asked.decisions[0]?.rationale).toContain('le lieu exact du projet')
    expect(asked.decisions[0]?.replyByOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('tells the effect of a decision on the counts at once', async () => {
    await expect.poll(() => view('À modérer').textContent()).toBe('À modérer10')
    await expect.poll(() => view('À compléter').textContent()).toBe('À compléter1')
    expect((await desk.numbers(10))[0]).toBe('3')
    await page.getByRole('link', { name: /^Dépôts 10/ }).waitFor()
  })

  it('finds a reason by a few letters without accents, arrows and Enter', async () => {
    await desk.press('i', '/')
    await page.keyboard.type('deja')
    await desk.panel.getByRole('option', { name: /Déjà programmé/ }).waitFor()
    await desk.press('Enter')
    await desk.reading('4')
    await desk.told('BP26-0003')
    expect((await byNumber(3)).decisions[0]?.reasons).toEqual(['already-planned'])
  })

  it('chooses several reasons with Shift, and decides with Enter', async () => {
    await desk.press('i', 'Shift+A', 'Shift+C')
    await expect.poll(() => desk.panel.getByRole('option', { selected: true }).count()).toBe(2)
    expect(await stageOf(4)).toBe('submitted')
    await desk.press('Enter')
    await desk.reading('5')
    await desk.told('BP26-0004')
    expect((await byNumber(4)).decisions[0]?.reasons).toHaveLength(2)
  })

  it('takes several decisions back with Z and Ctrl+Z, the newest first', async () => {
    await desk.press('z')
    await desk.reading('4')
    await desk.press('Control+z')
    await desk.reading('3')
    await desk.press('z')
    await desk.reading('2')
    expect([await stageOf(2), await stageOf(3), await stageOf(4)]).toEqual([
      'submitted',
      'submitted',
      'submitted',
    ])
    expect((await desk.numbers(11))[0]).toBe('2')
  })
})

describe('later', () => {
  it('puts a proposal off in two keys: it leaves the queue, and stands in the view of what is set aside', async () => {
    await desk.press('p', 'b')
    await desk.reading('3')
    await desk.told('mis de côté')
    expect((await desk.numbers(10))[0]).toBe('3')
    await view('Mis de côté').click()
    await desk.reading('2')
    await page.getByText(/Mis de côté par Camille Lefebvre jusqu’au/).waitFor()
    expect(await desk.numbers(1)).toEqual(['2'])
  })

  it('keeps a note, and is put back into the queue before its day', async () => {
    await desk.press('p', 'Shift+E', 'Tab', 'Tab')
    await page.getByLabel('Note pour l’équipe').fill('Le service rappelle.')
    await page.getByLabel('Note pour l’équipe').press('Enter')
    await page.getByText('Le service rappelle.').waitFor()
    const { setAside } = await call<DeskWaiting>(page, 'desk.waiting', {
      submissionId: (await byNumber(2)).id,
    })
    expect(setAside).toMatchObject({ note: 'Le service rappelle.', active: true })
    await page.getByRole('button', { name: 'Remettre dans la file' }).press('Enter')
    await desk.told('remis dans la file')
    await desk.press('z')
    await page.getByText('Le service rappelle.').waitFor()
    await desk.press('z')
    await page.getByText('Le service rappelle.').waitFor({ state: 'detached' })
    await desk.showView('À modérer')
    expect((await desk.numbers(10))[0]).toBe('3')
  })
})

describe('views', () => {
  it('open by V, count what they hold, and show it', async () => {
    await desk.press('v')
    const menu = page.getByRole('menu')
    await menu.getByRole('menuitem', { name: 'Tous les dépôts 12' }).waitFor()
    const items = await menu.getByRole('menuitem').allInnerTexts()
    expect(items.map((text) => text.replace(/\s+/g, ' '))).toEqual(
      expect.arrayContaining(['À modérer 10', 'À compléter 0', 'Mis de côté 1']),
    )
    await desk.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await desk.press('m')
    await desk.told('Camille Lefebvre')
    await expect.poll(() => view('Confiés à moi').textContent()).toBe('Confiés à moi1')
  })
})
