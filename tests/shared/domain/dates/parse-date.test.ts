import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDayOf } from '../../../../shared/domain/dates/local-day.ts'
import { instantOfSerial, parseInstant } from '../../../../shared/domain/dates/parse-date.ts'

const paris = { timeZone: 'Europe/Paris', dayFirst: true }

/** A wall clock in Paris, by another way than the code under test. */
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
})

describe('parseInstant', () => {
  it.each([
    ['2026-03-01', '2026-02-28T23:00:00.000Z'],
    ['2026-03-01T10:30:00Z', '2026-03-01T10:30:00.000Z'],
    ['2026-03-01T10:30:00+02:00', '2026-03-01T08:30:00.000Z'],
    ['2026-03-01 10:30:00 UTC', '2026-03-01T10:30:00.000Z'],
    ['2023-01-12 13:24:20', '2023-01-12T12:24:20.000Z'],
    ['1/3/2026', '2026-02-28T23:00:00.000Z'],
    ['01.03.2026 14 h 30', '2026-03-01T13:30:00.000Z'],
    ['01/03/26 à 14:30', '2026-03-01T13:30:00.000Z'],
    ['1er mars 2026', '2026-02-28T23:00:00.000Z'],
    ['dimanche 1er mars 2026', '2026-02-28T23:00:00.000Z'],
    ['15 août 2026', '2026-08-14T22:00:00.000Z'],
    ['2\u00a0févr. 2026', '2026-02-01T23:00:00.000Z'],
    ['2026', '2025-12-31T23:00:00.000Z'],
    ['12/31/2026', '2026-12-30T23:00:00.000Z'],
  ])('reads %j', (text, expected) => {
    expect(parseInstant(text, paris)).toBe(expected)
  })

  it('takes the month first where the file does', () => {
    expect(parseInstant('03/01/2026', { ...paris, dayFirst: false })).toBe('2026-02-28T23:00:00.000Z')
  })

  it.each(['', 'hier', '31/02/2026', '2026-13-01', '32/01/2026', '1/1/1', '2026-02-30', '25:00', '1e9'])(
    'refuses %j',
    (text) => {
      expect(parseInstant(text, paris)).toBeUndefined()
    },
  )

  const minute = fc
    .integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) })
    .map((at) => new Date(at - (at % 60_000)))

  it('I19 gives back the instant whose clock in Paris was written, across clock changes', () => {
    fc.assert(
      fc.property(minute, (at) => {
        const wall = clock.format(at)
        const read = parseInstant(wall, paris)
        // In the hour that autumn repeats two instants have the same clock: either is right.
        expect(read === undefined ? undefined : clock.format(new Date(read))).toBe(wall)
      }),
    )
  })

  it('I19 is right to the hour around both changes of every year', () => {
    for (let year = 2020; year <= 2035; year += 1) {
      for (const month of [2, 9]) {
        const lastSunday = new Date(Date.UTC(year, month + 1, 0))
        lastSunday.setUTCDate(lastSunday.getUTCDate() - lastSunday.getUTCDay())
        for (let hour = -3; hour <= 26; hour += 1) {
          const at = new Date(lastSunday.getTime() + hour * 3_600_000)
          const wall = clock.format(at)
          expect(clock.format(new Date(parseInstant(wall, paris) ?? 0))).toBe(wall)
        }
      }
    }
  })

  it('reads the same day however it is written', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => new Date(Date.UTC(2000, 0, 1 + offset)))
    const french = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
    const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    const short = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'UTC' })
    fc.assert(
      fc.property(day, (date) => {
        const on = date.toISOString().slice(0, 10)
        for (const text of [on, french.format(date), english.format(date), short.format(date)]) {
          const read = parseInstant(text, paris)
          expect(read === undefined ? text : localDayOf(read, paris.timeZone)).toBe(on)
        }
      }),
    )
  })

  it('answers an instant or nothing, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseInstant(text, paris)
        expect(read === undefined || !Number.isNaN(Date.parse(read))).toBe(true)
      }),
    )
  })
})

describe('instantOfSerial', () => {
  it('reads a day and an hour of Excel as the clock in Paris', () => {
    expect(instantOfSerial(46_082, paris.timeZone)).toBe('2026-02-28T23:00:00.000Z')
    expect(instantOfSerial(46_082.5, paris.timeZone)).toBe('2026-03-01T11:00:00.000Z')
  })

  it('takes no count for a date', () => {
    expect(instantOfSerial(42, paris.timeZone)).toBeUndefined()
  })
})
