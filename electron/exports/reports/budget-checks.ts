import type { Cents } from '../../../shared/domain/money/cents.ts'
import { firstDataRow } from '../../../shared/domain/reports/cell-reference.ts'
import type { ReportRow, ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import type { BudgetReport } from '../../../shared/read-models/reports.ts'
import type { BudgetBreakdown } from './budget-breakdown.ts'
import type { BudgetProjects } from './budget-projects.ts'
import { totalOf, winnersFormula, winnersTotalOf } from './budget-summary.ts'
import { sumOf } from './budget-sums.ts'
import type { BudgetVat } from './budget-vat.ts'
import type { Wording } from './wording.ts'

/** The totals that the workbook works out, beside those that Parvis worked out in whole cents. The last row adds up the gaps. */
export function budgetChecks(
  budget: BudgetReport,
  projects: BudgetProjects,
  breakdowns: readonly BudgetBreakdown[],
  rates: BudgetVat,
  wording: Wording,
): ReportSheet {
  const { column, sheetName, t } = wording
  const { at } = projects
  const exclVat = totalOf(budget.projects, (project) => project.amountExclVat)
  const vat = totalOf(budget.projects, (project) => project.vat)
  const inclVat = totalOf(budget.projects, (project) => project.amountInclVat)
  const keys = { district: 'byDistrict', theme: 'byTheme', stage: 'byStage' } as const
  const checks: readonly (readonly [string, string, Cents])[] = [
    ['exclVat', sumOf(at.column('amountExclVat')), exclVat],
    ['vat', sumOf(at.column('vat')), vat],
    ['inclVat', sumOf(at.column('amountInclVat')), inclVat],
    ['sum', `ROUND(SUM(${at.column('amountExclVat')})+SUM(${at.column('vat')}),2)`, inclVat],
    ...breakdowns.map(
      ({ group, at: table }) => [keys[group.key], sumOf(table.column('amountInclVat')), inclVat] as const,
    ),
    ['vatBases', sumOf(rates.at.column('base')), exclVat],
    ['vatAmounts', sumOf(rates.at.column('vat')), vat],
    [
      'runningCost',
      sumOf(at.column('annualRunningCost')),
      totalOf(budget.projects, (project) => project.annualRunningCost),
    ],
    ['winners', winnersFormula(projects, wording), winnersTotalOf(budget)],
  ]
  const rows = checks.map(([key, formula, expected], index): ReportRow => {
    const row = firstDataRow + index
    return {
      check: t(`workbooks.check.${key}`),
      inWorkbook: { formula, cachedValue: expected },
      inParvis: expected,
      gap: { formula: `ROUND(B${row}-C${row},2)`, cachedValue: 0 },
    }
  })
  const lastRow = firstDataRow + checks.length - 1
  const allGaps: ReportRow = {
    check: t('workbooks.check.allGaps'),
    gap: { formula: `ROUND(SUMPRODUCT(ABS(D${firstDataRow}:D${lastRow})),2)`, cachedValue: 0 },
  }
  return {
    name: sheetName('budgetChecks'),
    columns: [
      column('check', 'text', 40),
      column('inWorkbook', 'amount', 20),
      column('inParvis', 'amount', 20),
      column('gap', 'amount', 20),
    ],
    rows: [...rows, allGaps],
  }
}
