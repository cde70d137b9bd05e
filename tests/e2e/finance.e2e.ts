import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { axeFindings } from './axe.ts'
import { estimate, givenFeasibleProposals } from './given-projects.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { financePage } from './pages/finance.page-model.ts'
import { projectsPage } from './pages/projects.page-model.ts'

const { page, processId, folder, answerDialogs, stop } = await launchWithDossier()
afterAll(stop)
const projects = projectsPage(page)
const finance = financePage(page)

interface Person {
  readonly id: string
  readonly name: string
}

async function actAs(name: string): Promise<void> {
  const people = await call<readonly Person[]>(page, 'people.list', {})
  await call(page, 'people.signIn', { personId: people.find((person) => person.name === name)?.id })
  await page.reload()
  await page.getByRole('button', { name: new RegExp(name) }).waitFor()
}

async function inBothSchemes(look: () => Promise<void>): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await look()
  }
}

const expectNoFinding = () => inBothSchemes(async () => expect(await axeFindings(page)).toEqual([]))

/** Text as a person reads it: no-break spaces are spaces. */
const read = async (part: Locator): Promise<string> =>
  (await part.allInnerTexts()).join(' ').replace(/\s+/g, ' ')

await givenFeasibleProposals(page, processId, [
  { title: 'Jardin partagé', authorName: 'Nour Haddad', district: 0, euros: 10_000 },
  { title: 'Potager du square', authorName: 'Association Les Jardins', district: 0, euros: 5_000 },
  { title: 'Terrain de pétanque', authorName: 'Dominique Martin', district: 1, euros: 70_000 },
])
await call(page, 'people.add', { name: 'Claude Petit', roles: ['finance'] })
await call(page, 'people.add', { name: 'Maxime Roy', roles: ['manager'] })
await page.emulateMedia({ reducedMotion: 'reduce' })
await page.reload()

describe('from feasible proposals to the results, by keyboard', () => {
  it('says what a page without projects is for, and creates one from two proposals', async () => {
    await projects.goTo()
    await page.getByText('Aucun projet pour l’instant').waitFor()
    await expectNoFinding()
    await page.keyboard.press('n')
    await projects
      .dialog(/Nouveau projet/)
      .getByRole('checkbox')
      .first()
      .waitFor()
    await expectNoFinding()
    await page.keyboard.press('Escape')
    await projects.create('BP26-0001|Jardin partagé', 'BP26-0002|Potager')
    await projects.field('Titre').waitFor()
    expect(await projects.field('Titre').inputValue()).toBe('Jardin partagé')
    const proposals = await read(projects.detail.getByRole('table'))
    for (const words of ['Nour Haddad', 'Association Les Jardins', 'principale', '13 200,00 €', '6 600,00 €'])
      expect(proposals).toContain(words)
    await projects.create('Terrain de pétanque')
    await page.getByText('2 projets', { exact: true }).waitFor()
  })

  it('saves what is typed, counts it, and takes it back with Ctrl+Z', async () => {
    await projects.list.focus()
    await page.keyboard.press('Home')
    const title = projects.field('Titre')
    await expect.poll(() => title.inputValue()).toBe('Jardin partagé')
    await page.keyboard.press('Enter')
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('End')
    await page.keyboard.type(' du square ')
    await projects.detail.getByText('Enregistré', { exact: true }).waitFor()
    // The space under the cursor is still there after the save.
    expect(await title.inputValue()).toBe('Jardin partagé du square ')
    await projects.detail.getByText('25 / 80 caractères').waitFor()
    await projects.list.getByText('Jardin partagé du square').waitFor()
    await projects.list.focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => title.inputValue()).toBe('Jardin partagé')
  })

  it('writes the description with light marks and stores safe rich text', async () => {
    await projects.field('Description').fill('Un **potager**.\n\n- bacs\n- <script>x()</script>')
    await projects.detail.getByText('Enregistré', { exact: true }).waitFor()
    const [row] = await call<readonly Person[]>(page, 'projects.list', { processId })
    const { description } = await call<{ readonly description: string }>(page, 'projects.get', {
      projectId: row?.id,
    })
    expect(description).toBe(
      '<p>Un <strong>potager</strong>.</p><ul><li>bacs</li><li>&lt;script&gt;x()&lt;/script&gt;</li></ul>',
    )
    await projects.detail.getByRole('region', { name: 'Aperçu' }).getByText('bacs').waitFor()
  })

  it('shows a picture from the dossier, and asks for its words', async () => {
    const path = join(folder, 'ruches.webp')
    copyFileSync(join(import.meta.dirname, '../../resources/demonstration/pictures/beehives.webp'), path)
    await answerDialogs(path)
    await projects.list.focus()
    await page.keyboard.press('i')
    const picture = projects.detail.getByRole('img', { name: 'ruches.webp' })
    await picture.waitFor()
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
    await projects.detail.getByText('Décrivez l’image').waitFor()
    await projects.field('Texte de remplacement').fill('Des ruches dans un jardin')
    await projects.field('Texte de remplacement').press('Tab')
    await projects.detail.getByRole('img', { name: 'Des ruches dans un jardin' }).waitFor()
    await expectNoFinding()
  })

  it('leads from a finding to its project; I8 tells the estimator why the visa is somebody else’s', async () => {
    await finance.goTo()
    await page.keyboard.press('t')
    await expectNoFinding()
    expect(await read(finance.total('Pile'))).toContain('19 800,00 €')
    await page.keyboard.press('c')
    await expectNoFinding()
    await page.getByRole('button', { name: /^2 Terrain de pétanque/ }).press('Enter')
    await finance.detail.getByRole('heading', { level: 2, name: /Terrain de pétanque/ }).waitFor()
    await finance.list.focus()
    await page.keyboard.press('Home')
    await finance.detail.getByRole('paragraph').filter({ hasText: 'Vous avez participé' }).waitFor()
    expect(await finance.grant.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('v')
    const [row] = await call<readonly { readonly visaState: string }[]>(page, 'projects.list', { processId })
    expect(row?.visaState).toBe('none')
  })

  it('lets finance refuse with a reason, take it back, and grant on the amount that was read', async () => {
    await actAs('Claude Petit')
    await finance.goTo()
    await finance.list.focus()
    await page.keyboard.press('Home')
    await finance.detail.getByText('Fourniture et pose').first().waitFor()
    await page.keyboard.press('r')
    await finance.detail.getByLabel('Motif du refus').waitFor()
    await expectNoFinding()
    await page.keyboard.press('Escape')
    await finance.refuseBecause('Les aléas sont trop bas')
    await finance.detail.getByText('Les aléas sont trop bas').waitFor()
    await finance.list.focus()
    await page.keyboard.press('Control+z')
    await finance.detail.getByText('Repris par son auteur').waitFor()
    await page.keyboard.press('v')
    await finance.detail.getByText('Visa accordé').first().waitFor()
    expect(await read(finance.detail)).toContain('Accordé par Claude Petit sur 19 800,00 €')
  })

  it('warns when the figures change under the eyes, and asks to read them again', async () => {
    await page.keyboard.press('j')
    await finance.detail.getByRole('heading', { level: 2, name: /Terrain de pétanque/ }).waitFor()
    const rows = await call<readonly Person[]>(page, 'projects.list', { processId })
    const { submissions } = await call<{
      readonly submissions: readonly { readonly id: string; readonly studyId: string }[]
    }>(page, 'projects.get', { projectId: rows[1]?.id })
    const people = await call<readonly Person[]>(page, 'people.list', {})
    const named = (name: string) => ({ personId: people.find((person) => person.name === name)?.id })
    await call(page, 'people.signIn', named('Camille Lefebvre'))
    const study = await call<{ readonly id: string; readonly version: number }>(page, 'studies.get', {
      studyId: submissions[0]?.studyId,
    })
    await estimate(page, study, 72_000)
    await call(page, 'people.signIn', named('Claude Petit'))
    // Two people take turns in one window here: a change of one's own makes it read as oneself again.
    await call(page, 'submissions.addNote', { submissionId: submissions[0]?.id, text: 'Chiffrage revu' })
    await finance.changed.waitFor()
    expect(await read(finance.changed)).toContain(
      'Vous lisiez 92 400,00 € ; le montant est maintenant 95 040,00 €',
    )
    expect(await finance.grant.getAttribute('aria-disabled')).toBe('true')
    await expectNoFinding()
    await finance.changed.getByRole('button', { name: /J’ai relu/ }).press('Enter')
    await finance.list.focus()
    await page.keyboard.press('v')
    await finance.detail.getByText('Visa accordé').first().waitFor()
  })

  it('narrows the list to what a total sums, and has nothing left to check', async () => {
    await page.keyboard.press('t')
    await finance.total('Fraternité').getByRole('button').press('Enter')
    await page.getByText(/^1 projet sur/).waitFor()
    await page.getByRole('button', { name: 'Tout effacer' }).press('Enter')
    await page.keyboard.press('c')
    await expectNoFinding()
    await page.getByText('Aucun point à examiner.').waitFor()
  })

  it('I5 settles the list after a typed word, then changes what is published by erratum only', async () => {
    await actAs('Maxime Roy')
    await projects.goTo()
    await page.keyboard.press('a')
    const settle = projects.dialog(/Arrêter la liste/)
    await settle.getByRole('row', { name: /Terrain de pétanque/ }).waitFor()
    await expectNoFinding()
    const act = settle.getByRole('button', { name: /^Arrêter la liste/ })
    expect(await act.getAttribute('aria-disabled')).toBe('true')
    await settle.getByLabel(/Pour confirmer/).fill('arreter')
    await settle.getByLabel(/Pour confirmer/).press('Enter')
    await settle.waitFor({ state: 'detached' })
    await projects.list.focus()
    await page.keyboard.press('Home')
    await projects.detail.getByText('Liste arrêtée').waitFor()
    expect(await read(projects.detail)).toContain('N° au vote 1')
    expect(await projects.field('Titre').count()).toBe(0)
    await page.keyboard.press('e')
    const erratum = projects.dialog(/Erratum/)
    await erratum.getByLabel('Titre', { exact: true }).fill('Jardin partagé de la rue d’Alma')
    await expectNoFinding()
    await erratum.getByLabel('Texte de l’erratum').fill('Lire : Jardin partagé de la rue d’Alma.')
    await erratum.getByRole('button', { name: 'Enregistrer l’erratum' }).press('Enter')
    await projects.detail.getByText('Lire : Jardin partagé de la rue d’Alma.').waitFor()
    await projects.list.getByText('Jardin partagé de la rue d’Alma').waitFor()
  })

  it('I12 records the results by keyboard, and an overrun only with its decision', async () => {
    await projects.list.focus()
    await page.keyboard.press('s')
    const results = projects.dialog(/Résultats du vote/)
    await results.getByLabel('Nombre de votants').fill('412')
    await results.getByLabel(/^Voix de Jardin/).focus()
    await page.keyboard.type('250l')
    await page.keyboard.press('Enter')
    await page.keyboard.type('180l')
    expect(await read(results)).toContain('2 lauréats 114 840,00 €')
    expect(await read(results)).toContain('Dépassement 14 840,00 €')
    await expectNoFinding()
    const save = results.getByRole('button', { name: 'Enregistrer les résultats' })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await results.getByLabel(/Voix de Terrain/).focus()
    await page.keyboard.press('c')
    expect(await read(results)).toContain('Reste 80 200,00 €')
    await save.press('Enter')
    await results.waitFor({ state: 'detached' })
    await projects.list.getByText('Lauréat').waitFor()
    await projects.list.getByText('Liste complémentaire').waitFor()
  })

  it('finds a project from anywhere', async () => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(/Proposition, projet/).fill('pétanque')
    await page
      .getByRole('button', { name: /^Terrain de pétanque/ })
      .first()
      .click()
    await projects.detail.getByText('Liste complémentaire').waitFor()
  })
})
