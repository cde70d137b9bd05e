import type { RefusalReason } from '../domain/moderation/refusal-reason.ts'
import type { Agreement, ProposalState, SecondOpinionRule } from '../domain/moderation/second-opinion.ts'
import type { Verdict } from '../domain/moderation/verdict.ts'
import type { DistributionRule } from '../domain/team/distribute.ts'
import type { DayCount, Forecast, Pace } from '../domain/team/pace.ts'

/** How the officers of a démarche share the work. */
export interface TeamSettings {
  readonly secondOpinion: SecondOpinionRule
  /** Days from the deposit to the decision; null: only the end of the phase counts. */
  readonly decisionDays: number | null
  /** New deposits are given out as they come. */
  readonly automatic: boolean
  /** In their order of precedence. */
  readonly rules: readonly DistributionRule[]
  /** 0 while nothing was ever set. */
  readonly version: number
}

/** Days on which a person is away, both included. */
export interface Absence {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly fromOn: string
  readonly untilOn: string
  readonly standInId: string | null
  readonly standInName: string | null
  readonly version: number
}

/** A decision that waits, or waited, for a second officer. */
export interface ProposedDecision {
  readonly id: string
  readonly submissionId: string
  readonly verdict: Verdict
  readonly reasons: readonly RefusalReason[]
  readonly rationale: string
  readonly redirectedTo: string | null
  readonly proposedById: string
  readonly proposedByName: string
  readonly proposedAt: string
  readonly state: ProposalState
  readonly opinion: 'agree' | 'disagree' | null
  readonly secondById: string | null
  readonly secondByName: string | null
  readonly secondAt: string | null
  /** Why the second officer disagrees. */
  readonly motive: string
  readonly settledByName: string | null
  readonly settledAt: string | null
  readonly settlementReason: string
}

/** What waits in a démarche for second opinions. */
export interface ReviewCounts {
  /** Waiting for the second opinion of whoever asks. */
  readonly forMe: number
  /** Proposed by whoever asks, and waiting. */
  readonly mine: number
  readonly waiting: number
  readonly disagreements: number
  readonly agreement: Agreement
}

/** What one person has open in a démarche. */
export interface PersonLoad {
  readonly personId: string
  readonly name: string
  readonly open: number
  readonly late: number
  /** The absence of today, if any. */
  readonly awayUntilOn: string | null
  readonly standInName: string | null
}

/** Who has what, and what is late. */
export interface TeamOverview {
  readonly people: readonly PersonLoad[]
  readonly unassigned: { readonly open: number; readonly late: number }
  /** Of whoever asks, with what they stand in for. */
  readonly mine: { readonly open: number; readonly late: number; readonly standingInFor: readonly string[] }
  readonly late: number
}

/** Who would get how many of what nobody has taken. */
export interface DistributionPreview {
  readonly total: number
  readonly shares: readonly {
    readonly personId: string
    readonly name: string
    readonly openBefore: number
    readonly given: number
  }[]
  /** Left to nobody: no rule names anybody who is there. */
  readonly left: number
}

/** What one person did in the campaign. */
export interface PersonProgress {
  readonly personId: string
  readonly name: string
  readonly decisions: number
  readonly today: number
  readonly secondOpinions: number
  readonly open: number
}

/** How far the moderation is, and when it will be done at this pace. */
export interface CampaignProgress {
  /** Local today in the démarche's zone. */
  readonly today: string
  /** Every day from the first decision to the last. */
  readonly days: readonly DayCount[]
  readonly people: readonly PersonProgress[]
  readonly decisions: number
  readonly remaining: number
  readonly incomplete: number
  readonly late: number
  readonly window: number
  readonly pace: Pace | null
  readonly forecast: Forecast | null
  /** Decisions per working day that it takes to finish by the end of the phase; null when there is none to come. */
  readonly neededPerDay: number | null
  /** Last day of the admissibility phase. */
  readonly phaseEndsOn: string | null
  /** Deposits may still come in: the forecast does not know them. */
  readonly depositsOpen: boolean
  readonly reviews: ReviewCounts
}
