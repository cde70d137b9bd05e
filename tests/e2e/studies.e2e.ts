import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { axeInBothSchemes } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { studiesPage } from './pages/studies.page-model.ts'

interface Known {
  readonly id: string
  readonly name: string
}
interface Study {
  readonly id: string
  readonly version: number
  readonly projectId: string | null
  readonly visaState: string
  readonly grid: unknown
  readonly addOns: unknown
  readonly estimate: { readonly amountInclVat: number }
}

const { page, processId, stop } = await launchWithDossier()
afterAll(stop)
const studies = studiesPage(page)

/** A save waits for a rest in the typing, and this machine may be busy. */
const patience = { timeout: 15_000 }

/** Text as a person reads it: no-break spaces are spaces. */
const read = async (part: Locator): Promise<string> =>
  (await part.allInnerTexts()).join(' ').replace(/\s+/g, ' ')
const expectNoFinding = async () => expect(await axeInBothSchemes(page)).toEqual([])

async function actAs(name: string): Promise<void> {
  const people = await call<readonly Known[]>(page, 'people.list', {})
  await call(page, 'people.signIn', { personId: people.find((person) => person.name === name)?.id })
  await page.reload()
  await page.getByRole('button', { name: new RegExp(name) }).waitFor()
}

const showAll = () => page.getByRole('button', { name: 'Retirer le filtre État' }).press('Enter')

async function admit(title: string): Promise<string> {
  const { id } = await call<Known>(page, 'submissions.create', {
    processId,
    title,
    body: `${title} : un lieu ouvert à tous.`,
    authorName: 'Nour Haddad',
    channel: 'paper',
  })
  await call(page, 'submissions.decide', { submissionId: id, verdict: 'admissible' })
  return id
}

async function studyOf(submissionId: string): Promise<Study> {
  const { studyId } = await call<{ readonly studyId: string }>(page, 'submissions.get', { submissionId })
  return call<Study>(page, 'studies.get', { studyId })
}

const benches = await admit('Bancs à l’ombre')
const mural = await admit('Fresque de la piscine')
await admit('Boîte à livres')
for (const [name, role] of [
  ['Sacha Dubois', 'technical-service'],
  ['Maxime Roy', 'manager'],
  ['Claude Petit', 'finance'],
  ['Lou Martin', 'reader'],
] as const)
  await call(page, 'people.add', { name, roles: [role], department: role === 'finance' ? 'Finances' : null })
await page.emulateMedia({ reducedMotion: 'reduce' })

describe('a study by keyboard', () => {
  it('starts with a key, on a page that axe has nothing against', async () => {
    await actAs('Sacha Dubois')
    await studies.goTo()
    await studies.list.waitFor()
    await expectNoFinding()
    await studies.open('Bancs à l’ombre')
    await page.keyboard.press('e')
    await studies.row('Bancs à l’ombre').getByText('En instruction').waitFor()
    await expectNoFinding()
  })

  it('answers the grid, and keeps each answer as it is given', async () => {
    await studies.openPart('g', 'Grille')
    const land = studies.detail.getByLabel('Réponse : Foncier')
    await land.focus()
    await page.keyboard.press('r')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Convention à signer.')
    await studies.detail.getByText('La grille suggère : réalisable sous réserve.').waitFor()
    await expectNoFinding()
    await page.keyboard.press('Escape')
    await expect
      .poll(async () => (await studyOf(benches)).grid, patience)
      .toEqual({ land: { answer: 'reserved', note: 'Convention à signer.' } })
  })

  it('asks a service for its opinion and records it', async () => {
    await studies.openPart('a', 'Services')
    await studies.detail.getByLabel('Service à consulter').focus()
    await page.keyboard.type('Voirie')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    const opinion = studies.detail.getByLabel('Avis du service Voirie')
    await opinion.waitFor()
    await opinion.selectOption('Favorable')
    await studies.detail
      .getByRole('textbox', { name: 'Commentaire, Voirie' })
      .fill('Passage libre de 1,40 m.')
    await studies.detail.getByText('saisi par Sacha Dubois').waitFor()
    await expectNoFinding()
  })

  it('types a cost line, pastes the others from a spreadsheet and shows the service’s total', async () => {
    await studies.detail.getByRole('heading', { level: 3 }).first().click()
    await studies.openPart('c', 'Chiffrage')
    await studies.newCell('Désignation').focus()
    await page.keyboard.type('Banc')
    await page.keyboard.press('Tab')
    await page.keyboard.type('4')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('850')
    expect(await read(studies.detail.getByRole('row').filter({ hasText: '3 400,00 €' }))).toContain(
      '3 400,00 €',
    )

    const note = studies.detail.getByRole('textbox', { name: 'Ce que ce coût comprend' })
    await note.fill('Vivaces\t12\tm²\t320,00 €\t10 %\nSol\t1\tft\t6 250,50\t20 %')
    await note.press('ControlOrMeta+a')
    await note.press('ControlOrMeta+x')
    await studies.newCell('Désignation').focus()
    await page.keyboard.press('ControlOrMeta+v')
    await studies.cell('PU HT', 3).waitFor()
    expect(await studies.cell('Désignation', 3).inputValue()).toBe('Sol')

    await studies.detail.getByRole('textbox', { name: 'Taux d’aléas, en pour cent' }).fill('10')
    await studies.detail.getByRole('textbox', { name: 'Taux de maîtrise d’œuvre, en pour cent' }).fill('8')
    await studies.detail.getByRole('textbox', { name: 'Études préalables HT' }).fill('900')
    expect(await read(studies.total)).toBe('19 798,55 € TTC')
    await expect.poll(async () => (await studyOf(benches)).estimate.amountInclVat, patience).toBe(1_979_855)
    await expectNoFinding()
  })

  it('moves as in a spreadsheet: Enter goes down, Escape gives the cell back, lines move and go', async () => {
    await studies.cell('Quantité', 1).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('99')
    expect(await studies.cell('Quantité', 2).inputValue()).toBe('99')
    await page.keyboard.press('Escape')
    expect(await studies.cell('Quantité', 2).inputValue()).toBe('12')
    await page.keyboard.press('Control+ArrowUp')
    expect(await studies.cell('Désignation', 1).inputValue()).toBe('Vivaces')
    await page.keyboard.press('Control+Delete')
    expect(await studies.cell('Désignation', 1).inputValue()).toBe('Banc')
    await page
      .getByRole('alert')
      .filter({ hasText: 'Ligne retirée' })
      .getByRole('button', { name: 'Annuler' })
      .click()
    expect(await studies.cell('Désignation', 1).inputValue()).toBe('Vivaces')
    await expect.poll(async () => (await studyOf(benches)).estimate.amountInclVat, patience).toBe(1_979_855)
    await studies.saved.waitFor()
  })

  it('says what is wrong in a line and keeps the last sound costing meanwhile', async () => {
    await studies.cell('TVA', 1).fill('7')
    await studies.detail.getByText('Ligne 1 : le taux de TVA est 20, 10, 5,5, 2,1 ou 0.').waitFor()
    await expectNoFinding()
    expect((await studyOf(benches)).estimate.amountInclVat).toBe(1_979_855)
  })

  it('shows what somebody else changed meanwhile instead of writing over it', async () => {
    const study = await studyOf(benches)
    await call(page, 'studies.saveCosts', {
      studyId: study.id,
      version: study.version,
      costLines: [],
      addOns: study.addOns,
      annualRunningCost: 45_000,
    })
    await studies.cell('TVA', 1).fill('10')
    await studies.detail.getByText('Quelqu’un a modifié ces informations entre-temps.').waitFor()
    await page.getByRole('contentinfo').getByText('Saisie non enregistrée').waitFor()
    await studies.detail.getByRole('button', { name: 'Enregistrer ma saisie' }).press('Enter')
    await expect.poll(async () => (await studyOf(benches)).estimate.amountInclVat, patience).toBe(1_979_855)
  })

  it('refuses to conclude as not feasible without a motivated answer, then concludes as feasible', async () => {
    await studies.detail.getByRole('tab', { name: 'Chiffrage' }).focus()
    await page.keyboard.press('n')
    const conclude = studies.detail.getByRole('button', { name: 'Conclure' })
    await conclude.and(page.locator('[aria-disabled]')).waitFor()
    await page.keyboard.press('Control+Enter')
    expect((await studyOf(benches)).projectId).toBeNull()
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await page.keyboard.type('Réalisable sur le domaine communal.')
    await expectNoFinding()
    await page.keyboard.press('Control+Enter')
    await studies.detail.getByText('Conclue par Sacha Dubois').waitFor()
    await studies.row('Bancs à l’ombre').getByText('Réalisable').waitFor()
    await expectNoFinding()
  })

  it('says to whom the creation of the project belongs, who makes it with a key', async () => {
    const create = studies.detail.getByRole('button', { name: 'Créer le projet' })
    await create.and(page.locator('[aria-disabled]')).waitFor()
    await studies.detail.getByText(/Rôles qui le peuvent : .*Responsable/).waitFor({ state: 'attached' })
    await actAs('Maxime Roy')
    await showAll()
    await studies.open('Bancs à l’ombre')
    await create.and(page.locator(':not([aria-disabled])')).waitFor()
    await page.keyboard.press('o')
    await page.getByRole('heading', { level: 1, name: 'Projets' }).waitFor()
    await page.getByText('Bancs à l’ombre').first().waitFor()
  })

  it('I7 warns before the visa falls, and says so when it has', async () => {
    const { projectId } = await studyOf(benches)
    await actAs('Claude Petit')
    await call(page, 'finance.sign', {
      projectId,
      decision: 'granted',
      amountRead: 1_979_855,
      reason: '',
    })
    await actAs('Sacha Dubois')
    await studies.goTo()
    await showAll()
    await studies.open('Bancs à l’ombre')
    await studies.openPart('c', 'Chiffrage')
    await studies.detail.getByText('Dès qu’un montant change, le visa tombe').waitFor()
    expect(await studies.cell('PU HT', 1).getAttribute('readonly')).not.toBeNull()
    await expectNoFinding()
    await studies.detail.getByRole('button', { name: 'Modifier le chiffrage' }).press('Enter')
    await studies.cell('PU HT', 1).fill('321')
    await page.getByText('Le visa finances du projet est tombé').waitFor()
    expect((await studyOf(benches)).visaState).toBe('void')
    await expectNoFinding()
  })
})

describe('the list of studies', () => {
  it('opens on what is late from the home page', async () => {
    await actAs('Sacha Dubois')
    const study = await call<Study>(page, 'studies.start', { submissionId: mural })
    await call(page, 'studies.saveGrid', {
      studyId: study.id,
      version: study.version,
      grid: {},
      leadDepartment: 'Voirie',
      dueOn: '2026-01-15',
      conditions: '',
    })
    await page.getByRole('navigation').getByRole('link', { name: 'Accueil' }).press('Enter')
    await page.getByRole('link', { name: /étude dont l’échéance est dépassée/ }).press('Enter')
    await studies.row('Fresque de la piscine').waitFor()
    expect(await studies.filter('En retard').getAttribute('aria-pressed')).toBe('true')
    expect(await studies.row('Boîte à livres').count()).toBe(0)
  })

  it('keeps its filter when one comes back, and finds without accents', async () => {
    await studies.filter('En retard').press('Space')
    await page.keyboard.press('Escape')
    const search = page.getByRole('searchbox', { name: 'Titre, numéro ou service' })
    await search.fill('boite LIVRES')
    await studies.row('Fresque de la piscine').waitFor({ state: 'detached' })
    await page.getByRole('navigation').getByRole('link', { name: 'Accueil' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Accueil' }).waitFor()
    await studies.goTo()
    expect(await search.inputValue()).toBe('boite LIVRES')
    await studies.row('Boîte à livres').waitFor()
  })

  it('tells a reader which roles may study', async () => {
    await actAs('Lou Martin')
    await studies.goTo()
    await studies.open('Boîte à livres')
    const start = studies.detail.getByRole('button', { name: 'Commencer l’étude' })
    await start.and(page.locator('[aria-disabled]')).waitFor()
    await studies.detail
      .getByText(/Rôles qui le peuvent : .*Service technique/)
      .first()
      .waitFor()
    await expectNoFinding()
  })
})
