import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignalRecord } from '../../shared/read-models/signal.ts'
import type { SubmissionDetail, SubmissionPage } from '../../shared/read-models/submission.ts'
import { axeFindings } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { DeskPage } from './pages/desk.page-model.ts'

const parvis = await launchWithDossier()
afterAll(parvis.stop)
const { page } = parvis
const desk = new DeskPage(page)

const calm =
  'Il manque un banc à l’ombre devant l’école pour les grands-parents qui attendent la sortie des classes.'

/** Invented. */
const deposits = [
  [
    'Un banc devant l’école',
    `${calm} Le voisin est d’accord : 06 12 34 56 78. Quels abrutis ont retiré l’ancien ?`,
  ],
  ['Un banc au parc', calm],
] as const

let first = ''

beforeAll(async () => {
  for (const [title, body] of deposits) {
    const { id } = await call<SubmissionDetail>(page, 'submissions.create', {
      processId: parvis.processId,
      title,
      body,
      channel: 'paper',
      address: 'rue du Curoir',
    })
    first ||= id
  }
  await desk.open()
})

const section = page.getByRole('region', { name: 'À vérifier', exact: true })
const standing = async () =>
  (await call<readonly SignalRecord[]>(page, 'signals.of', { submissionId: first }))
    .filter(({ dismissed }) => dismissed === null)
    .map(({ id }) => id)
    .sort()
const marked = () =>
  page.evaluate(() => [...(CSS.highlights.get('signal-words') ?? [])].map((range) => String(range)))

describe('the points to check', () => {
  it('stand beside the proposal with their words, and on its line in the list', async () => {
    await section.getByText('Donnée personnelle').waitFor()
    expect(await section.getByRole('button', { name: /Montrer/ }).allTextContents()).toEqual([
      '06 12 34 56 78',
      'abrutis',
    ])
    await desk.grid.getByTitle(/^2 points à vérifier.*Donnée personnelle, Propos insultants$/).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('are shown in the text by a key, one after the other', async () => {
    await page.keyboard.press('w')
    await expect.poll(marked).toEqual(['06 12 34 56 78'])
    await page.keyboard.press('w')
    await expect.poll(marked).toEqual(['abrutis'])
  })

  it('are set aside with a reason by keyboard, folded, and come back by undo', async () => {
    await page.keyboard.press('Shift+W')
    const dialog = page.getByRole('dialog', { name: /Écarter/ })
    await dialog.getByLabel('Motif').waitFor()
    await page.keyboard.type('Citation d’un arrêté')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await section.getByText('1 indice écarté').waitFor()
    expect(await standing()).toEqual(['personal-data'])
    await section.getByText('1 indice écarté').click()
    await section.getByText(/Écarté par Camille Lefebvre.*Citation d’un arrêté/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Control+z')
    await expect.poll(standing).toEqual(['insults', 'personal-data'])
  })

  it('narrow the list, which counts them', async () => {
    await page.goto(`${page.url().split('#')[0]}#/submissions?signals=insults`)
    expect(await desk.numbers(1)).toEqual(['1'])
    await page.getByRole('button', { name: 'Tout effacer' }).click()
    expect(await desk.numbers(2)).toEqual(['1', '2'])
  })
})

describe('the settings of a démarche', () => {
  it('say what is pointed out; deposits are then read again in the background', async () => {
    await page.goto(`${page.url().split('#')[0]}#/processes/signals`)
    const insults = page.getByRole('checkbox', { name: 'Propos insultants' })
    await insults.waitFor()
    expect(await axeFindings(page)).toEqual([])
    await insults.uncheck()
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect.poll(standing, { timeout: 15_000 }).toEqual(['personal-data'])
    const { total } = await call<SubmissionPage>(page, 'submissions.list', {
      processId: parvis.processId,
      signals: ['insults'],
    })
    expect(total).toBe(0)
  })
})
