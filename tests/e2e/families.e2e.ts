import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Family } from '../../shared/read-models/family.ts'
import type { SubmissionPage } from '../../shared/read-models/submission.ts'
import { axeFindings } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { DeskPage } from './pages/desk.page-model.ts'
import { DuplicatesPage } from './pages/duplicates.page-model.ts'

/** Invented proposals, as a Decidim export writes them: 1, 4 and 6 are one text, 2 and 5 another one. */
const deposits = `id;title/fr;body/fr;category/name/fr;scope/name/fr;supports;published_at
101;Un jardin partagé rue de l’Épeule;<p>Un jardin à côté de l’école Jean-Macé, avec un composteur collectif et des bacs pour les enfants.</p>;Nature;Pile;34;2026-01-08 10:12:00
102;Des bancs place de la Fraternité;<p>Six bancs à l’ombre, pour les aînés et les familles du quartier qui attendent le bus.</p>;Nature;Fraternité;3;2026-01-09 18:40:00
103;Cinéma en plein air;<p>Trois séances l’été, place de la mairie, avec l’association du quartier.</p>;Culture;Fraternité;0;2026-01-11 09:00:00
104;UN JARDIN PARTAGE RUE DE L'EPEULE;<p>Un jardin à côté de l’école Jean-Macé, avec un composteur collectif et des bacs pour les petits enfants.</p>;Nature;Pile;17;2026-01-12 09:00:00
105;Des bancs place de la Fraternité;<p>Huit bancs à l’ombre, pour les aînés et les familles du quartier qui attendent le bus.</p>;Nature;Fraternité;2;2026-01-13 09:00:00
106;Un jardin partagé rue de l’Épeule;<p>Un jardin à côté de l’école Jean-Macé, avec un composteur collectif et des bacs pour les enfants.</p>;Nature;Pile;5;2026-01-14 09:00:00
`

const parvis = await launchWithDossier()
afterAll(parvis.stop)
const desk = new DeskPage(parvis.page)
const duplicates = new DuplicatesPage(parvis.page)

beforeAll(async () => {
  const path = join(parvis.folder, 'depots.csv')
  writeFileSync(path, deposits)
  await call(parvis.page, 'imports.commit', { processId: parvis.processId, path })
})

async function familyOf(number: number): Promise<Family | null> {
  const { rows } = await call<SubmissionPage>(parvis.page, 'submissions.list', {
    processId: parvis.processId,
    search: `n° ${number}`,
  })
  return call(parvis.page, 'families.family', { submissionId: rows[0]?.id })
}

describe('duplicates by keyboard alone', () => {
  it('finds them without being asked and shows them beside the proposal', async () => {
    await desk.open()
    await parvis.page.getByRole('link', { name: /^2 doublons possibles/ }).waitFor()
    await desk.press('Shift+F')
    await duplicates.comparing(1, 6)
    await duplicates.likeness('Même texte')
    await desk.press('j')
    await duplicates.comparing(1, 4)
    await duplicates.likeness('Texte presque identique')
    expect(await duplicates.onlyRight()).toEqual(['petits'])
    await desk.press('Escape')
    await desk.reading('1')
  })

  it('remembers that two are two, and takes it back', async () => {
    await duplicates.open()
    await duplicates.remaining(4)
    await duplicates.choose(2, 5)
    await desk.press('n')
    await duplicates.remaining(3)
    await call(parvis.page, 'families.search', { anew: true })
    await duplicates.remaining(3)
    await desk.press('Control+z')
    await duplicates.remaining(4)
  })

  it('groups a whole cluster under its oldest number, and moves nothing', async () => {
    await duplicates.showClusters()
    await parvis.page.getByRole('button', { name: /Regrouper 2 propositions sous BP26-0001/ }).waitFor()
    await desk.press('g')
    await duplicates.remainingClusters(1)
    const family = await familyOf(4)
    expect(family).toMatchObject({
      lead: { number: 1, supportsCount: 34 },
      members: [
        { number: 4, supportsCount: 17 },
        { number: 6, supportsCount: 5 },
      ],
      supports: { atLeast: 34, atMost: 56 },
    })
  })

  it('says how many people support the family, at least and at most, and once they are known exactly', async () => {
    await parvis.page.getByRole('link', { name: /^Dépôts/ }).click()
    await desk.reading('1')
    await parvis.page.getByText('34 soutiens au moins (personnes connues réunies), 56 au plus').waitFor()
    const path = join(parvis.folder, 'soutiens.csv')
    const people = (reference: string, count: number, from = 0): readonly string[] =>
      Array.from({ length: count }, (_, index) => `${reference};personne${from + index}@exemple.fr`)
    writeFileSync(
      path,
      [
        'Référence;Courriel',
        ...people('BP26-0001', 34),
        ...people('BP26-0004', 17, 30),
        ...people('BP26-0006', 5),
      ].join('\n'),
    )
    await call(parvis.page, 'families.importSupporters', { processId: parvis.processId, path })
    await parvis.page.getByText('Ensemble : 47 soutiens').waitFor()
  })

  it('notes the agreement of a proposer', async () => {
    await parvis.page.getByRole('button', { name: 'Accord de BP26-0004 : Accord non demandé' }).click()
    const dialog = parvis.page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Accord donné' }).check()
    await dialog.getByLabel('Note').fill('D’accord au téléphone.')
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await parvis.page.getByRole('button', { name: 'Accord de BP26-0004 : Accord donné' }).waitFor()
    expect((await familyOf(4))?.members[0]?.agreement).toMatchObject({ state: 'agreed', means: null })
  })

  it('compares two proposals without a fault under axe', async () => {
    await duplicates.open()
    await duplicates.comparing(2, 5)
    expect(await axeFindings(parvis.page)).toEqual([])
    await desk.press('m')
    expect(await axeFindings(parvis.page)).toEqual([])
  })

  it('groups the pair under the right one, and says that nothing is left', async () => {
    await desk.press('d')
    await parvis.page.getByText('Aucun doublon à examiner').waitFor()
    expect(await familyOf(2)).toMatchObject({ lead: { number: 5 }, members: [{ number: 2 }] })
  })
})
