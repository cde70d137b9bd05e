import { addDays, daysBetween } from '../dates/days.ts'
import { localDayOf, startOfLocalDay } from '../dates/local-day.ts'
import type { Stage } from '../lifecycle/stage.ts'

/** How long a decision may take in a démarche. */
export interface DeadlineRule {
  /** Whole local days from the day of the deposit; null: only the end of the phase counts. */
  readonly decisionDays: number | null
  /** The first instant outside the admissibility phase; null while it has no dates. */
  readonly admissibilityClosesAt: string | null
  readonly timeZone: string
}

/** What the due date of a proposal depends on. */
export interface DueSubmission {
  readonly stage: Stage
  readonly submittedAt: string
  /** Last local day for the proposer's reply to a completion request. */
  readonly replyByOn: string | null
}

/**
 * The first instant at which a proposal is late, ISO UTC; null where none is due. A deposit is decided within so many
 * days, a completion is awaited until its day, and both at the latest until the end of the admissibility phase.
 */
export function dueAt(submission: DueSubmission, rule: DeadlineRule): string | null {
  const { admissibilityClosesAt } = rule
  if (submission.stage !== 'submitted' && submission.stage !== 'incomplete') return null
  const within = ownDueAt(submission, rule)
  if (within === null || admissibilityClosesAt === null) return within ?? admissibilityClosesAt
  const [earlier = within] = [within, admissibilityClosesAt].sort()
  return earlier
}

function ownDueAt(
  { stage, submittedAt, replyByOn }: DueSubmission,
  { decisionDays, timeZone }: DeadlineRule,
): string | null {
  if (stage === 'incomplete') return replyByOn === null ? null : startOfLocalDay(replyByOn, timeZone, 1)
  if (decisionDays === null) return null
  return startOfLocalDay(localDayOf(submittedAt, timeZone), timeZone, decisionDays + 1)
}

/** The last local day on which a proposal is in time, from its `dueAt`. */
export function dueOn(due: string, timeZone: string): string {
  return localDayOf(new Date(Date.parse(due) - 1).toISOString(), timeZone)
}

/** What is late at an instant, as a query can ask it. Twin of `dueAt`. */
export interface LateCondition {
  /** Both stages that wait for a decision, whatever their date: the phase is over. */
  readonly everything: boolean
  /** Deposits of before this instant; null: none is late by its own date. */
  readonly submittedBefore: string | null
  /** Completions that were awaited until before this local day. */
  readonly awaitedBeforeOn: string
}

/** The condition that holds exactly for what is past its `dueAt` at `now`. */
export function lateCondition(now: string, rule: DeadlineRule): LateCondition {
  const { decisionDays, admissibilityClosesAt, timeZone } = rule
  return {
    everything: admissibilityClosesAt !== null && admissibilityClosesAt <= now,
    submittedBefore:
      decisionDays === null
        ? null
        : startOfLocalDay(addDays(localDayOf(now, timeZone), -decisionDays), timeZone),
    awaitedBeforeOn: localDayOf(now, timeZone),
  }
}

/** Local days until a due instant: 0 is its last day, negative is late by so many days. */
export function daysLeft(due: string, now: string, timeZone: string): number {
  return daysBetween(localDayOf(now, timeZone), dueOn(due, timeZone))
}
