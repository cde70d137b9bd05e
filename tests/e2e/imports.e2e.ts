import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { axeInBothSchemes } from './axe.ts'
import { proposalRow, writeProposals } from './edition.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { importsPage } from './pages/imports.page-model.ts'

const window = await launchWithDossier()
const { page, folder, processId } = window
const imports = importsPage(window)
afterAll(window.stop)

interface Submissions {
  readonly total: number
  readonly rows: readonly { readonly title: string; readonly authorName: string | null }[]
}

function submissions(search?: string): Promise<Submissions> {
  return call(page, 'submissions.list', {
    processId,
    limit: 200,
    ...(search === undefined ? {} : { search }),
  })
}

describe('the front door', () => {
  it('begins with the one act that fills it', async () => {
    await imports.open()
    await page.getByText('Aucun import dans cette démarche').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
  })

  it('imports a Decidim export by keyboard, and the same file again changes nothing', async () => {
    const file = writeProposals(
      folder,
      [1, 2, 3].map((id) => proposalRow(id)),
    )
    await imports.choose(file)
    expect(await imports.counts()).toEqual([3, 0, 0, 0])
    await page.getByText('CSV, ').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
    await expect
      .poll(() => imports.importButton.evaluate((button) => button === document.activeElement))
      .toBe(true)
    await page.keyboard.press('Enter')
    expect(await imports.result()).toBe('3 lignes importées')
    expect((await submissions()).total).toBe(3)
    expect(await axeInBothSchemes(page)).toEqual([])
    const next = page.getByRole('button', { name: 'Ouvrir la file des propositions' })
    await expect.poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true)

    await imports.choose(file)
    expect(await imports.counts()).toEqual([0, 0, 3, 0])
    expect(await imports.importButton.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('status').getByText('Ce fichier n’apporte rien de nouveau.').waitFor()
    await page.getByRole('button', { name: 'Abandonner' }).click()
    expect(await imports.batches()).toHaveLength(1)
  })

  it('tells field by field what a newer export changes, and keeps the plan while another page is open', async () => {
    const rows = [1, 2, 3].map((id) =>
      id === 2
        ? proposalRow(id, { title: 'Jardin commun, rue de l’Épeule' }).replace('Nature', 'Culture')
        : proposalRow(id),
    )
    await imports.choose(writeProposals(folder, [...rows, proposalRow(4)], 'newer.csv'))
    expect(await imports.counts()).toEqual([1, 1, 2, 0])
    const changes = await imports.tab('Modifications')
    const changed = changes.getByRole('row', { name: /^Titre/ })
    expect(await changed.locator('ins').textContent()).toContain('commun')
    expect(await changes.getByRole('row', { name: /^Thème/ }).textContent()).toBe('ThèmeNatureCulture')
    expect(await axeInBothSchemes(page)).toEqual([])

    await page.getByRole('link', { name: 'Accueil' }).click()
    await page.getByRole('heading', { level: 1, name: 'Accueil' }).waitFor()
    await page.getByRole('link', { name: 'Importer', exact: true }).click()
    expect(await imports.counts()).toEqual([1, 1, 2, 0])
    await imports.importButton.click()
    expect(await imports.result()).toBe('2 lignes importées')
    expect((await submissions('commun')).rows.map(({ title }) => title)).toEqual([
      'Jardin commun, rue de l’Épeule',
    ])
  })

  it('reads a Windows-1252 table through the mapping assistant, and remembers the mapping', async () => {
    const header = 'Numéro;Ce que vous proposez;Précisions;Habitant;Quartier;Déposé le'
    const rows = [
      'P1;Réparer l\u2019école;Peinture de la façade;Zoé Lefèvre;Pile;03/04/2026',
      'P2;Éclairer le préau;Trois lampadaires;Anaïs Noël;Pile;28/02/2026',
    ]
    const file = join(folder, 'papier.csv')
    writeFileSync(file, Buffer.from([header, ...rows].join('\r\n').replace('\u2019', '\u0092'), 'latin1'))
    await imports.choose(file)
    await imports.counts()
    expect(await page.getByRole('combobox', { name: 'Encodage' }).inputValue()).toContain('Windows-1252')
    const sample = await imports.tab('Premières lignes')
    await sample.getByText('Réparer l’école').waitFor()
    const choose = async (column: string, field: string): Promise<void> => {
      await page.getByRole('combobox', { name: `Ce que devient la colonne « ${column} »` }).click()
      await page.getByRole('option', { name: field, exact: true }).click()
    }
    await choose('Ce que vous proposez', 'Titre')
    await choose('Précisions', 'Texte')
    await choose('Habitant', 'Nom du porteur')
    await page.getByRole('textbox', { name: 'Retenir ces correspondances' }).fill('Formulaire papier')
    expect(await imports.counts()).toEqual([2, 0, 0, 0])
    expect(await axeInBothSchemes(page)).toEqual([])
    await imports.importButton.click()
    expect(await imports.result()).toBe('2 lignes importées')
    expect((await submissions('école')).rows).toMatchObject([
      { title: 'Réparer l’école', authorName: 'Zoé Lefèvre' },
    ])

    const later = join(folder, 'papier-mars.csv')
    writeFileSync(
      later,
      Buffer.from([header, 'P3;Planter;Des arbres;Léa;Pile;01/03/2026'].join('\r\n'), 'latin1'),
    )
    await imports.choose(later)
    await page.getByText('Correspondances retenues sous le nom « Formulaire papier ».').waitFor()
    expect(await imports.counts()).toEqual([1, 0, 0, 0])
    await page.getByRole('button', { name: 'Abandonner' }).click()
  })

  it('says which column is missing when no column gives a text, and imports nothing', async () => {
    const file = join(folder, 'sans-texte.csv')
    writeFileSync(file, 'Latitude;Longitude\n50,69;3,17\n50,70;3,18')
    await imports.choose(file)
    await imports.refusal.getByText('Indiquez la colonne qui donne le titre ou le texte').waitFor()
    expect(await imports.importButton.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: 'Abandonner' }).click()
  })

  it('lists the rejected rows with their line, column and reason, and exports them all', async () => {
    const bad = [
      proposalRow(21, { title: '' }).replace('Garden 21', ''),
      proposalRow(22).replace('2026-01-12 10:00:00 +0100', 'hier'),
      proposalRow(23),
    ]
    await imports.choose(writeProposals(folder, bad, 'bad.csv'))
    expect(await imports.counts()).toEqual([1, 0, 0, 2])
    const rejections = page.getByRole('grid', { name: 'Lignes rejetées' })
    const row = (line: string) => rejections.getByRole('row').filter({ hasText: line })
    expect(await row('Le titre est vide').textContent()).toContain('2title/fr')
    expect(await row('hier').textContent()).toContain('3published_at')
    expect(await axeInBothSchemes(page)).toEqual([])

    const target = join(folder, 'rejets.xlsx')
    await window.answerDialogs(target)
    await page.getByRole('button', { name: 'Exporter les rejets…' }).click()
    await page.getByText(`Fichier enregistré : ${target}`).waitFor()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(target)
    const sheet = workbook.worksheets.find(({ name }) => name === 'Rejets')
    expect(sheet?.getRow(2).values).toMatchObject({ 1: 2, 2: 'title/fr', 4: 'Le titre est vide.' })
    expect(sheet?.getRow(3).values).toMatchObject({ 1: 3, 2: 'published_at', 3: 'hier' })
    await page.getByRole('button', { name: 'Abandonner' }).click()
  })

  it('says in place why a file cannot be read, and leaves the dossier as it was', async () => {
    const before = (await submissions()).total
    const old = join(folder, 'ancien.xlsx')
    writeFileSync(old, Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'))
    await imports.choose(old)
    await imports.refusal.getByText('ancien format d’Excel').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])

    const open = join(folder, 'guillemet.csv')
    writeFileSync(open, 'Titre;Texte\nUn;"jamais refermé\nDeux;fin')
    await imports.choose(open)
    await imports.refusal.getByText('Un guillemet ouvert').waitFor()
    expect(await imports.importButton.count()).toBe(0)
    expect((await submissions()).total).toBe(before)
  })

  it('refuses a file that changed since its preview, and reads it again on demand', async () => {
    const file = writeProposals(folder, [proposalRow(31)], 'moving.csv')
    await imports.choose(file)
    expect(await imports.counts()).toEqual([1, 0, 0, 0])
    writeProposals(folder, [proposalRow(31), proposalRow(32)], 'moving.csv')
    await imports.importButton.click()
    await imports.refusal.getByText('a été modifié depuis son aperçu').waitFor()
    await page.getByRole('button', { name: 'Relire le fichier' }).click()
    await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
    expect(await imports.result()).toBe('2 lignes importées')
  })

  it('leaves nothing of an import that was cancelled', async () => {
    const before = (await submissions()).total
    const many = Array.from({ length: 60_000 }, (_, index) => proposalRow(100_000 + index))
    await imports.choose(writeProposals(folder, many, 'many.csv'))
    await imports.importButton.filter({ hasText: '000' }).click({ timeout: 60_000 })
    await page.getByRole('main').getByRole('button', { name: 'Annuler' }).click()
    await imports.refusal.getByText('Rien n’a été importé').waitFor()
    expect((await submissions()).total).toBe(before)
    const check = await call<{ readonly sound: boolean }>(page, 'dossiers.check', {})
    expect(check.sound).toBe(true)
    await page.getByRole('button', { name: 'Abandonner' }).click()
    expect(await imports.batches()).toHaveLength(4)
  })

  it('opens the dialog from the palette', async () => {
    await window.answerDialogs(null)
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Proposition, projet, page ou action' }).fill('importer un')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/#\/imports$/)
  })

  it('speaks English as well, without a raw key', async () => {
    await call(page, 'application.savePreferences', { language: 'en' })
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor()
    await window.answerDialogs(join(folder, 'bad.csv'))
    await page.keyboard.press('o')
    await page.getByRole('grid', { name: 'Rejected rows' }).waitFor()
    expect(await page.getByRole('main').textContent()).not.toMatch(/imports\.[a-z]/)
    expect(await axeInBothSchemes(page)).toEqual([])
  })
})
