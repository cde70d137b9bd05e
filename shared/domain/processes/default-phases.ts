import { addDays } from '../dates/days.ts'
import type { PhaseKind } from './process-kind.ts'

export interface PhaseDays {
  readonly kind: PhaseKind
  /** Local days, both inside the phase. */
  readonly opensOn: string
  readonly closesOn: string
}

/** Usual lengths after the deposit, in days (domain reference §2.1). */
const following: readonly (readonly [PhaseKind, number])[] = [
  ['admissibility', 21],
  ['study', 84],
  ['vote', 21],
  ['results', 10],
  ['delivery', 548],
]

/** A participatory budget's six phases from the first and last day of its deposit, one right after the other. */
export function defaultPhases(opensOn: string, closesOn: string): readonly PhaseDays[] {
  const phases: PhaseDays[] = [{ kind: 'submission', opensOn, closesOn }]
  let last = closesOn
  for (const [kind, days] of following) {
    const first = addDays(last, 1)
    last = addDays(last, days)
    phases.push({ kind, opensOn: first, closesOn: last })
  }
  return phases
}
