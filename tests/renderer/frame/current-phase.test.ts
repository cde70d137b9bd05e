import { describe, expect, it } from 'vitest'
import { currentPhase } from '../../../renderer/frame/current-phase.ts'

const phases = [
  { kind: 'submission', opensAt: '2026-01-05T08:00:00Z', closesAt: '2026-02-01T23:00:00Z' },
  { kind: 'admissibility', opensAt: '2026-02-01T23:00:00Z', closesAt: '2026-03-01T23:00:00Z' },
  { kind: 'vote', opensAt: '2026-05-01T08:00:00Z', closesAt: '2026-05-20T18:00:00Z' },
] as const

describe('the phase of the moment', () => {
  it.each([
    ['2026-01-20T12:00:00Z', { kind: 'submission', state: 'open', daysLeft: 12 }],
    ['2026-02-01T22:59:59Z', { kind: 'submission', state: 'open', daysLeft: 0 }],
    ['2026-02-01T23:00:00Z', { kind: 'admissibility', state: 'open', daysLeft: 28 }],
    ['2026-04-01T08:00:00Z', { kind: 'vote', state: 'ahead', daysLeft: 30 }],
    ['2026-06-01T08:00:00Z', undefined],
  ])('at %s', (now, expected) => {
    expect(currentPhase(phases, new Date(now))).toEqual(expected)
  })
})
