import {
  firstDataRow,
  lettersOf,
  quotedText,
  type SheetRange,
  sheetRange,
} from '../../../shared/domain/reports/cell-reference.ts'
import type { ReportColumn, ReportRow, ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import type { BudgetReport, BudgetReportProject } from '../../../shared/read-models/reports.ts'
import type { Wording } from './wording.ts'

/** The two sheets that all the others add up: projects, and their VAT per rate. */
export interface BudgetProjects {
  readonly at: SheetRange
  readonly vatAt: SheetRange
  readonly vatSheet: ReportSheet
  /** The sheet of projects; `projectCapCell` is where the cap is written, `null` without a cap. */
  readonly sheet: (projectCapCell: string | null) => ReportSheet
}

/** Lays out the projects. What a project costs is the sum of its VAT rows: bases for HT, VAT for the tax. */
export function budgetProjects(budget: BudgetReport, wording: Wording): BudgetProjects {
  const { column, sheetName, t } = wording
  const name = sheetName('budgetProjects')
  const columns: readonly ReportColumn[] = [
    column('number', 'integer', 8),
    column('title', 'text', 40),
    column('ballotNumber', 'integer', 9),
    column('district', 'text', 21),
    column('theme', 'text', 21),
    column('stage', 'text', 18),
    column('amountExclVat', 'amount', 16, { total: 'sum' }),
    column('vat', 'amount', 14, { total: 'sum' }),
    column('amountInclVat', 'amount', 16, { total: 'sum' }),
    column('annualRunningCost', 'amount', 17, { total: 'sum' }),
    column('capCheck', 'text', 18),
    column('visa', 'text', 15),
    column('visaBy', 'text', 18),
    column('visaOn', 'datetime', 17),
  ]
  const vatName = sheetName('projectVat')
  const vatColumns: readonly ReportColumn[] = [
    column('number', 'integer', 8),
    column('title', 'text', 48),
    column('vatRate', 'percent', 12),
    column('base', 'amount', 18, { total: 'sum' }),
    column('vat', 'amount', 18, { total: 'sum' }),
  ]
  const vatRows: ReportRow[] = []
  const spans = budget.projects.map((project) => {
    const from = vatRows.length
    for (const { rateBasisPoints, base, vat } of project.vatByRate) {
      vatRows.push({ number: project.number, title: project.title, vatRate: rateBasisPoints, base, vat })
    }
    return { from, to: vatRows.length - 1 }
  })
  const vatAt = sheetRange(vatName, vatColumns, vatRows.length)
  const sumOf = (key: string, span: { readonly from: number; readonly to: number }) =>
    span.to < span.from
      ? '0'
      : `ROUND(SUM(${vatAt.cell(key, span.from)}:${vatAt.cell(key, span.to).split('!')[1] ?? ''}),2)`

  const rowOf = (project: BudgetReportProject, index: number, projectCapCell: string | null): ReportRow => {
    const own = (key: string) => `${lettersOf(columns, key)}${firstDataRow + index}`
    const span = spans[index] ?? { from: 0, to: -1 }
    return {
      number: project.number,
      title: project.title,
      ballotNumber: project.ballotNumber,
      district: project.districtName ?? t('labels.noDistrict'),
      theme: project.themeName ?? t('labels.noTheme'),
      stage: t(`labels.stage.${project.stage}`),
      ...(project.amountInclVat === null
        ? {}
        : {
            amountExclVat: {
              formula: sumOf('base', span),
              cachedValue: project.amountExclVat ?? 0,
            },
            vat: { formula: sumOf('vat', span), cachedValue: project.vat ?? 0 },
            amountInclVat: {
              formula: `ROUND(${own('amountExclVat')}+${own('vat')},2)`,
              cachedValue: project.amountInclVat,
            },
          }),
      annualRunningCost: project.annualRunningCost,
      capCheck:
        projectCapCell === null
          ? null
          : capCheck(project, budget, own('amountInclVat'), projectCapCell, wording),
      visa: t(`labels.visa.${project.visaState}`),
      visaBy: project.visaByName,
      visaOn: project.visaAt,
    }
  }
  const totalLabel = t('workbooks.totalShown')
  return {
    at: sheetRange(name, columns, budget.projects.length),
    vatAt,
    vatSheet: {
      name: vatName,
      columns: vatColumns,
      rows: vatRows,
      frozenColumns: 2,
      linesPerRow: 2,
      totalLabel,
    },
    sheet: (projectCapCell) => ({
      name,
      columns,
      rows: budget.projects.map((project, index) => rowOf(project, index, projectCapCell)),
      frozenColumns: 2,
      totalLabel,
    }),
  }
}

function capCheck(
  project: BudgetReportProject,
  budget: BudgetReport,
  amountCell: string,
  capCell: string,
  { t }: Wording,
): ReportRow[string] {
  const words = {
    over: t('workbooks.cap.over'),
    within: t('workbooks.cap.within'),
    without: t('workbooks.cap.without'),
  }
  const over = `IF(${amountCell}>${capCell},${quotedText(words.over)},${quotedText(words.within)})`
  const amount = project.amountInclVat
  const isOver = amount !== null && budget.projectCap !== null && amount > budget.projectCap
  return {
    formula: `IF(${amountCell}="",${quotedText(words.without)},${over})`,
    cachedValue: amount === null ? words.without : isOver ? words.over : words.within,
  }
}
