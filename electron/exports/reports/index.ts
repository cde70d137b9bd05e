import { budgetReport } from './budget.report.ts'
import { feasibilityReport } from './feasibility.report.ts'
import { keyFiguresReport } from './key-figures.report.ts'
import { moderationReport } from './moderation.report.ts'
import { registerReport } from './register.report.ts'

/**
 * Registry of the workbooks. To add one: its file, one line here and in `reportKinds` of the contract, its words under
 * `reports.document`, `.description`, `.fileWord` and `workbooks.sheet`, `.column`.
 */
export const reports = [
  registerReport,
  moderationReport,
  feasibilityReport,
  budgetReport,
  keyFiguresReport,
] as const

/** Name of one report, or of the workbook that holds them all. */
export type WorkbookId = (typeof reports)[number]['id'] | 'workbook'
