import { sumCents } from '../../../shared/domain/money/cents.ts'
import { firstDataRow, type SheetRange, sheetRange } from '../../../shared/domain/reports/cell-reference.ts'
import type { ReportRow, ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import type { BudgetReport } from '../../../shared/read-models/reports.ts'
import type { BudgetProjects } from './budget-projects.ts'
import type { Wording } from './wording.ts'

/** The table of VAT by rate, and where it lies. */
export interface BudgetVat {
  readonly at: SheetRange
  readonly sheet: ReportSheet
}

/** One row per rate, highest first: base and VAT of all projects, by live formulas. */
export function budgetVatByRate(budget: BudgetReport, projects: BudgetProjects, wording: Wording): BudgetVat {
  const { column, sheetName, t } = wording
  const name = sheetName('budgetByVatRate')
  const columns = [
    column('vatRate', 'percent', 16),
    column('base', 'amount', 20, { total: 'sum' }),
    column('vat', 'amount', 20, { total: 'sum' }),
  ]
  const entries = budget.projects.flatMap(({ vatByRate }) => vatByRate)
  const rates = [...new Set(entries.map(({ rateBasisPoints }) => rateBasisPoints))].sort((a, b) => b - a)
  const rows = rates.map((rate, index): ReportRow => {
    const members = entries.filter(({ rateBasisPoints }) => rateBasisPoints === rate)
    const sum = (key: string) =>
      `ROUND(SUMIFS(${projects.vatAt.column(key)},${projects.vatAt.column('vatRate')},$A${firstDataRow + index}),2)`
    return {
      vatRate: rate,
      base: { formula: sum('base'), cachedValue: sumCents(members.map(({ base }) => base)) },
      vat: { formula: sum('vat'), cachedValue: sumCents(members.map(({ vat }) => vat)) },
    }
  })
  return {
    at: sheetRange(name, columns, rows.length),
    // The label of a total would hide under the column of rates: the header says it all.
    sheet: { name, columns, rows, totalLabel: t('workbooks.total') },
  }
}
