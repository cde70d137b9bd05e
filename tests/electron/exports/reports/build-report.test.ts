import ExcelJS, { type Workbook } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { buildReport } from '../../../../electron/exports/reports/build-report.ts'
import { reports, type WorkbookId } from '../../../../electron/exports/reports/index.ts'
import { writeXlsx } from '../../../../electron/exports/writers/xlsx.writer.ts'
import { isFormulaCell } from '../../../../shared/domain/reports/report-document.ts'
import { en } from '../../../../shared/messages/en/index.ts'
import { workbooks as enWords } from '../../../../shared/messages/en/workbooks.ts'
import { workbooks as frWords } from '../../../../shared/messages/fr/workbooks.ts'
import type { ReportContext } from '../../../../shared/read-models/reports.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { sampleBudget, sampleContext, sampleSources, sampleStudies } from './sample-sources.ts'

const inFolder = temporaryFolder()

async function written(id: WorkbookId, context: ReportContext = sampleContext): Promise<Workbook> {
  const path = inFolder(`${id}-${context.language}.xlsx`)
  await writeXlsx(await buildReport(id, sampleSources(), context), path)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook
}

function cellsOf(workbook: Workbook, sheetName: string, row: number): unknown[] {
  const sheet = workbook.getWorksheet(sheetName)
  if (sheet === undefined) throw new Error(`No sheet ${sheetName}`)
  const cells: unknown[] = []
  sheet.getRow(row).eachCell({ includeEmpty: true }, (cell) => cells.push(cell.value))
  return cells
}

function keysOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null ? keysOf(inner, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

describe('the workbooks', () => {
  it('name their sheets in the language of the reader', async () => {
    const names = async (language: 'fr' | 'en') =>
      (await written('workbook', { ...sampleContext, language })).worksheets.map(({ name }) => name)
    expect(await names('fr')).toEqual([
      'Lisez-moi',
      'Registre',
      'Modération',
      'Études',
      'Lignes de coût',
      'TVA des études',
      'Budget',
      'Projets',
      'Budget par quartier',
      'Budget par thème',
      'Budget par état',
      'Budget par taux de TVA',
      'TVA des projets',
      'Contrôles du budget',
      'Chiffres clés',
      'Répartitions',
      'Dépôts par jour',
      'Rencontres',
    ])
    expect((await names('en')).slice(0, 3)).toEqual(['Read me', 'Register', 'Moderation'])
  })

  it('have a word for every key in both languages', async () => {
    expect(keysOf(enWords)).toEqual(keysOf(frWords))
    for (const language of ['fr', 'en'] as const) {
      const document = await buildReport('workbook', sampleSources(), { ...sampleContext, language })
      const words = [
        document.title,
        ...document.sheets.flatMap(({ name, columns }) => [name, ...columns.map(({ header }) => header)]),
        ...(document.readMe?.notes.flatMap(({ label, text }) => [label, text]) ?? []),
      ]
      expect(words.filter((word) => word === '' || /(workbooks|labels)\.|\{\{/.test(word))).toEqual([])
    }
    expect(en.workbooks).toBe(enWords)
  })

  it('each have a name of their own, words for it, and sheets with distinct legal names', async () => {
    for (const { id } of reports) {
      const { sheets } = await buildReport(id, sampleSources(), sampleContext)
      const names = sheets.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter((name) => name.length > 31 || /[:\\/?*[\]]/.test(name))).toEqual([])
    }
  })

  it('say where they come from, when they were made, and that a demonstration is one', async () => {
    const sheet = (await written('register')).getWorksheet('Lisez-moi')
    const notes = new Map<string, string>()
    sheet?.eachRow((row) => notes.set(String(row.getCell(1).value), String(row.getCell(2).value)))
    expect(notes.get('Date d’édition')).toBe('1er juillet 2026, 00 h 30 (heure de Europe/Paris)')
    expect(notes.get('Démonstration')).toContain('inventés')
    expect(notes.get('Source')).toContain('Parvis 0.1.0')
    expect(notes.get('Textes coupés')).toBe('Registre F4 (Texte)')
  })

  it('reads only the sources that the report needs', async () => {
    const refuse = () => expect.unreachable()
    const sources = { ...sampleSources(), register: refuse, moderation: refuse, feasibility: refuse }
    await buildReport('budget', sources, sampleContext)
  })
})

describe('the register', () => {
  it('gives one row per submission, with true local dates and codes as text (I18, I19)', async () => {
    const workbook = await written('register')
    const cells = cellsOf(workbook, 'Registre', 2)
    expect(cells.slice(0, 5)).toEqual([
      'BP26-0001',
      'Verger partagé au parc des Longues-Allées',
      1,
      new Date('2026-01-31T23:59:00Z'),
      'Papier',
    ])
    expect(cells[19]).toBe('01200')
    expect(workbook.getWorksheet('Registre')?.autoFilter).toBe('A1:T41')
    // A summer deposit, two hours from UTC.
    expect(cellsOf(workbook, 'Registre', 3)[3]).toEqual(new Date('2026-06-30T23:59:00Z'))
  })
})

describe('the moderation', () => {
  it('counts days since the deposit by the calendar of the town, and spreads the fifteen questions', async () => {
    const workbook = await written('moderation')
    const header = cellsOf(workbook, 'Modération', 1)
    const cells = cellsOf(workbook, 'Modération', 2)
    expect(header[13]).toBe('Réponse envoyée le')
    expect(header.slice(14)).toHaveLength(15)
    expect(header[14]).toBe('R1 Le porteur remplit les conditions')
    // From 31 January to 1 July.
    expect([cells[2], cells[3]]).toEqual([new Date('2026-01-31T00:00:00Z'), 151])
    expect(cells[13]).toEqual(new Date('2026-03-30T00:00:00Z'))
    expect([cells[14], cells[19]]).toEqual(['Oui', 'À préciser\nVoir avec la métropole'])
  })
})

describe('the feasibility', () => {
  it('works out the reference estimate by formulas of lines, add-ons and VAT (I6)', async () => {
    const workbook = await written('feasibility')
    const [study] = sampleStudies()
    const amount = (row: number) => cellsOf(workbook, 'Lignes de coût', row)[9]
    expect(amount(2)).toEqual({ formula: 'ROUND(E2*G2,2)', result: 3400 })
    expect(amount(6)).toMatchObject({ formula: 'ROUND((SUM(J2:J5))*H6,2)' })
    expect(amount(8)).toBe(900)
    expect(cellsOf(workbook, 'Études', 2).slice(7, 10)).toEqual([
      {
        formula: "ROUND(SUM('Lignes de coût'!$J$2:$J$8),2)",
        result: (study?.estimate.amountExclVat ?? 0) / 100,
      },
      { formula: "ROUND(SUM('TVA des études'!$E$2:$E$4),2)", result: (study?.estimate.vat ?? 0) / 100 },
      { formula: 'ROUND(H2+I2,2)', result: (study?.estimate.amountInclVat ?? 0) / 100 },
    ])
  })
})

describe('the budget', () => {
  it('adds up projects by live formulas, and its checks read 0', async () => {
    const workbook = await written('budget')
    const total = sampleBudget().projects.reduce((sum, { amountInclVat }) => sum + (amountInclVat ?? 0), 0)
    expect(cellsOf(workbook, 'Budget', 5)).toEqual([
      'Total des projets TTC',
      { formula: "ROUND(SUM('Projets'!$I$2:$I$16),2)", result: total / 100 },
    ])
    expect(cellsOf(workbook, 'Budget par quartier', 2)[4]).toMatchObject({
      formula: "ROUND(SUMIFS('Projets'!$I$2:$I$16,'Projets'!$D$2:$D$16,$A2),2)",
    })
    const document = await buildReport('budget', sampleSources(), sampleContext)
    const checks = document.sheets.find(({ name }) => name === 'Contrôles du budget')
    const gaps = []
    for await (const { gap } of checks?.rows ?? []) gaps.push(gap)
    expect(gaps).toHaveLength(12)
    expect(gaps.at(-1)).toEqual({ formula: 'ROUND(SUMPRODUCT(ABS(D2:D12)),2)', cachedValue: 0 })
    expect(gaps.filter((gap) => !isFormulaCell(gap) || gap.cachedValue !== 0)).toEqual([])
  })

  it('says which projects exceed the cap or have no estimate', async () => {
    const workbook = await written('budget')
    const word = (row: number) => cellsOf(workbook, 'Projets', row)[10]
    expect(word(2)).toEqual({
      formula: `IF(I2="","Sans estimation",IF(I2>'Budget'!$B$9,"Dépasse le plafond","Dans le plafond"))`,
      result: 'Dans le plafond',
    })
    expect(word(16)).toMatchObject({ result: 'Sans estimation' })
  })
})
