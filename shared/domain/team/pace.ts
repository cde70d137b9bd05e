import { addDays, daysBetween } from '../dates/days.ts'
import { isWorkingDay, latestWorkingDays, workingDayFrom } from '../dates/working-days.ts'

/** Decisions taken on one local day. */
export interface DayCount {
  readonly on: string
  readonly count: number
}

/** So many decisions in so many working days: kept as two integers, so that nothing is rounded before it is shown. */
export interface Pace {
  readonly decisions: number
  readonly workingDays: number
  /** First local day that was looked at. */
  readonly since: string
}

/** Beyond this a forecast says nothing any more: ten years of working days. */
const farthest = 2_600

/**
 * The pace over the last `window` working days. What was decided on a weekend or a holiday counts with them, without
 * adding a day. Today is a day of its own as soon as something was decided on it; days before the very first decision
 * are nobody's slowness. Undefined while nothing was decided in that time.
 */
export function paceOf(days: readonly DayCount[], today: string, window: number): Pace | undefined {
  const decided = days.filter(({ on, count }) => count > 0 && on <= today)
  const first = decided.map(({ on }) => on).sort()[0]
  if (first === undefined) return undefined
  const countsToday = decided.some(({ on }) => on === today)
  const looked = latestWorkingDays(countsToday ? today : addDays(today, -1), window).filter(
    (on) => on >= first,
  )
  // A campaign that began on a weekend has one day of work behind it.
  const since = looked.length === 0 || looked.length < window ? first : (looked[0] ?? first)
  const decisions = decided.filter(({ on }) => on >= since).reduce((sum, { count }) => sum + count, 0)
  if (decisions === 0) return undefined
  return { decisions, workingDays: Math.max(1, looked.length), since }
}

/** When the queue is empty, and how that stands to the end of the phase. */
export interface Forecast {
  /** The working day on which the last one is decided. */
  readonly endsOn: string
  /** Days left to the last day of the phase: 0 on that very day, negative when it comes too late. Null: no end known. */
  readonly marginDays: number | null
}

/**
 * The working day on which `remaining` are decided at this pace. What today's quota has left is decided today; new
 * deposits are not foreseen. Undefined when nothing is left, or when the pace leads nowhere within ten years.
 */
export function forecastOf(
  remaining: number,
  pace: Pace,
  today: { readonly on: string; readonly decided: number },
  phaseEndsOn: string | null,
): Forecast | undefined {
  const { decisions, workingDays } = pace
  if (remaining <= 0) return undefined
  // In days of work, times `decisions`: integers all the way.
  const quotaToday = isWorkingDay(today.on) ? Math.max(0, decisions - today.decided * workingDays) : 0
  const work = remaining * workingDays
  const daysAfterToday = work <= quotaToday ? 0 : Math.ceil((work - quotaToday) / decisions)
  if (daysAfterToday > farthest) return undefined
  const endsOn = daysAfterToday === 0 ? today.on : workingDayFrom(addDays(today.on, 1), daysAfterToday)
  return { endsOn, marginDays: phaseEndsOn === null ? null : daysBetween(endsOn, phaseEndsOn) }
}

/** Decisions per working day that it takes to finish by the last day of the phase; undefined once that day is over. */
export function neededPerDay(remaining: number, today: string, phaseEndsOn: string): number | undefined {
  const days = Array.from({ length: daysBetween(today, phaseEndsOn) + 1 }, (_, index) =>
    addDays(today, index),
  )
  const working = days.filter(isWorkingDay).length
  return working === 0 ? undefined : Math.ceil(remaining / working)
}

/** Every local day from the first to the last that counts, empty ones included: what a chart of days shows. */
export function everyDay(days: readonly DayCount[]): readonly DayCount[] {
  const counts = new Map(days.map(({ on, count }) => [on, count]))
  const sorted = [...counts.keys()].sort()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  const span = daysBetween(first, last)
  return Array.from({ length: span + 1 }, (_, index) => {
    const on = addDays(first, index)
    return { on, count: counts.get(on) ?? 0 }
  })
}
