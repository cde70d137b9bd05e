import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDayOf, startOfLocalDay } from '../../../../shared/domain/dates/local-day.ts'

const paris = 'Europe/Paris'
/** Zones of French communes; none but that of mainland France changes its clocks. */
const zones = [
  'Europe/Paris',
  'America/Martinique',
  'Indian/Reunion',
  'Pacific/Noumea',
  'America/Miquelon',
] as const

describe('the local day', () => {
  it('I19 begins at midnight in Paris, winter and summer', () => {
    expect(startOfLocalDay('2026-01-15', paris)).toBe('2026-01-14T23:00:00.000Z')
    expect(startOfLocalDay('2026-07-15', paris)).toBe('2026-07-14T22:00:00.000Z')
  })

  it('I19 lasts 23 hours when the clocks go forward and 25 when they go back', () => {
    const hours = (on: string) =>
      (Date.parse(startOfLocalDay(on, paris, 1)) - Date.parse(startOfLocalDay(on, paris))) / 3_600_000
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25])
  })

  it('I19 closes a phase at the end of its last day, on the days when the clocks change', () => {
    // The closing instant is the first one outside: 23:59 is still in, midnight is out.
    expect(startOfLocalDay('2026-03-29', paris, 1)).toBe('2026-03-29T22:00:00.000Z')
    expect(startOfLocalDay('2026-10-25', paris, 1)).toBe('2026-10-25T23:00:00.000Z')
    expect(localDayOf('2026-10-25T22:59:59.999Z', paris)).toBe('2026-10-25')
    expect(localDayOf('2026-10-25T23:00:00.000Z', paris)).toBe('2026-10-26')
  })

  it('I19 holds every instant in the day that it is shown under', () => {
    const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) })
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const on = localDayOf(new Date(at).toISOString(), zone)
        expect(Date.parse(startOfLocalDay(on, zone))).toBeLessThanOrEqual(at)
        expect(Date.parse(startOfLocalDay(on, zone, 1))).toBeGreaterThan(at)
      }),
    )
  })
})
