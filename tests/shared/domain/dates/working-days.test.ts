import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../../shared/domain/dates/days.ts'
import {
  isWorkingDay,
  latestWorkingDays,
  publicHolidays,
  workingDayFrom,
} from '../../../../shared/domain/dates/working-days.ts'

const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days))

describe('working days', () => {
  it('knows the public holidays of France, those that follow Easter included', () => {
    expect([...publicHolidays(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ])
    // Published dates of Easter Monday, early and late ones.
    for (const monday of ['2008-03-24', '2011-04-25', '2024-04-01', '2027-03-29', '2038-04-26'])
      expect(publicHolidays(Number(monday.slice(0, 4)))).toContain(monday)
  })

  it('steps over weekends and holidays', () => {
    // Friday 3 April 2026, then the weekend and Easter Monday.
    expect(workingDayFrom('2026-04-03', 2)).toBe('2026-04-07')
    expect(workingDayFrom('2026-04-04', 1)).toBe('2026-04-07')
    expect(latestWorkingDays('2026-04-07', 3)).toEqual(['2026-04-02', '2026-04-03', '2026-04-07'])
  })

  it('finds the n-th working day, with n - 1 of them before it', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const on = workingDayFrom(from, count)
        expect(isWorkingDay(on)).toBe(true)
        const between = Array.from({ length: daysBetween(from, on) + 1 }, (_, index) => addDays(from, index))
        expect(between.filter(isWorkingDay)).toHaveLength(count)
        expect(latestWorkingDays(on, count)[0]).toBe(workingDayFrom(from, 1))
      }),
    )
  })
})
