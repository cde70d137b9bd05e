import type { PhaseKind } from '../../shared/domain/processes/process-kind.ts'
import type { Phase } from '../../shared/read-models/process.ts'

export interface PhaseMoment {
  readonly kind: PhaseKind
  /** `open`: runs now, `daysLeft` until it closes. `ahead`: the next one, `daysLeft` until it opens. */
  readonly state: 'open' | 'ahead'
  readonly daysLeft: number
}

const dayMilliseconds = 86_400_000

/** The phase at an instant, or the next one; undefined once all are over. Days are started days: 0 is the last one. */
export function currentPhase(phases: readonly Phase[], now: Date): PhaseMoment | undefined {
  const days = (instant: string): number =>
    Math.max(0, Math.floor((Date.parse(instant) - now.getTime()) / dayMilliseconds))
  const open = phases.findLast(
    ({ opensAt, closesAt }) => Date.parse(opensAt) <= now.getTime() && now.getTime() < Date.parse(closesAt),
  )
  if (open) return { kind: open.kind, state: 'open', daysLeft: days(open.closesAt) }
  const ahead = phases
    .filter(({ opensAt }) => Date.parse(opensAt) > now.getTime())
    .toSorted((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt))[0]
  return ahead && { kind: ahead.kind, state: 'ahead', daysLeft: days(ahead.opensAt) }
}
