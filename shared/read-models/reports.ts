import type { Conclusion, OpinionValue, StudyGrid } from '../domain/feasibility/study-axes.ts'
import type { AddOnFigures, Estimate, VatByRate } from '../domain/finance/estimate.ts'
import type { Stage } from '../domain/lifecycle/stage.ts'
import type { AdmissibilityChecklist } from '../domain/moderation/admissibility-checklist.ts'
import type { RefusalReason } from '../domain/moderation/refusal-reason.ts'
import type { Verdict } from '../domain/moderation/verdict.ts'
import type { Cents } from '../domain/money/cents.ts'
import type { KeyFigures } from './key-figures.ts'
import type { MeetingRecord } from './meeting.ts'
import type { VisaState } from './project.ts'
import type { CostLine } from './study.ts'
import type { Channel } from './submission.ts'

/** What every workbook says about itself. */
export interface ReportContext {
  readonly language: 'fr' | 'en'
  readonly communeName: string
  readonly processTitle: string
  readonly edition: string
  /** The service that signs the document. */
  readonly service: string
  /** Filters in force, in words; `null` for the whole démarche. */
  readonly perimeter: string | null
  readonly generatedAt: string
  readonly timeZone: string
  readonly demonstration: boolean
  readonly applicationVersion: string
}

/** One submission in the register. Names instead of ids, plain text instead of HTML. */
export interface RegisterRow {
  readonly number: number
  readonly reference: string
  readonly submittedAt: string
  readonly channel: Channel
  readonly title: string
  readonly bodyText: string
  readonly authorName: string | null
  readonly themeName: string | null
  readonly districtName: string | null
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly supportsCount: number
  readonly commentsCount: number
  readonly stage: Stage
  readonly assigneeName: string | null
  readonly reasons: readonly RefusalReason[]
  readonly answer: string | null
  readonly url: string | null
  readonly externalId: string | null
}

/** Where one submission stands in moderation, with its last decision in force. */
export interface ModerationReportRow {
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly submittedAt: string
  readonly stage: Stage
  readonly assigneeName: string | null
  readonly verdict: Verdict | null
  readonly reasons: readonly RefusalReason[]
  readonly answer: string | null
  readonly redirectedTo: string | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
  readonly rulebookNumber: number | null
  /** Local day on which the last letter went to the proposer, `YYYY-MM-DD`. */
  readonly answeredOn: string | null
  readonly checklist: AdmissibilityChecklist
}

/** One study with its costed lines. `estimate` is `workOutEstimate(costLines, addOns)`. */
export interface FeasibilityReportStudy {
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly stage: Stage
  readonly themeName: string | null
  readonly districtName: string | null
  readonly leadDepartment: string | null
  readonly dueOn: string | null
  readonly grid: StudyGrid
  readonly opinions: readonly {
    readonly department: string
    readonly opinion: OpinionValue | null
    readonly comment: string
    readonly requestedOn: string
    readonly givenOn: string | null
    readonly givenByName: string | null
  }[]
  readonly costLines: readonly Omit<CostLine, 'id'>[]
  readonly addOns: AddOnFigures
  readonly estimate: Estimate
  readonly annualRunningCost: Cents | null
  readonly conditions: string
  readonly conclusion: Conclusion | null
  readonly answer: string
  readonly concludedByName: string | null
  readonly concludedAt: string | null
}

/** One project in the budget. Amounts are sums over its studies; all `null` without an estimate. */
export interface BudgetReportProject {
  readonly number: number
  readonly ballotNumber: number | null
  readonly title: string
  readonly districtName: string | null
  readonly themeName: string | null
  readonly stage: Stage
  readonly amountExclVat: Cents | null
  readonly vat: Cents | null
  readonly amountInclVat: Cents | null
  /** Per rate, over all its studies; adds up to `amountExclVat` and `vat`. */
  readonly vatByRate: readonly VatByRate[]
  readonly annualRunningCost: Cents | null
  readonly visaState: VisaState
  readonly visaByName: string | null
  readonly visaAt: string | null
}

/** The budget of a démarche. Envelopes incl. VAT; districts and themes in their own order. */
export interface BudgetReport {
  readonly envelope: Cents | null
  readonly projectCap: Cents | null
  readonly districts: readonly { readonly name: string; readonly envelope: Cents | null }[]
  readonly themes: readonly { readonly name: string }[]
  readonly projects: readonly BudgetReportProject[]
}

/** Where the reports get their data. Each is called at most once per document, only when a sheet needs it. */
export interface ReportSources {
  readonly register: () => Iterable<RegisterRow> | AsyncIterable<RegisterRow>
  readonly moderation: () => Iterable<ModerationReportRow> | AsyncIterable<ModerationReportRow>
  readonly feasibility: () => Promise<readonly FeasibilityReportStudy[]>
  readonly budget: () => Promise<BudgetReport>
  readonly keyFigures: () => Promise<KeyFigures>
  readonly meetings: () => Promise<readonly MeetingRecord[]>
}
