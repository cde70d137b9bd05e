import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { buildReport } from '../../../../electron/exports/reports/build-report.ts'
import type { WorkbookId } from '../../../../electron/exports/reports/index.ts'
import { writeXlsx } from '../../../../electron/exports/writers/xlsx.writer.ts'
import { type AddOnFigures, workOutEstimate } from '../../../../shared/domain/finance/estimate.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import {
  isFormulaCell,
  type ReportDocument,
  type ReportRow,
} from '../../../../shared/domain/reports/report-document.ts'
import type { ReportContext, ReportSources } from '../../../../shared/read-models/reports.ts'
import { hasSpreadsheetProgram, recalculated } from '../spreadsheet-program.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { hostileNames, sampleContext, sampleSources, sampleStudies } from './sample-sources.ts'

const inFolder = temporaryFolder()
const isInstalled = hasSpreadsheetProgram()
if (!isInstalled) process.stderr.write('LibreOffice is not here: recalculation of the workbooks skipped\n')

/** The same document with every cached value wrong: only a real recalculation can give ours back. */
function withoutCachedValues(document: ReportDocument): ReportDocument {
  async function* spoiled(rows: ReportDocument['sheets'][number]['rows']): AsyncGenerator<ReportRow> {
    for await (const row of rows) {
      yield Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [
          key,
          isFormulaCell(cell) ? { formula: cell.formula, cachedValue: -987_654 } : cell,
        ]),
      )
    }
  }
  return { ...document, sheets: document.sheets.map((sheet) => ({ ...sheet, rows: spoiled(sheet.rows) })) }
}

type Results = Readonly<Record<string, string | number>>

/** Value of every formula of a workbook by sheet and address; amounts in whole cents, so that a gap shows. */
async function formulaResults(path: string): Promise<Results> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const results: Record<string, string | number> = {}
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type !== ExcelJS.ValueType.Formula) return
        // ExcelJS reads a result of 0 as none.
        const result = cell.result ?? 0
        const value = typeof result === 'number' ? Math.round(result * 1e6) / 1e4 : JSON.stringify(result)
        results[`${sheet.name}!${cell.address}`] = value
      })
    })
  }
  return results
}

async function compare(
  name: string,
  id: WorkbookId,
  sources: ReportSources,
  context: ReportContext = sampleContext,
): Promise<{ readonly ours: Results; readonly theirs: Results }> {
  const ours = inFolder(`${name}/ours.xlsx`)
  await mkdir(dirname(ours))
  const spoiled = inFolder(`${name}/spoiled.xlsx`)
  await writeXlsx(await buildReport(id, sources, context), ours)
  await writeXlsx(withoutCachedValues(await buildReport(id, sources, context)), spoiled)
  return {
    ours: await formulaResults(ours),
    theirs: await formulaResults(await recalculated(spoiled, dirname(ours))),
  }
}

describe.skipIf(!isInstalled)('I6: recalculated by another program', { timeout: 120_000 }, () => {
  it('the whole workbook gives our figures to the cent', async () => {
    const { ours, theirs } = await compare('workbook', 'workbook', sampleSources())
    expect(Object.keys(ours).length).toBeGreaterThan(300)
    expect(theirs).toEqual(ours)
  })

  it('the budget gives our figures whatever the names of the districts', async () => {
    const context = { ...sampleContext, language: 'en' } as const
    const { ours, theirs } = await compare('hostile', 'budget', sampleSources(hostileNames), context)
    expect(theirs).toEqual(ours)
  })

  it('an empty budget and an empty list of studies work out to nothing', async () => {
    const sources: ReportSources = {
      ...sampleSources(),
      feasibility: async () => [],
      budget: async () => ({ envelope: null, projectCap: null, districts: [], themes: [], projects: [] }),
    }
    for (const id of ['budget', 'feasibility'] as const) {
      const { ours, theirs } = await compare(`empty-${id}`, id, sources)
      expect(theirs).toEqual(ours)
    }
  })

  it('lines, add-ons and VAT that fall on half cents round as ours do', async () => {
    const [template] = sampleStudies()
    if (template === undefined) throw new Error('no sample study')
    // A generator of its own, so that each run tries the same hard cases.
    let seed = 20_260_301
    const next = (limit: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % limit
    }
    const rates = [2000, 1000, 550, 850, 210, 0]
    const studies = Array.from({ length: 150 }, (_, index) => {
      const costLines = Array.from({ length: 1 + next(5) }, () => ({
        label: 'Ligne',
        unit: 'u',
        // Odd multiples of five thousandths times whole cents give exact halves.
        quantityThousandths: next(2) === 0 ? 5 * (2 * next(4000) + 1) : next(100_000),
        unitPriceTenThousandths: next(2) === 0 ? 100 * next(50_000) : next(5_000_000),
        vatRateBasisPoints: rates[next(rates.length)] ?? 0,
      }))
      const addOns: AddOnFigures = {
        contingencyBasisPoints: 50 * next(30),
        designFeeBasisPoints: 25 * next(48),
        designFeeBase: next(2) === 0 ? 'works' : 'works-and-contingency',
        preliminaryStudies: cents(next(2) * next(500_000)),
        addOnVatRateBasisPoints: 2000,
      }
      return {
        ...template,
        number: index + 1,
        reference: `BP26-${index}`,
        costLines,
        addOns,
        estimate: workOutEstimate(costLines, addOns),
      }
    })
    const sources: ReportSources = { ...sampleSources(), feasibility: async () => studies }
    const { ours, theirs } = await compare('halves', 'feasibility', sources)
    expect(theirs).toEqual(ours)
  })
})
