import { localDayOf, startOfLocalDay } from '../dates/local-day.ts'
import { addDays, daysBetween } from '../dates/working-days.ts'
import type { Stage } from '../lifecycle/stage.ts'

/** How long a decision may take in a démarche. */
export interface DeadlineRule {
  /** Whole local days from the day of the deposit; null: only the end of the phase counts. */
  readonly decisionDays: number | null
  /** The first instant outside the admissibility phase; null while it has no dates. */
  readonly admissibilityClosesAt: string | null
  readonly timeZone: string
}

/**
 * The first instant at which a proposal is late, ISO UTC; null where none is due. A deposit is decided within so many
 * days, at the latest by the end of the admissibility phase; one that waits for its proposer, by that end.
 */
export function dueAt(
  submission: { readonly stage: Stage; readonly submittedAt: string },
  { decisionDays, admissibilityClosesAt, timeZone }: DeadlineRule,
): string | null {
  if (submission.stage !== 'submitted' && submission.stage !== 'incomplete') return null
  if (decisionDays === null || submission.stage === 'incomplete') return admissibilityClosesAt
  const within = startOfLocalDay(localDayOf(submission.submittedAt, timeZone), timeZone, decisionDays + 1)
  return admissibilityClosesAt === null || within < admissibilityClosesAt ? within : admissibilityClosesAt
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
  }
}

/** Local days until a due instant: 0 is its last day, negative is late by so many days. */
export function daysLeft(due: string, now: string, timeZone: string): number {
  return daysBetween(localDayOf(now, timeZone), dueOn(due, timeZone))
}
