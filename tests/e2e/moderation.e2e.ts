import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionDetail, SubmissionPage } from '../../shared/read-models/submission.ts'
import { axeFindings } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { DeskPage } from './pages/desk.page-model.ts'

/** Invented proposals, as a Decidim export writes them. */
const deposits = `id;title/fr;body/fr;category/name/fr;scope/name/fr;published_at
101;Jardin partagé rue de l’Épeule;<p>Un jardin à côté de l’école Jean-Macé, avec un composteur collectif.</p>;Nature et cadre de vie;Pile;2026-01-08 10:12:00
102;Bancs place de la Fraternité;<p>Six bancs à l’ombre, pour les aînés et les familles du quartier.</p>;Nature et cadre de vie;Fraternité;2026-01-09 18:40:00
103;Œuvre collective sur le mur de l’école;<p>Une fresque peinte avec les élèves, sur un mur municipal.</p>;Culture et patrimoine;Pile;2026-01-10 09:00:00
104;Cinéma en plein air;<p>Trois séances l’été, place de la mairie, avec l’association du quartier.</p>;Culture et patrimoine;Fraternité;2026-01-11 09:00:00
105;Rénover le collège Sévigné;<p>Les salles du collège sont vétustes et froides en hiver. Appelez le 06 12 34 56 78.</p>;Éducation et jeunesse;Pile;2026-01-12 09:00:00
106;Arceaux à vélo devant la médiathèque;<p>Vingt arceaux à vélo, près de l’entrée principale.</p>;Mobilités;Pile;2026-01-13 09:00:00
107;Jardin aux herbes rue de l’Épeule;<p>Des herbes aromatiques à partager avec les voisins.</p>;Nature et cadre de vie;Pile;2026-01-14 09:00:00
`

const parvis = await launchWithDossier()
afterAll(parvis.stop)
const desk = new DeskPage(parvis.page)

beforeAll(async () => {
  const path = join(parvis.folder, 'depots.csv')
  writeFileSync(path, deposits)
  await call(parvis.page, 'imports.commit', { processId: parvis.processId, path })
  await desk.open()
})

async function byNumber(number: number): Promise<SubmissionDetail> {
  const { rows } = await call<SubmissionPage>(parvis.page, 'submissions.list', {
    processId: parvis.processId,
    search: `n° ${number}`,
  })
  return call(parvis.page, 'submissions.get', { submissionId: rows[0]?.id })
}

describe('moderation by keyboard alone', () => {
  it('declares admissible with one key, opens the next proposal and tells it', async () => {
    await desk.press('r')
    await desk.reading('2')
    await desk.told('BP26-0001')
    expect((await byNumber(1)).stage).toBe('admissible')
    expect(await desk.numbers(6)).toEqual(['2', '3', '4', '5', '6', '7'])
  })

  it('refuses in two keys: the answer names the proposal and the article', async () => {
    await desk.press('j', 'j')
    await desk.reading('4')
    await desk.press('i')
    await desk.panel.waitFor()
    await desk.press('e')
    await desk.reading('5')
    await desk.told('BP26-0004')
    const { stage, decisions } = await byNumber(4)
    expect(stage).toBe('inadmissible')
    expect(decisions[0]).toMatchObject({ reasons: ['study-only'], rulebookNumber: 1 })
    const answer = decisions[0]?.rationale.replaceAll('\u00a0', ' ')
    expect(answer).toContain('« Cinéma en plein air »')
    expect(answer).toContain('(Règlement : Article 3.)')
  })

  it('does not refuse without a reason, and says so in place', async () => {
    await desk.press('i')
    await desk.panel.waitFor()
    await desk.press('Enter')
    await desk.panel.getByRole('alert').filter({ hasText: 'motif' }).waitFor()
    await desk.press('Escape')
    await desk.panel.waitFor({ state: 'detached' })
    expect((await byNumber(5)).stage).toBe('submitted')
  })

  it('asks for completion from the text, and keeps a draft that was left', async () => {
    await desk.press('c')
    await desk.panel.waitFor()
    // The last letter is for what no other says.
    await desk.press('j')
    await parvis.page.keyboard.type('dans quelles salles ?')
    await desk.press('Escape', 'k', 'j')
    await desk.reading('5')
    await desk.press('c')
    await desk.panel.getByRole('textbox').filter({ hasText: 'dans quelles salles ?' }).waitFor()
    await desk.press('Control+Enter')
    await desk.reading('6')
    await desk.told('BP26-0005')
    const { stage, decisions } = await byNumber(5)
    expect(stage).toBe('incomplete')
    expect(decisions[0]?.rationale).toContain('dans quelles salles ?')
  })

  it('takes the last decision back with Ctrl+Z and shows it again', async () => {
    await desk.press('Control+z')
    await desk.reading('5')
    expect((await byNumber(5)).stage).toBe('submitted')
    expect(await desk.numbers(5)).toEqual(['2', '3', '5', '6', '7'])
  })

  it('searches without accents, ligatures opened, from / and back to the list', async () => {
    await desk.press('/')
    await parvis.page.keyboard.type('oeuvre ecole')
    await desk.press('Enter')
    await desk.reading('3')
    expect(await desk.numbers(1)).toEqual(['3'])
    await desk.press('/', 'Escape', 'Escape')
    expect(await desk.numbers(5)).toEqual(['2', '3', '5', '6', '7'])
  })

  it('merges into the proposal that shares its words, and splits it again', async () => {
    await desk.press('End')
    await desk.reading('7')
    await desk.press('f')
    const picker = parvis.page.getByRole('dialog')
    await picker.getByRole('combobox').fill('jardin')
    await picker.getByRole('option', { name: /BP26-0001/, selected: true }).waitFor()
    await picker.getByRole('combobox').press('Enter')
    await picker.waitFor({ state: 'detached' })
    expect(await byNumber(7)).toMatchObject({ stage: 'merged', mergedInto: { number: 1 } })
    await desk.showView('Tous les dépôts')
    await desk.grid.focus()
    await desk.press('End')
    await desk.reading('7')
    await desk.press('s')
    await desk.panel.getByRole('textbox').waitFor()
    await parvis.page.keyboard.type('Deux lieux différents.')
    await desk.press('Control+Enter')
    await desk.told('BP26-0007')
    expect(await byNumber(7)).toMatchObject({ stage: 'submitted', mergedInto: null })
  })

  it('decides on a selection after telling what changes, what not and why', async () => {
    await desk.grid.focus()
    await desk.press('Home')
    await desk.reading('1')
    await desk.press('x', 'Shift+J', 'Shift+J', 'r')
    await desk.panel.getByText('2 dépôts vont changer.').waitFor()
    await desk.panel.getByText(/1 ne changera pas.*BP26-0001/).waitFor()
    await desk.press('Enter')
    await desk.told('2 dépôts')
    expect([(await byNumber(2)).stage, (await byNumber(3)).stage]).toEqual(['admissible', 'admissible'])
    await desk.press('Control+z')
    await desk.told('2 éléments')
    expect([(await byNumber(2)).stage, (await byNumber(3)).stage]).toEqual(['submitted', 'submitted'])
  })

  it('answers the checklist by letters and takes a proposal in charge', async () => {
    await desk.reading('2')
    await desk.press('Home')
    await desk.reading('1')
    await desk.press('g', 'o', 'n')
    await parvis.page.getByText('la grille conduit à').waitFor()
    expect((await byNumber(1)).checklist).toMatchObject({ R1: { answer: 'yes' }, R2: { answer: 'no' } })
    await desk.grid.focus()
    await desk.press('m')
    await desk.told('Camille Lefebvre')
  })

  it('masks what a signal found, everywhere', async () => {
    await desk.showView('Tous les dépôts')
    await desk.grid.focus()
    await desk.press('Home', 'j', 'j', 'j', 'j')
    await desk.reading('5')
    await parvis.page.getByRole('button', { name: /Masquer « 06 12 34 56 78 »/ }).press('Enter')
    await parvis.page.getByText('1 occurrence masquée').waitFor()
    expect((await byNumber(5)).bodyText).not.toContain('06 12')
    expect(await parvis.page.getByRole('article').textContent()).not.toContain('06 12')
  })

  it('comes back to the same filter, line and selection after another page', async () => {
    await desk.showView('À modérer')
    await desk.grid.focus()
    await desk.press('j', 'x')
    await parvis.page.getByText(/1 sélectionné/).waitFor()
    const before = await desk.grid.locator('[data-current]').textContent()
    await parvis.page
      .getByRole('link', { name: /^Journal/ })
      .first()
      .click()
    await parvis.page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor()
    await parvis.page.getByRole('link', { name: /^Dépôts/ }).click()
    await parvis.page.getByText(/1 sélectionné/).waitFor()
    expect(await desk.grid.locator('[data-current]').textContent()).toBe(before)
    await desk.press('Escape')
  })

  it.each(['light', 'dark'] as const)('has nothing that axe holds against it, %s', async (scheme) => {
    await call(parvis.page, 'application.savePreferences', { colorScheme: scheme })
    await parvis.page.reload()
    await desk.grid.getByRole('row').nth(1).waitFor()
    await parvis.page.getByRole('toolbar', { name: 'Décisions' }).waitFor()
    expect(await axeFindings(parvis.page)).toEqual([])
    await desk.press('i')
    await desk.panel.waitFor()
    await desk.press('Shift+A')
    expect(await axeFindings(parvis.page)).toEqual([])
    await desk.press('Escape', 'f')
    await parvis.page.getByRole('dialog').getByRole('combobox').fill('jardin')
    await parvis.page.getByRole('dialog').getByRole('option').first().waitFor()
    expect(await axeFindings(parvis.page)).toEqual([])
    await desk.press('Escape', 'e')
    await parvis.page.getByRole('dialog').getByRole('textbox').first().waitFor()
    expect(await axeFindings(parvis.page)).toEqual([])
    await desk.press('Escape')
  })
})
