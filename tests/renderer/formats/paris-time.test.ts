import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromParisTime, toParisTime } from '../../../renderer/formats/paris-time.ts'

describe('Paris time', () => {
  it('knows winter and summer', () => {
    expect(toParisTime('2026-01-15T17:00:00.000Z')).toBe('2026-01-15 18:00:00')
    expect(fromParisTime('2026-07-15 18:00:00')).toBe('2026-07-15T16:00:00.000Z')
  })

  it('takes the first of the two hours that autumn repeats', () => {
    expect(fromParisTime('2026-10-25 02:30:00')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('moves the hour that spring skips forward', () => {
    expect(toParisTime(fromParisTime('2026-03-29 02:30:00'))).toBe('2026-03-29 03:30:00')
  })

  it('comes back to the same clock', () => {
    const minute = fc
      .integer({ min: Date.UTC(2015, 0), max: Date.UTC(2040, 0) })
      .map((ms) => ms - (ms % 60_000))
    fc.assert(
      fc.property(minute, (instant) => {
        const local = toParisTime(new Date(instant).toISOString())
        expect(toParisTime(fromParisTime(local))).toBe(local)
      }),
    )
  })
})
