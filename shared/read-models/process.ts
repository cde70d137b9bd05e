import type { RefusalReason } from '../domain/moderation/refusal-reason.ts'
import type { Cents } from '../domain/money/cents.ts'
import type { PhaseKind, ProcessKind } from '../domain/processes/process-kind.ts'

export interface Phase {
  readonly kind: PhaseKind
  /** ISO instants in UTC; the closing instant is the first one outside the phase. */
  readonly opensAt: string
  readonly closesAt: string
}

export interface Theme {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly position: number
}

export type MultiPolygonCoordinates = readonly (readonly (readonly (readonly [number, number])[])[])[]

export interface District {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly population: number | null
  readonly envelope: Cents | null
  /** WGS84 [longitude, latitude]; `null` while no polygon was imported. */
  readonly polygon: MultiPolygonCoordinates | null
  readonly position: number
}

/** The rules in force. A new version is made at each change, and every decision names the version it followed (I4). */
export interface Rulebook {
  readonly id: string
  readonly number: number
  readonly text: string
  /** Refusal reasons that this charter knows, each with the article that founds it. */
  readonly criteria: readonly { readonly reason: RefusalReason; readonly article: string }[]
  readonly adoptedAt: string
}

/** Everything of a démarche that its settings page edits and its documents print. */
export interface ProcessDetail {
  readonly id: string
  readonly kind: ProcessKind
  readonly title: string
  readonly edition: string
  readonly referencePrefix: string
  readonly communeName: string
  readonly inseeCode: string
  readonly contact: string
  readonly signatureBlock: string
  readonly accentColor: string
  readonly logoAttachmentId: string | null
  readonly envelope: Cents | null
  readonly projectCap: Cents | null
  /** Step in cents of the cost that voters read; 0 prints the exact cost. */
  readonly publishedCostStep: Cents
  readonly foreword: string
  readonly votingInstructions: string
  readonly timeZone: string
  readonly votersCount: number | null
  readonly demonstration: boolean
  readonly departments: readonly string[]
  readonly phases: readonly Phase[]
  readonly themes: readonly Theme[]
  readonly districts: readonly District[]
  readonly rulebook: Rulebook
  readonly version: number
}

export interface ProcessSummary {
  readonly id: string
  readonly kind: ProcessKind
  readonly title: string
  readonly edition: string
  readonly communeName: string
  readonly submissionsCount: number
}
