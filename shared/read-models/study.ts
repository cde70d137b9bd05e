import type { Conclusion, OpinionValue, StudyGrid } from '../domain/feasibility/study-axes.ts'
import type { AddOnFigures, Estimate } from '../domain/finance/estimate.ts'
import type { Stage } from '../domain/lifecycle/stage.ts'
import type { Cents } from '../domain/money/cents.ts'
import type { LinkedSubmission } from './submission.ts'

/** One line of the list of studies: every admissible proposal has one, started or not (`studyId` null). */
export interface StudyRow {
  readonly submissionId: string
  readonly studyId: string | null
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly stage: Stage
  readonly districtId: string | null
  readonly themeId: string | null
  readonly conclusion: Conclusion | null
  readonly amountInclVat: Cents | null
  readonly annualRunningCost: Cents | null
  readonly opinionsGiven: number
  readonly opinionsAsked: number
  /** Services consulted, and those of them that have not answered yet. */
  readonly consulted: readonly string[]
  readonly awaited: readonly string[]
  readonly dueOn: string | null
  readonly leadDepartment: string | null
}

export interface CostLine {
  readonly id: string
  readonly label: string
  readonly quantityThousandths: number
  readonly unit: string
  /** Excl. VAT, in ten-thousandths of a euro. */
  readonly unitPriceTenThousandths: number
  readonly vatRateBasisPoints: number
}

export interface ServiceOpinion {
  readonly id: string
  readonly department: string
  readonly opinion: OpinionValue | null
  readonly comment: string
  readonly requestedOn: string
  readonly dueOn: string | null
  readonly givenOn: string | null
  readonly givenByName: string | null
}

export interface StudyDetail {
  readonly id: string
  readonly submission: LinkedSubmission & {
    readonly body: string
    readonly address: string | null
    readonly districtId: string | null
    readonly themeId: string | null
  }
  readonly leadDepartment: string | null
  readonly grid: StudyGrid
  readonly opinions: readonly ServiceOpinion[]
  readonly costLines: readonly CostLine[]
  readonly addOns: AddOnFigures
  readonly estimate: Estimate
  readonly annualRunningCost: Cents | null
  readonly runningCostNote: string
  readonly conditions: string
  readonly conclusion: Conclusion | null
  readonly answer: string
  readonly concludedByName: string | null
  readonly concludedAt: string | null
  readonly projectId: string | null
  readonly visaState: 'none' | 'granted' | 'refused' | 'void'
  readonly dueOn: string | null
  readonly version: number
}
