import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionDetail, SubmissionPage } from '../../shared/read-models/submission.ts'
import type { ReviewCounts, TeamSettings } from '../../shared/read-models/team.ts'
import { axeInBothSchemes } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { settled } from './page-conduct.ts'
import { DeskPage } from './pages/desk.page-model.ts'
import { TeamPages } from './pages/team.page-model.ts'

/** Invented proposals, as a table of a town hall. */
const deposits = `Titre;Description;Quartier;Auteur
Jardin partagé;Un jardin à côté de l’école, avec un composteur collectif.;Pile;Zoé Martin
Bancs à l’ombre;Six bancs à l’ombre, pour les aînés et les familles.;Pile;Zoé Martin
Fresque collective;Une fresque peinte avec les élèves, sur un mur municipal.;Fraternité;Zoé Martin
Cinéma en plein air;Trois séances l’été, place de la mairie.;Fraternité;Zoé Martin
Arceaux à vélo;Vingt arceaux à vélo, près de l’entrée principale.;Pile;Zoé Martin
Boîte à livres;Une boîte à livres au parc, avec un banc à côté.;Fraternité;Zoé Martin
`

const parvis = await launchWithDossier()
afterAll(parvis.stop)
const { page, processId } = parvis
const desk = new DeskPage(page)
const team = new TeamPages(page)
let camille: string
let dominique: string

beforeAll(async () => {
  const path = join(parvis.folder, 'depots.csv')
  writeFileSync(path, deposits)
  await call(page, 'imports.commit', { processId, path })
  const people = await call<readonly { readonly id: string }[]>(page, 'people.list', {})
  camille = people[0]?.id ?? ''
  const added = await call<{ readonly id: string }>(page, 'people.add', {
    name: 'Dominique Roussel',
    roles: ['moderator'],
  })
  dominique = added.id
})

/** Another officer sits down at this machine. */
async function actAs(personId: string): Promise<void> {
  await call(page, 'people.signIn', { personId })
  await page.reload()
  await settled(page)
}

async function byNumber(number: number): Promise<SubmissionDetail> {
  const { rows } = await call<SubmissionPage>(page, 'submissions.list', {
    processId,
    search: `n° ${number}`,
  })
  return call(page, 'submissions.get', { submissionId: rows[0]?.id })
}

const counts = () => call<ReviewCounts>(page, 'reviews.counts', { processId })

describe('the settings of the team', () => {
  it('ask for a second opinion on refusals and name who takes what, by keyboard', async () => {
    await team.openSettings()
    await team.choose('Pour déclarer irrecevable')
    await team.addRule('Selon la charge')
    await team.nameOfficers('Agents', ['Camille Lefebvre', 'Dominique Roussel'])
    expect(await axeInBothSchemes(page)).toEqual([])
    await team.save()
    await expect
      .poll(() => call<TeamSettings>(page, 'team.settings', { processId }))
      .toMatchObject({
        secondOpinion: 'refusals',
        rules: [{ kind: 'workload', personIds: [camille, dominique] }],
      })
  })

  it('share out what nobody has taken, after showing who gets how many', async () => {
    await team.openHome()
    expect(await team.loads()).toEqual([['Confiées à personne', '6', '6']])
    await team.distribute()
    expect(await team.shares()).toEqual([
      ['Camille Lefebvre', '0', '+3', '3'],
      ['Dominique Roussel', '0', '+3', '3'],
    ])
    expect(await axeInBothSchemes(page)).toEqual([])
    await page.keyboard.press('Enter')
    await desk.told('6 propositions réparties')
    expect(await team.loads()).toEqual([
      ['Camille Lefebvre', '3', '3'],
      ['Dominique Roussel', '3', '3'],
    ])
  })
})

describe('a decision of two officers, by keyboard', () => {
  it('waits after the refusal of the first: the proposal leaves the queue and keeps its stage', async () => {
    await desk.open()
    await desk.press('i')
    await desk.panel.waitFor()
    await desk.press('e')
    await desk.told('BP26-0001 : décision proposée, second avis attendu'.replace(' :', '\u00a0:'))
    expect(await desk.numbers(5)).toEqual(['2', '3', '4', '5', '6'])
    expect(await byNumber(1)).toMatchObject({ stage: 'submitted', review: 'waiting', decisions: [] })
    await desk.press('i')
    await desk.panel.waitFor()
    await desk.press('e')
    await desk.numbers(4)
    expect(await counts()).toMatchObject({ forMe: 0, mine: 2 })
  })

  it('is confirmed by the second with one key, and carries both names', async () => {
    await actAs(dominique)
    await desk.showView('Mon second avis')
    await desk.numbers(2)
    await desk.reading('1')
    expect(await axeInBothSchemes(page)).toEqual([])
    await desk.press('y')
    await desk.told('BP26-0001')
    await expect.poll(async () => (await byNumber(1)).stage).toBe('inadmissible')
    expect((await byNumber(1)).decisions).toMatchObject([
      { decidedByName: 'Camille Lefebvre', secondedByName: 'Dominique Roussel' },
    ])
  })

  it('is contradicted with a motive, listed, and taken back like everything else', async () => {
    await desk.reading('2')
    await desk.press('u')
    await page.keyboard.insertText('Ce banc relève bien de la commune.')
    await desk.press('Control+Enter')
    await desk.told('BP26-0002')
    await expect.poll(counts).toMatchObject({ forMe: 0, disagreements: 1 })
    await desk.press('Control+z')
    await expect.poll(counts).toMatchObject({ forMe: 1, disagreements: 0 })
    await desk.reading('2')
    await desk.press('u')
    await page.keyboard.insertText('Ce banc relève bien de la commune.')
    await desk.press('Control+Enter')
    await expect.poll(counts).toMatchObject({ disagreements: 1 })
  })

  it('is settled by somebody who is neither of the two', async () => {
    await actAs(camille)
    const { id } = await call<{ readonly id: string }>(page, 'people.add', {
      name: 'Alix Morel',
      roles: ['manager'],
    })
    await actAs(id)
    await desk.showView('Désaccords')
    await desk.reading('2')
    expect(await team.proposalText()).toContain('Dominique Roussel n’est pas d’accord')
    expect(await axeInBothSchemes(page)).toEqual([])
    await desk.press('u')
    await desk.told('décision proposée écartée')
    await expect.poll(async () => (await byNumber(2)).review).toBeNull()
    expect((await byNumber(2)).stage).toBe('submitted')
  })
})

describe('the progress of the campaign', () => {
  it('opens from the desk with one key and tells what is left, the pace and the forecast', async () => {
    await desk.press('l')
    expect(await team.progressFigures()).toMatchObject({ 'à décider': '5', décision: '1' })
    expect(await team.progressText()).toMatch(/À ce rythme, fin le .*\d{4}/)
    expect(await team.progressText()).toContain('50\u00a0%')
    expect(await axeInBothSchemes(page)).toEqual([])
  })

  it('leads from a figure to its list', async () => {
    await team.followFigure('décision')
    expect(await desk.numbers(1)).toEqual(['1'])
  })
})

describe('an absence', () => {
  it('shows the work of the absent to the stand-in, among their own', async () => {
    await actAs(dominique)
    await team.openPeople()
    await team.announceAbsence('Camille Lefebvre')
    await actAs(camille)
    await team.openHome()
    expect((await team.loads())[1]?.[0]).toContain('remplacement')
    await desk.showViewFromNavigation('Confiés à moi')
    // Three of Camille's minus the refused one, and the three of Dominique.
    expect((await desk.numbers(5)).length).toBe(5)
  })
})
