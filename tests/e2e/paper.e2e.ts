import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { PaperBatchDetail } from '../../shared/read-models/paper.ts'
import type { SubmissionPage } from '../../shared/read-models/submission.ts'
import { axeFindings } from './axe.ts'
import { keyboardOf } from './keyboard.ts'
import { type LaunchedParvis, launchParvis } from './launch-parvis.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { PaperPage } from './pages/paper.page-model.ts'

const parvis = await launchWithDossier()
let window: LaunchedParvis = parvis
afterAll(async () => {
  if (window !== parvis) await window.stop()
  await parvis.stop().catch(() => {})
})
let paper = new PaperPage(parvis.page)
let keyboard = keyboardOf(parvis.page)

async function openPaper(): Promise<void> {
  // The page takes the focus as it opens: only then does the keyboard belong to the person.
  await window.page.getByRole('heading', { level: 1 }).waitFor()
  await keyboard.reach(window.page.getByRole('link', { name: 'Saisie papier' }))
  await keyboard.press('Enter')
}

async function onlyBatch(): Promise<PaperBatchDetail> {
  const [batch] = await call<readonly PaperBatchDetail[]>(window.page, 'paper.batches', {
    processId: parvis.processId,
  })
  return call(window.page, 'paper.batch', { batchId: batch?.id })
}

async function proposals() {
  return call<SubmissionPage>(window.page, 'submissions.list', { processId: parvis.processId })
}

describe('paper entry by keyboard alone', () => {
  it('makes a batch of six forms for an event', async () => {
    await openPaper()
    await paper.form.waitFor()
    // Left with nothing typed, and entered again: the form is there.
    await keyboard.reach(window.page.getByRole('link', { name: 'Rencontres' }))
    await keyboard.press('Enter')
    await paper.form.waitFor({ state: 'detached' })
    await openPaper()
    await paper.form.waitFor()
    await keyboard.press('n')
    const dialog = window.page.getByRole('dialog', { name: 'Nouveau lot de formulaires' })
    await keyboard.fill(dialog.getByLabel('Nom de l’événement'), 'Stand du marché')
    await keyboard.fill(dialog.getByLabel('Formulaires imprimés'), '6')
    await keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const batch = await onlyBatch()
    expect([batch.code.slice(0, 6), batch.totals.printed]).toEqual(['ROU-A1', 6])
    await paper.batches.getByText('Stand du marché').waitFor()
  })

  it('types a form from its number to its e-mail address, district by its initial, and opens the next', async () => {
    await keyboard.press('i')
    await expect.poll(() => paper.focused()).toBe('formNumber')
    expect(await paper.field('N° du formulaire').inputValue()).toBe('1')
    await keyboard.press('Enter')
    await expect.poll(() => paper.focused()).toBe('submittedOn')
    await keyboard.press('Enter')
    await expect.poll(() => paper.focused()).toBe('title')
    await keyboard.type('Un banc à l’ombre')
    await keyboard.press('Enter')
    await keyboard.type('Devant l’école, pour attendre.')
    await keyboard.press('Tab')
    await keyboard.type('Rue de l’Épeule')
    await keyboard.press('Enter')
    await expect.poll(() => paper.focused()).toBe('districtId')
    await keyboard.type('f')
    await keyboard.press('Enter')
    await expect.poll(() => paper.focused()).toBe('themeId')
    expect(await paper.field('Quartier').inputValue()).toBe('Fraternité')
    await keyboard.press('Enter')
    await keyboard.type('1 500')
    await keyboard.press('Enter')
    await keyboard.type('Mme Durand')
    await keyboard.press('Enter', 'Enter')
    await expect.poll(() => paper.focused()).toBe('authorAddress')
    await keyboard.press('Tab')
    await keyboard.type('durand@example.org')
    // From the last field, Enter saves.
    await keyboard.press('Enter')
    await paper.last.getByRole('link', { name: 'BP26-0001' }).waitFor()
    await expect.poll(() => paper.focused()).toBe('formNumber')
    expect([
      await paper.field('N° du formulaire').inputValue(),
      await paper.field('Titre').inputValue(),
    ]).toEqual(['2', ''])
    const { rows } = await proposals()
    expect(rows).toMatchObject([{ title: 'Un banc à l’ombre', channel: 'paper', authorName: 'Mme Durand' }])
  })

  it('says beside the field what is missing or taken, and loses nothing', async () => {
    await keyboard.press('Control+a')
    await keyboard.type('1')
    await keyboard.press('Control+Enter')
    await expect.poll(() => paper.focused()).toBe('title')
    await keyboard.type('Une fontaine')
    await keyboard.press('Enter')
    await keyboard.type('Place de la Fraternité.')
    await keyboard.press('Control+Enter')
    await expect.poll(() => paper.focused()).toBe('formNumber')
    await paper.form.getByText('Le formulaire 1 du lot').waitFor()
    expect(await paper.field('Texte').inputValue()).toBe('Place de la Fraternité.')
    await keyboard.press('Control+a')
    await keyboard.type('2')
    await keyboard.press('Control+Enter')
    await paper.last.getByRole('link', { name: 'BP26-0002' }).waitFor()
    expect((await proposals()).total).toBe(2)
  })

  it('corrects the last one with a key, while what was being typed waits', async () => {
    await keyboard.reach(paper.field('Titre'))
    await keyboard.type('Des arceaux')
    await keyboard.press('F2')
    await expect.poll(() => paper.field('Titre').inputValue()).toBe('Une fontaine')
    await expect.poll(() => paper.focused()).toBe('title')
    await keyboard.press('End')
    await keyboard.type(' à boire')
    await keyboard.press('Control+Enter')
    await paper.last.getByText('Une fontaine à boire').waitFor()
    await expect.poll(() => paper.field('Titre').inputValue()).toBe('Des arceaux')
  })

  it('finds again what was being typed when the process was killed', async () => {
    await keyboard.reach(paper.field('Texte'))
    await keyboard.type('Vingt arceaux à vélo devant la médiathèque, côté jardin.')
    await paper.form.getByText('Brouillon gardé').waitFor()
    await window.kill()
    window = await launchParvis({
      userData: parvis.userData,
      dossierPath: join(parvis.folder, 'essai.parvis'),
    })
    paper = new PaperPage(window.page)
    keyboard = keyboardOf(window.page)
    const profile = window.page.getByRole('button', { name: /Camille Lefebvre/ })
    await profile.first().waitFor()
    if (!(await window.page.getByRole('link', { name: /^Dépôts/ }).isVisible())) {
      await keyboard.reach(profile.first())
      await keyboard.press('Enter')
    }
    await window.page.getByRole('link', { name: /^Dépôts/ }).waitFor()
    await openPaper()
    await paper.form.getByText('a été retrouvée').waitFor()
    expect([
      await paper.field('N° du formulaire').inputValue(),
      await paper.field('Titre').inputValue(),
      await paper.field('Texte').inputValue(),
    ]).toEqual(['3', 'Des arceaux', 'Vingt arceaux à vélo devant la médiathèque, côté jardin.'])
    await keyboard.reach(paper.field('Texte'))
    await keyboard.press('Control+Enter')
    await paper.last.getByRole('link', { name: 'BP26-0003' }).waitFor()
  })

  it('proves that nothing is missing before it closes the batch', async () => {
    const { page } = window
    await keyboard.reach(page.getByRole('tab', { name: 'Saisie', exact: true }))
    await keyboard.press('ArrowRight')
    const close = page.getByRole('button', { name: 'Clore le lot' })
    await close.waitFor()
    await page.getByText('4–6', { exact: true }).waitFor()
    await keyboard.fill(page.getByLabel('Numéros', { exact: true }), '4-6')
    await keyboard.fill(page.getByLabel('Motif', { exact: true }), 'Emportés, jamais revenus')
    await keyboard.press('Enter')
    await page.getByText('Aucun numéro ne manque.').waitFor()
    // What blocked it has gone, and with it the button of before.
    const ready = page.getByRole('button', { name: 'Clore le lot', disabled: false })
    await ready.waitFor()
    await keyboard.reach(ready)
    await keyboard.press('Enter')
    await page.getByText(/^Clos le .* par Camille Lefebvre\.$/).waitFor()
    const { totals, closedByName } = await onlyBatch()
    expect([totals, closedByName]).toEqual([
      { printed: 6, entered: 3, notReturned: 3, blank: 0, cancelled: 0, missing: 0 },
      'Camille Lefebvre',
    ])
    expect(await axeFindings(page)).toEqual([])
  })

  it('prints the slip, and shows the proposals of the batch', async () => {
    const { page } = window
    const path = join(parvis.folder, 'bordereau.pdf')
    await window.answerDialogs(path)
    await keyboard.reach(page.getByRole('button', { name: 'Bordereau PDF…' }))
    await keyboard.press('Enter')
    await page.getByText(path).waitFor()
    await keyboard.reach(page.getByRole('link', { name: 'Voir les propositions' }))
    await keyboard.press('Enter')
    await page.getByRole('grid', { name: 'Dépôts' }).getByRole('row').nth(3).waitFor()
    await page.getByRole('link', { name: /, formulaire 1 – Stand du marché$/ }).waitFor()
  })
})
