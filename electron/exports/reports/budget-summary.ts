import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { type Cents, cents, sumCents } from '../../../shared/domain/money/cents.ts'
import { quotedText, sheetRange } from '../../../shared/domain/reports/cell-reference.ts'
import type { ReportCell, ReportRow, ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import type { BudgetReport, BudgetReportProject } from '../../../shared/read-models/reports.ts'
import type { BudgetProjects } from './budget-projects.ts'
import { sumOf } from './budget-sums.ts'
import type { Wording } from './wording.ts'

/** Stages of the projects that won and were not given up. */
export const winningStages: readonly Stage[] = ['winner', 'delivered']

/** Totals of projects in cents, those without an estimate left out. */
export function totalOf(
  projects: readonly BudgetReportProject[],
  amount: (project: BudgetReportProject) => Cents | null,
): Cents {
  return sumCents(projects.map(amount).filter((value) => value !== null))
}

/** Total of the winning projects, incl. VAT. */
export function winnersTotalOf(budget: BudgetReport): Cents {
  const winners = budget.projects.filter(({ stage }) => winningStages.includes(stage))
  return totalOf(winners, ({ amountInclVat }) => amountInclVat)
}

/** Formula of the winning projects' total. */
export function winnersFormula({ at }: BudgetProjects, { t }: Wording): string {
  const sums = winningStages.map((stage) => {
    const label = quotedText(t(`labels.stage.${stage}`))
    return `SUMIFS(${at.column('amountInclVat')},${at.column('stage')},${label})`
  })
  return `ROUND(${sums.join('+')},2)`
}

/** The first sheet of the budget: envelope, totals and what remains. */
export function budgetSummary(
  budget: BudgetReport,
  projects: BudgetProjects,
  wording: Wording,
): { readonly sheet: ReportSheet; readonly projectCapCell: string | null } {
  const { column, sheetName, t } = wording
  const name = sheetName('budgetSummary')
  const columns = [column('item', 'text', 44), column('amount', 'amount', 22)]
  const here = sheetRange(name, columns, 1)
  const { at } = projects
  const total = totalOf(budget.projects, ({ amountInclVat }) => amountInclVat)
  const winnersTotal = winnersTotalOf(budget)
  const districtEnvelopes = budget.districts.map(({ envelope }) => envelope).filter((value) => value !== null)
  const live = (formula: string, cachedValue: Cents): ReportCell => ({ formula, cachedValue })
  const minus = (from: number, what: number) =>
    `ROUND(${here.cell('amount', from)}-${here.cell('amount', what)},2)`
  const remainingAfter = (row: number, amount: Cents): ReportCell =>
    budget.envelope === null ? null : live(minus(0, row), cents(budget.envelope - amount))

  const items: readonly (readonly [string, ReportCell])[] = [
    ['envelope', budget.envelope],
    [
      'amountExclVat',
      live(
        sumOf(at.column('amountExclVat')),
        totalOf(budget.projects, (p) => p.amountExclVat),
      ),
    ],
    [
      'vat',
      live(
        sumOf(at.column('vat')),
        totalOf(budget.projects, (p) => p.vat),
      ),
    ],
    ['total', live(sumOf(at.column('amountInclVat')), total)],
    ['remaining', remainingAfter(3, total)],
    ['winnersTotal', live(winnersFormula(projects, wording), winnersTotal)],
    ['winnersRemaining', remainingAfter(5, winnersTotal)],
    ['projectCap', budget.projectCap],
    [
      'annualRunningCost',
      live(
        sumOf(at.column('annualRunningCost')),
        totalOf(budget.projects, (p) => p.annualRunningCost),
      ),
    ],
    ...(districtEnvelopes.length === 0 ? [] : [['districtEnvelopes', sumCents(districtEnvelopes)] as const]),
  ]
  const rows = items.map(([key, amount]): ReportRow => ({ item: t(`workbooks.budget.${key}`), amount }))
  return {
    sheet: { name, columns, rows },
    projectCapCell: budget.projectCap === null ? null : here.cell('amount', 7),
  }
}
