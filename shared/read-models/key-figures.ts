import type { Stage } from '../domain/lifecycle/stage.ts'
import type { RefusalReason } from '../domain/moderation/refusal-reason.ts'
import type { Cents } from '../domain/money/cents.ts'

export interface LabelledCount {
  readonly label: string
  readonly count: number
}

/** The figures of the report and of the home page. Each count is a count of rows that the lists show. */
export interface KeyFigures {
  /** Distinct named authors of submissions and comments, plus attendees of meetings, plus voters. */
  readonly participants: {
    readonly authors: number
    readonly attendees: number
    readonly voters: number
    readonly total: number
  }
  /** Submissions plus comments plus contributions noted at meetings. */
  readonly contributions: {
    readonly submissions: number
    readonly comments: number
    readonly atMeetings: number
    readonly total: number
  }
  readonly supports: number
  readonly meetings: number
  readonly submissions: number
  readonly projectsOnBallot: number
  readonly winners: number
  readonly envelope: Cents | null
  readonly ballotTotal: Cents
  readonly winnersTotal: Cents
  /** Local days in order, empty days included between the first and the last deposit. */
  readonly depositsByDay: readonly {
    readonly on: string
    readonly count: number
    readonly cumulated: number
  }[]
  readonly byDistrict: readonly LabelledCount[]
  readonly byTheme: readonly LabelledCount[]
  readonly byChannel: readonly { readonly channel: string; readonly count: number }[]
  readonly byStage: readonly { readonly stage: Stage; readonly count: number }[]
  readonly refusals: readonly { readonly reason: RefusalReason; readonly count: number }[]
  /** deposited → admissible → feasible → on the ballot → winners: how many ever got that far. */
  readonly funnel: readonly {
    readonly step: 'submitted' | 'admissible' | 'feasible' | 'on-ballot' | 'winner'
    readonly count: number
  }[]
}
