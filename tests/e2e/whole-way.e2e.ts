import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { readPdf } from '../electron/exports/documents/read-pdf.ts'
import { hasSpreadsheetProgram, recalculated } from '../electron/exports/spreadsheet-program.ts'
import { proposalRow, writeProposals } from './edition.ts'
import { keyboardOf } from './keyboard.ts'
import { launchParvis } from './launch-parvis.ts'
import { DeskPage } from './pages/desk.page-model.ts'
import { financePage } from './pages/finance.page-model.ts'
import { projectsPage } from './pages/projects.page-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-way-'))
const dossierPath = join(folder, 'grand-debat.parvis')
const { page, answerDialogs, stop } = await launchParvis({ language: 'fr' })
await page.emulateMedia({ reducedMotion: 'reduce' })
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
const { press, type, reach, fill, find } = keyboardOf(page)
const main = page.getByRole('main')
const desk = new DeskPage(page)
const projects = projectsPage(page)
const finance = financePage(page)

/** The Grand débat of the metropolis of Lille where its export is beside the project, else rows of the same shape. */
function decidimExport(): string {
  const real = join(import.meta.dirname, '../../../shared/data/decidim/lille-granddebat-proposals.csv')
  const path = join(folder, 'lille-granddebat-proposals.csv')
  if (existsSync(real)) copyFileSync(real, path)
  else {
    process.stderr.write(
      'The real export of Lille is not beside the project: made rows are imported instead\n',
    )
    writeProposals(
      folder,
      Array.from({ length: 40 }, (_, index) => proposalRow(index + 1)),
      'lille-granddebat-proposals.csv',
    )
  }
  return path
}

const exported = decidimExport()
const exportedRows: readonly Record<string, string>[] = parse(readFileSync(exported), {
  delimiter: ';',
  columns: true,
  bom: true,
})
const exportedIds = exportedRows.map(({ id }) => id)

/** Text as a person reads it: no-break spaces are spaces. */
const plain = (text: string): string => text.replace(/\s+/g, ' ')
const read = async (part: Locator): Promise<string> => plain((await part.allInnerTexts()).join(' '))

// Worked out by hand. Garden: 1 746,00 + 1 588,88 of works, 5 % of contingency, VAT at 20 %. Benches: 3 000,90 and VAT at 5,5 %.
const garden = { title: 'Jardin partagé de Wazemmes', amount: '4 201,94 €', cents: 420_194 }
const benches = { title: 'Bancs et ombre à Fives', amount: '3 165,95 €', cents: 316_595 }
const total = { amount: '7 367,89 €', cents: 736_789 }

async function pageNamed(name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Leaves the profile and enters as another person. */
async function changeTo(name: string): Promise<void> {
  await find('changer de profil', 'Changer de profil')
  await pageNamed('Qui travaille')
  await reach(page.getByRole('button', { name: new RegExp(`^${name}`) }))
  await press('Enter')
  await page
    .getByRole('banner')
    .getByRole('button', { name: new RegExp(name) })
    .waitFor()
}

/** Costs the study that is open, line by line, and concludes that it can be done. */
async function costAndConclude(
  lines: readonly (readonly string[])[],
  addOns: { readonly contingency: string },
  expected: string,
): Promise<void> {
  await press('c')
  for (const [index, fields] of lines.entries()) {
    await reach(page.locator(`[data-row="${index}"][data-column="label"]`))
    for (const field of fields) {
      await type(field)
      await press('Tab')
    }
  }
  await fill(page.getByRole('textbox', { name: 'Taux d’aléas, en pour cent' }), addOns.contingency)
  await press('Tab')
  await expect
    .poll(async () => read(page.getByRole('region', { name: /^Étude/ }).locator('header')))
    .toContain(expected)
  await press('Escape', 'r')
  await expect
    .poll(() => page.locator('#motivated-answer').evaluate((field) => field === document.activeElement))
    .toBe(true)
  await type('Réalisable par le service des espaces verts en 2027.')
  await press('Control+Enter')
  await page.getByRole('button', { name: 'Créer le projet' }).waitFor()
}

describe('the whole way, with the keyboard alone', () => {
  it('makes a dossier from five answers', async () => {
    await answerDialogs(dossierPath)
    await reach(page.getByRole('button', { name: 'Créer un dossier' }))
    await press('Enter')
    await pageNamed('Créer un dossier')
    await fill(page.getByRole('textbox', { name: '1. Quelle commune' }), 'Lille')
    await fill(page.getByRole('textbox', { name: '2. Quel titre' }), 'Budget participatif 2019')
    await fill(page.getByRole('textbox', { name: '3. Quelle enveloppe' }), '100 000')
    await reach(page.getByRole('combobox', { name: '4. Quels quartiers' }))
    for (const district of ['Wazemmes', 'Fives']) {
      await type(district)
      await press('Enter')
    }
    await fill(page.getByRole('textbox', { name: 'Votre prénom et votre nom' }), 'Camille Lefebvre')
    await press('Enter')
    await pageNamed('Accueil')
    expect(existsSync(dossierPath)).toBe(true)
  })

  it('sets a cap and exact costs in the settings, and lets finance in', async () => {
    await find('parametres', 'Paramètres')
    await pageNamed('Paramètres')
    await fill(main.getByRole('textbox', { name: /^Plafond par projet/ }), '30 000')
    await fill(main.getByRole('textbox', { name: /^Arrondi du coût publié/ }), '0')
    await reach(main.getByRole('button', { name: 'Enregistrer' }))
    await press('Enter')
    await main.getByRole('status').getByText('Modifications enregistrées').waitFor()
    await find('agents', 'Agents')
    await pageNamed('Agents')
    await reach(main.getByRole('button', { name: 'Ajouter un agent' }))
    await press('Enter')
    const form = page.getByRole('dialog', { name: 'Ajouter un agent' })
    await fill(form.getByRole('textbox', { name: 'Nom' }), 'Claude Petit')
    await reach(form.getByRole('checkbox', { name: 'Finances' }))
    await press('Space', 'Enter')
    await form.waitFor({ state: 'detached' })
    await main.getByRole('row', { name: /^Claude Petit/ }).waitFor()
  })

  it('imports a Decidim export whole', async () => {
    await answerDialogs(exported)
    await find('importer un fichier', 'Importer un fichier')
    const button = main.getByRole('button', { name: /^Importer \d/ })
    await button.waitFor()
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
    await press('Enter')
    const result = main.getByRole('heading', { level: 2, name: /lignes importées/ })
    await result.waitFor()
    expect(Number.parseInt(plain((await result.textContent()) ?? '').replace(/\s/g, ''), 10)).toBe(
      exportedIds.length,
    )
    const queue = main.getByRole('button', { name: 'Ouvrir la file des propositions' })
    await expect.poll(() => queue.evaluate((element) => element === document.activeElement)).toBe(true)
    await press('Enter')
    await pageNamed('Dépôts')
  })

  it('moderates: admissible, inadmissible with its reason and answer, to complete, merged, withdrawn, taken back', async () => {
    await desk.current('1')
    const leading = (await read(page.getByRole('article').getByRole('heading', { level: 2 }))).trim()
    await press('r')
    await desk.current('2')
    await press('r')
    await desk.current('3')
    await press('i')
    await desk.panel.waitFor()
    await press('a')
    await desk.current('4')
    await press('c')
    await desk.panel.waitFor()
    // The last letter is for what no other says.
    await press('j')
    await type('- le lieu exact')
    await press('Control+Enter')
    await desk.current('5')
    await press('f')
    const merge = page.getByRole('dialog', { name: /^Fusionner/ })
    await merge.waitFor()
    await type(leading)
    await merge.getByRole('option', { name: /^BP26-0001/ }).waitFor()
    // Others may tell as much of these words: the arrows go to the one that is meant.
    const meant = merge.getByRole('option', { name: /^BP26-0001/, selected: true })
    for (let step = 0; step < 8 && (await meant.count()) === 0; step += 1) await press('ArrowDown')
    await meant.waitFor()
    await press('Enter')
    await merge.waitFor({ state: 'detached' })
    await desk.current('6')
    await press('d')
    await desk.panel.waitFor()
    await press('Enter')
    await desk.current('7')
    await press('Control+z')
    await reach(page.getByRole('button', { name: 'Tout effacer' }))
    await press('Enter')
    await desk.grid.locator('[role="row"]', { hasText: /^1\D/ }).waitFor()
    const expected = ['Recevable', 'Recevable', 'Irrecevable', 'À compléter', 'Fusionné', 'Déposé']
    const shown = async (): Promise<readonly (string | undefined)[]> => {
      const rows = (await desk.grid.getByRole('row').allInnerTexts()).slice(1, 7)
      return rows.map(
        (row, index) => expected.filter((stage) => row.includes(stage))[0] ?? `${index}: ${row}`,
      )
    }
    await expect.poll(shown).toEqual(expected)
  })

  it('studies two proposals to the cent, and makes their projects', async () => {
    for (const { number, lines, contingency, project } of [
      {
        number: 1,
        lines: [
          ['Bacs et plantations', '12', 'u', '145,50', '20'],
          ['Clôture', '37,5', 'm', '42,37', '20'],
        ],
        contingency: '5',
        project: garden,
      },
      { number: 2, lines: [['Bancs', '6', 'u', '500,15', '5,5']], contingency: '0', project: benches },
    ]) {
      await find('etudes', 'Études')
      await pageNamed('Études')
      const row = page.getByRole('grid').getByRole('row', { name: new RegExp(`^${number} `) })
      await row.waitFor()
      // The study that was just left stays open beside the list, which holds it no more.
      if (number > 1) await press('j')
      await row.and(page.locator('[data-current]')).waitFor()
      await press('e')
      await page.getByRole('tab', { name: 'Chiffrage', disabled: false }).waitFor()
      await costAndConclude(lines, { contingency }, project.amount)
      await press('o')
      await pageNamed('Projets')
      await fill(projects.field('Titre'), project.title)
      await projects.list.getByText(project.title).waitFor()
    }
  })

  it('has the visa given by another person', async () => {
    await changeTo('Claude Petit')
    await find('finances', 'Finances')
    await pageNamed('Finances')
    await reach(finance.list)
    for (const { title, amount } of [garden, benches]) {
      await press(title === garden.title ? 'Home' : 'j')
      await finance.detail.getByRole('heading', { level: 2, name: new RegExp(title) }).waitFor()
      await press('v')
      await finance.detail.getByText('Visa accordé').first().waitFor()
      expect(await read(finance.detail)).toContain(`Accordé par Claude Petit sur ${amount}`)
    }
    expect(await read(finance.gauge)).toContain(total.amount)
  })

  it('settles the list and records the results', async () => {
    await changeTo('Camille Lefebvre')
    await find('projets', 'Projets')
    await pageNamed('Projets')
    await press('a')
    const settle = projects.dialog(/Arrêter la liste/)
    await settle.getByRole('row', { name: new RegExp(benches.title) }).waitFor()
    await type('arrêter')
    await press('Enter')
    await settle.waitFor({ state: 'detached' })
    await press('s')
    const results = projects.dialog(/Résultats du vote/)
    await fill(results.getByLabel('Nombre de votants'), '412')
    await reach(results.getByLabel(`Voix de ${garden.title}`))
    await type('250l')
    await press('Enter')
    await type('180l')
    expect(await read(results)).toContain(`2 lauréats ${total.amount}`)
    await reach(results.getByRole('button', { name: 'Enregistrer les résultats' }))
    await press('Enter')
    await results.waitFor({ state: 'detached' })
    await projects.list.getByText('Lauréat').first().waitFor()
  })

  it('writes the catalogue, the report, the workbook and the answers', async () => {
    for (const [act, file] of [
      ['produire le catalogue', 'catalogue.pdf'],
      ['produire le bilan', 'bilan.pdf'],
      ['produire le classeur complet', 'classeur.xlsx'],
      ['produire les réponses pour Decidim', 'reponses.csv'],
    ] as const) {
      const path = join(folder, file)
      await answerDialogs(path)
      await find(act, act.slice(1))
      await main
        .getByRole('button', { name: 'Enregistrer sous…' })
        .and(page.locator(':not([aria-disabled="true"])'))
        .waitFor()
      await press('Control+s')
      await main
        .getByRole('status')
        .getByText(/^Enregistré/)
        .getByText(path)
        .waitFor({ timeout: 120_000 })
    }
  })
})

describe('what was written', () => {
  it('the catalogue is tagged, titled, in French, with a bookmark and the cost of each project', async () => {
    const pdf = await readPdf(readFileSync(join(folder, 'catalogue.pdf')))
    expect(pdf).toMatchObject({ isTagged: true, language: 'fr' })
    expect(pdf.title).toContain('Budget participatif 2019')
    const titles = pdf.bookmarks.map(({ title }) => plain(title))
    for (const { title, amount } of [garden, benches]) {
      expect(titles.some((bookmark) => bookmark.includes(title))).toBe(true)
      expect(pdf.pages.map(plain).some((text) => text.includes(title) && text.includes(amount))).toBe(true)
    }
  })

  it.skipIf(!existsSync('/usr/bin/pdftotext'))(
    'poppler reads the same in the catalogue and the report',
    () => {
      for (const [file, ...words] of [
        ['catalogue.pdf', garden.title, garden.amount, benches.title, benches.amount],
        ['bilan.pdf', total.amount],
      ] as const) {
        const path = join(folder, file)
        expect(String(execFileSync('pdfinfo', [path]))).toMatch(
          /Title:\s+.*Budget participatif 2019[\s\S]*Tagged:\s+yes/,
        )
        const text = plain(String(execFileSync('pdftotext', ['-layout', path, '-'])))
        for (const word of words) expect(text).toContain(word)
      }
    },
  )

  it('the workbook gives the same amounts to the cent, as written and recalculated by LibreOffice', {
    timeout: 240_000,
  }, async () => {
    const written = join(folder, 'classeur.xlsx')
    const paths = [written]
    if (hasSpreadsheetProgram()) paths.push(await recalculated(written, folder))
    else process.stderr.write('LibreOffice is not here: recalculation of the workbook skipped\n')
    for (const path of paths) {
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(path)
      const sheet = workbook.getWorksheet('Projets')
      const header = sheet?.getRow(1).values
      const column = Array.isArray(header) ? header.findIndex((name) => /TTC/.test(String(name))) : -1
      const amounts = [2, 3].map((row) => Math.round(Number(sheet?.getRow(row).getCell(column).result) * 100))
      expect(amounts).toEqual([garden.cents, benches.cents])
      const references = workbook.getWorksheet('Registre')?.getSheetValues().flat().map(String) ?? []
      expect(references.filter((reference) => /^BP26-\d{4}$/.test(reference))).toHaveLength(
        exportedIds.length,
      )
    }
  })

  it('the answers are those of the platform’s own proposals', () => {
    const rows: readonly Record<string, string>[] = parse(readFileSync(join(folder, 'reponses.csv')), {
      delimiter: ';',
      columns: true,
      bom: true,
    })
    expect(rows.map(({ state }) => state).sort()).toEqual(['accepted', 'accepted', 'rejected'])
    for (const { id } of rows) expect(exportedIds).toContain(id)
  })
})
