import type { Stage } from '../domain/lifecycle/stage.ts'
import type { Cents } from '../domain/money/cents.ts'
import type { ProjectRow } from './project.ts'

/** Totals of projects for one value of district, theme or stage. `key` null: not filled in. */
export interface FinanceTotal {
  readonly key: string | null
  readonly label: string
  readonly projects: number
  readonly amount: Cents
  readonly annualRunningCost: Cents
  readonly envelope: Cents | null
  readonly remaining: Cents | null
}

export interface FinanceFinding {
  readonly code:
    | 'over-cap'
    | 'without-estimate'
    | 'without-visa'
    | 'visa-void'
    | 'without-running-cost'
    | 'envelope-exceeded'
    | 'district-envelope-exceeded'
  readonly projectId: string | null
  readonly label: string
  readonly amount: Cents | null
  readonly limit: Cents | null
}

/** The finance page. Amounts incl. VAT, exact cents; sums are those of `projects`. */
export interface FinanceSummary {
  readonly envelope: Cents | null
  readonly projectCap: Cents | null
  readonly total: Cents
  readonly annualRunningCost: Cents
  readonly remaining: Cents | null
  readonly winnersTotal: Cents
  readonly winnersRemaining: Cents | null
  readonly byDistrict: readonly FinanceTotal[]
  readonly byTheme: readonly FinanceTotal[]
  readonly byStage: readonly (FinanceTotal & { readonly key: Stage })[]
  readonly findings: readonly FinanceFinding[]
  readonly projects: readonly (ProjectRow & {
    readonly estimatedByMe: boolean
    readonly estimatorNames: readonly string[]
  })[]
}
