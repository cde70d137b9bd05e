import type { Stage } from '../domain/lifecycle/stage.ts'
import type { Cents } from '../domain/money/cents.ts'
import type { AttachmentRecord, LinkedSubmission } from './submission.ts'

export type VisaState = 'none' | 'granted' | 'refused' | 'void'

export interface ProjectRow {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly stage: Stage
  readonly districtId: string | null
  readonly themeId: string | null
  /** Exact cost incl. VAT of the studies behind it; `null` without an estimate. */
  readonly cost: Cents | null
  readonly annualRunningCost: Cents | null
  readonly visaState: VisaState
  readonly hasPicture: boolean
  readonly ballotNumber: number | null
  readonly votes: number | null
  readonly version: number
}

export interface ProjectDetail extends ProjectRow {
  readonly processId: string
  readonly summary: string
  /** Safe rich text. */
  readonly description: string
  readonly managingDepartment: string
  readonly proposerNames: string
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly picture: AttachmentRecord | null
  readonly submissions: readonly (LinkedSubmission & {
    readonly studyId: string | null
    readonly cost: Cents | null
    readonly lead: boolean
  })[]
  /** The newest first; those that fell or were taken back stay. */
  readonly visas: readonly VisaRecord[]
  /** Public corrections made after the list was settled, the newest first. */
  readonly errata: readonly { readonly at: string; readonly personName: string; readonly text: string }[]
}

export interface VisaRecord {
  readonly id: string
  readonly state: VisaState
  readonly amount: Cents
  readonly reason: string
  readonly signedByName: string
  readonly signedAt: string
  readonly voidedAt: string | null
  readonly voidedReason: string | null
}
