import type { ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import { budgetBreakdown, budgetGroups } from './budget-breakdown.ts'
import { budgetChecks } from './budget-checks.ts'
import { budgetProjects } from './budget-projects.ts'
import { budgetSummary } from './budget-summary.ts'
import { budgetVatByRate } from './budget-vat.ts'
import type { Report } from './report.ts'

/**
 * Budget of the projects: one row per project, and tables by district, theme, state and VAT rate whose every figure
 * is a live formula over those rows. The checks set each total against ours: their last row must read 0 (I6).
 */
export const budgetReport = {
  id: 'budget',
  holdsNames: true,
  sheets: async (sources, wording) => {
    const budget = await sources.budget()
    const projects = budgetProjects(budget, wording)
    const summary = budgetSummary(budget, projects, wording)
    const groups = budgetGroups(budget, wording)
    const breakdowns = groups.map((group) => budgetBreakdown(group, budget, projects, wording))
    const rates = budgetVatByRate(budget, projects, wording)
    const checks = budgetChecks(budget, projects, breakdowns, rates, wording)
    return [
      summary.sheet,
      projects.sheet(summary.projectCapCell),
      ...breakdowns.map(({ sheet }): ReportSheet => sheet),
      rates.sheet,
      projects.vatSheet,
      checks,
    ]
  },
} as const satisfies Report
