import { startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import type { Story } from '../../../shared/domain/demonstration/story.ts'
import type { PhaseKind } from '../../../shared/domain/processes/process-kind.ts'
import { AppError } from '../../../shared/errors/app-error.ts'

const timeZone = 'Europe/Paris'
const minute = 60_000
const day = 86_400_000

/** A local day, some days later (or earlier). */
export function shiftDay(on: string, days: number): string {
  return new Date(Date.parse(`${on}T12:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** An instant of an office day in Paris: minutes after nine o'clock. */
export function atOffice(on: string, minutesAfterNine: number): string {
  return new Date(
    Date.parse(startOfLocalDay(on, timeZone)) + (9 * 60 + minutesAfterNine) * minute,
  ).toISOString()
}

/** The later of two instants; a step of somebody's work never comes before the one that it follows. */
export function notBefore(planned: string, previous: string): string {
  return planned > previous ? planned : new Date(Date.parse(previous) + 7 * minute).toISOString()
}

/** Working days between two days, both included; the first day itself where there is none. */
function workingDays(from: string, until: string): readonly string[] {
  const days: string[] = []
  for (let on = from; on <= until; on = shiftDay(on, 1)) {
    const weekday = new Date(`${on}T12:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) days.push(on)
  }
  return days.length === 0 ? [from] : days
}

/** The instant of the `position`-th of `count` acts spread evenly over the office hours between two days. */
export function spread(from: string, until: string, position: number, count: number): string {
  const days = workingDays(from, until)
  const index = Math.floor((position * days.length) / Math.max(1, count))
  // Steps of 37 minutes fill seven office hours in an order that does not look like a list.
  return atOffice(days[Math.min(index, days.length - 1)] ?? from, 5 + ((position * 37) % 430))
}

/** First and last day of each phase of a story. Refuses a story without one of them. */
export function phaseDays(
  story: Story,
  kind: PhaseKind,
): { readonly opensOn: string; readonly closesOn: string } {
  const phase = story.phases.find((candidate) => candidate.kind === kind)
  if (phase === undefined) throw new AppError('not-found', { object: `phase ${kind}` })
  return phase
}
