import { stages } from '../../../shared/domain/lifecycle/stage.ts'
import { type Cents, cents } from '../../../shared/domain/money/cents.ts'
import {
  firstDataRow,
  lettersOf,
  type SheetRange,
  sheetRange,
} from '../../../shared/domain/reports/cell-reference.ts'
import type { ReportCell, ReportRow, ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import type { BudgetReport, BudgetReportProject } from '../../../shared/read-models/reports.ts'
import type { BudgetProjects } from './budget-projects.ts'
import { totalOf } from './budget-summary.ts'
import { arePlainCriteria, countWhere, sumWhere } from './budget-sums.ts'
import type { Wording } from './wording.ts'

/** One way to split the projects. `labels` in the order printed; `labelOf` is what the row of a project says. */
export interface BudgetGroup {
  readonly key: 'district' | 'theme' | 'stage'
  readonly sheetKey: string
  readonly labels: readonly string[]
  readonly labelOf: (project: BudgetReportProject) => string
  readonly envelopes: ReadonlyMap<string, Cents> | null
}

/** By district, by theme and by state: those of the démarche first, in its order, then whatever else projects bear. */
export function budgetGroups(budget: BudgetReport, { t }: Wording): readonly BudgetGroup[] {
  const districtOf = (project: BudgetReportProject) => project.districtName ?? t('labels.noDistrict')
  const themeOf = (project: BudgetReportProject) => project.themeName ?? t('labels.noTheme')
  const stageOf = (project: BudgetReportProject) => t(`labels.stage.${project.stage}`)
  const presentStages = stages.filter((stage) => budget.projects.some((project) => project.stage === stage))
  const labels = (known: readonly string[], labelOf: BudgetGroup['labelOf']) => [
    ...new Set([...known, ...budget.projects.map(labelOf)]),
  ]
  const envelopes = new Map<string, Cents>()
  for (const { name, envelope } of budget.districts) if (envelope !== null) envelopes.set(name, envelope)
  return [
    {
      key: 'district',
      sheetKey: 'budgetByDistrict',
      labels: labels(
        budget.districts.map(({ name }) => name),
        districtOf,
      ),
      labelOf: districtOf,
      envelopes: envelopes.size === 0 ? null : envelopes,
    },
    {
      key: 'theme',
      sheetKey: 'budgetByTheme',
      labels: labels(
        budget.themes.map(({ name }) => name),
        themeOf,
      ),
      labelOf: themeOf,
      envelopes: null,
    },
    {
      key: 'stage',
      sheetKey: 'budgetByStage',
      labels: presentStages.map((stage) => t(`labels.stage.${stage}`)),
      labelOf: stageOf,
      envelopes: null,
    },
  ]
}

/** The table of one group, and where it lies. */
export interface BudgetBreakdown {
  readonly group: BudgetGroup
  readonly at: SheetRange
  readonly sheet: ReportSheet
}

/** One row per label: count, HT, VAT, TTC and running cost by live formulas; envelope and what remains of it where there are any. */
export function budgetBreakdown(
  group: BudgetGroup,
  budget: BudgetReport,
  projects: BudgetProjects,
  wording: Wording,
): BudgetBreakdown {
  const { column, sheetName, t } = wording
  const name = sheetName(group.sheetKey)
  const columns = [
    column(group.key, 'text', 34),
    column('projects', 'integer', 11, { total: 'sum' }),
    column('amountExclVat', 'amount', 18, { total: 'sum' }),
    column('vat', 'amount', 16, { total: 'sum' }),
    column('amountInclVat', 'amount', 18, { total: 'sum' }),
    column('annualRunningCost', 'amount', 18, { total: 'sum' }),
    ...(group.envelopes === null
      ? []
      : [column('envelope', 'amount', 18, { total: 'sum' }), column('remaining', 'amount', 18)]),
  ]
  const plain = arePlainCriteria(group.labels)
  const labelsRange = projects.at.column(group.key)
  const rows = group.labels.map((label, index): ReportRow => {
    const own = (key: string) => `$${lettersOf(columns, key)}${firstDataRow + index}`
    const members = budget.projects.filter((project) => group.labelOf(project) === label)
    const sum = (key: string, amount: (project: BudgetReportProject) => Cents | null): ReportCell => ({
      formula: sumWhere(plain, labelsRange, own(group.key), projects.at.column(key)),
      cachedValue: totalOf(members, amount),
    })
    const envelope = group.envelopes?.get(label) ?? null
    const total = totalOf(members, ({ amountInclVat }) => amountInclVat)
    return {
      [group.key]: label,
      projects: {
        formula: countWhere(plain, labelsRange, own(group.key)),
        cachedValue: members.length,
      },
      amountExclVat: sum('amountExclVat', ({ amountExclVat }) => amountExclVat),
      vat: sum('vat', ({ vat }) => vat),
      amountInclVat: sum('amountInclVat', ({ amountInclVat }) => amountInclVat),
      annualRunningCost: sum('annualRunningCost', ({ annualRunningCost }) => annualRunningCost),
      envelope,
      remaining:
        envelope === null
          ? null
          : {
              formula: `ROUND(${own('envelope')}-${own('amountInclVat')},2)`,
              cachedValue: cents(envelope - total),
            },
    }
  })
  return {
    group,
    at: sheetRange(name, columns, rows.length),
    sheet: { name, columns, rows, frozenColumns: 1, totalLabel: t('workbooks.total') },
  }
}
