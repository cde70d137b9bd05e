import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { readPdf } from '../electron/exports/documents/read-pdf.ts'
import { axeInBothSchemes } from './axe.ts'
import { givenEdition } from './edition.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { reportsPage } from './pages/reports.page-model.ts'

const window = await launchWithDossier()
const { page, folder } = window
const reports = reportsPage(window)
const pdfinfo = '/usr/bin/pdfinfo'
afterAll(window.stop)

describe('the reports page', () => {
  it('says that there is nothing to publish yet, and where to begin', async () => {
    await page.getByRole('link', { name: 'Rapports' }).click()
    await page.getByText('Rien à publier pour le moment').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
    await page.getByRole('link', { name: 'Importer des propositions' }).click()
    await page.getByRole('heading', { level: 1, name: 'Importer' }).waitFor()
    await givenEdition(window, { count: 9, feasible: 4 })
  })

  it('shows the pages of the catalogue and saves the same ones, tagged', async () => {
    await reports.open('Catalogue des projets')
    const pages = await reports.previewedPages()
    await page.getByText(/^4 projets, \d+ pages — roubaix_.*_catalogue_\d{4}-\d\d-\d\d\.pdf$/).waitFor()
    await page
      .getByRole('region', { name: `Page 1 sur ${pages}` })
      .getByText('Budget participatif')
      .first()
      .waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])

    const target = join(folder, 'catalogue.pdf')
    await reports.saveAs(target)
    await page.getByRole('button', { name: 'Ouvrir le fichier' }).waitFor()
    await page.getByRole('button', { name: 'Afficher dans le dossier' }).waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
    const pdf = await readPdf(readFileSync(target))
    expect(pdf.pages).toHaveLength(pages)
    expect(pdf).toMatchObject({ isTagged: true, language: 'fr' })
    if (existsSync(pdfinfo)) expect(String(execFileSync(pdfinfo, [target]))).toMatch(/Tagged:\s+yes/)
  })

  it('remembers paper and layout, and prints them', async () => {
    await page.getByRole('radio', { name: 'A5' }).press('Space')
    await page.getByRole('radio', { name: 'Une demi-page' }).press('Space')
    await reports.previewedPages()
    await reports.open('Chiffres clés')
    await reports.open('Catalogue des projets')
    expect(await page.getByRole('radio', { name: 'A5' }).isChecked()).toBe(true)
    const target = join(folder, 'livret.pdf')
    await reports.saveAs(target)
    if (existsSync(pdfinfo)) expect(String(execFileSync(pdfinfo, [target]))).toMatch(/A5|419\.\d+ x 595/)
  })

  it('previews the report and moves from document to document by keyboard', async () => {
    await reports.open('Catalogue des projets')
    await reports.previewedPages()
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('j')
    await page.getByRole('heading', { level: 2, name: 'Bilan' }).waitFor()
    expect(await reports.previewedPages()).toBeGreaterThan(1)
    expect(await axeInBothSchemes(page)).toEqual([])
    await page.keyboard.press('j')
    await page.getByRole('heading', { level: 2, name: 'Registre des propositions' }).waitFor()
  })

  it('shows the sheets of a workbook before it writes them', async () => {
    await reports.open('Budget des projets')
    await page.getByRole('tab', { name: 'Projets', exact: true }).click()
    const sheet = page.getByRole('region', { name: 'Projets', exact: true })
    await sheet.getByRole('cell', { name: 'En attente de visa finances' }).first().waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])

    const target = join(folder, 'budget.xlsx')
    await reports.saveAs(target)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(target)
    expect(workbook.getWorksheet('Projets')?.getRow(2).values).toContain('En attente de visa finances')
  })

  it('says what the answers for Decidim hold, and writes just those', async () => {
    await reports.open('Réponses pour Decidim')
    await page.getByText('5 réponses dans le fichier').waitFor()
    await page.getByText('4 propositions sans réponse à envoyer').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
    const target = join(folder, 'reponses.csv')
    await reports.saveAs(target)
    const rows: readonly Record<string, string>[] = parse(readFileSync(target), {
      delimiter: ';',
      columns: true,
      bom: true,
    })
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['1', 'accepted'],
      ['2', 'accepted'],
      ['3', 'accepted'],
      ['4', 'accepted'],
      ['5', 'rejected'],
    ])
  })

  it('refuses in place a folder that is not there, and keeps the previous file when cancelled', async () => {
    await reports.open('Catalogue des projets')
    await reports.previewedPages()
    await window.answerDialogs(join(folder, 'absent', 'catalogue.pdf'))
    await page.keyboard.press('Control+s')
    await reports.refusal.getByText('n’existe pas ou n’est plus accessible').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])

    const target = join(folder, 'catalogue.pdf')
    writeFileSync(target, 'la version précédente')
    await window.answerDialogs(target)
    await page.keyboard.press('Control+s')
    await page.getByRole('main').getByRole('button', { name: 'Annuler' }).click()
    await reports.save.waitFor()
    expect(readFileSync(target, 'utf8')).toBe('la version précédente')
  })

  it('says by a notice where a file went whose page was left', async () => {
    const target = join(folder, 'bilan.pdf')
    await reports.open('Bilan')
    await reports.previewedPages()
    await window.answerDialogs(target)
    await page.keyboard.press('Control+s')
    await page.getByRole('main').getByRole('button', { name: 'Annuler' }).waitFor()
    await page.getByRole('link', { name: 'Accueil' }).click()
    await page.getByText(`Fichier enregistré : ${target}`).waitFor()
    expect((await readPdf(readFileSync(target))).isTagged).toBe(true)
  })

  it('opens a document from the palette', async () => {
    await page.keyboard.press('Control+k')
    await page
      .getByRole('textbox', { name: 'Proposition, projet, page ou action' })
      .fill('produire le classeur')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Classeur complet' }).waitFor()
  })

  it('lets a reader look and says who may save', async () => {
    const reader = await call<{ readonly id: string }>(page, 'people.add', {
      name: 'Dominique',
      roles: ['reader'],
    })
    await call(page, 'people.signIn', { personId: reader.id })
    await page.reload()
    await page.getByRole('heading', { level: 2, name: 'Classeur complet' }).waitFor()
    expect(await reports.save.getAttribute('aria-disabled')).toBe('true')
    const reason = await reports.save.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${reason}"]`).textContent()).toContain('Responsable')
  })

  it('speaks English as well, without a raw key', async () => {
    await call(page, 'application.savePreferences', { language: 'en' })
    await page.reload()
    for (const document of ['Catalogue of projects', 'Whole workbook', 'Answers for Decidim']) {
      await page.getByRole('link', { name: document }).click()
      await page.getByRole('heading', { level: 2, name: document }).waitFor()
      expect(await page.getByRole('main').textContent()).not.toMatch(/reports\.[a-z]/)
    }
    expect(await axeInBothSchemes(page)).toEqual([])
  })
})
