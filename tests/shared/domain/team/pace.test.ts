import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../../shared/domain/dates/days.ts'
import { isWorkingDay } from '../../../../shared/domain/dates/working-days.ts'
import { everyDay, forecastOf, neededPerDay, paceOf } from '../../../../shared/domain/team/pace.ts'

const day = fc.integer({ min: 0, max: 730 }).map((days) => addDays('2026-01-01', days))
const pace = fc.record({
  decisions: fc.integer({ min: 1, max: 500 }),
  workingDays: fc.integer({ min: 1, max: 20 }),
  since: fc.constant('2026-01-01'),
})

describe('the pace', () => {
  it('divides what was decided by the working days since', () => {
    const week = [
      { on: '2026-03-02', count: 30 },
      { on: '2026-03-03', count: 20 },
      { on: '2026-03-05', count: 10 },
    ]
    // Monday to Thursday: Wednesday counts though nothing was decided.
    expect(paceOf(week, '2026-03-05', 10)).toEqual({ decisions: 60, workingDays: 4, since: '2026-03-02' })
    expect(paceOf(week, '2026-03-05', 2)).toEqual({ decisions: 10, workingDays: 2, since: '2026-03-04' })
    // On Friday morning nothing is decided yet: the day is not held against anybody.
    expect(paceOf(week, '2026-03-06', 10)).toMatchObject({ decisions: 60, workingDays: 4 })
  })

  it('counts the work of a weekend without adding a day', () => {
    expect(
      paceOf(
        [
          { on: '2026-03-06', count: 10 },
          { on: '2026-03-07', count: 5 },
        ],
        '2026-03-07',
        5,
      ),
    ).toEqual({ decisions: 15, workingDays: 1, since: '2026-03-06' })
    expect(paceOf([{ on: '2026-03-07', count: 5 }], '2026-03-08', 5)).toMatchObject({ workingDays: 1 })
  })

  it('is unknown while nothing was decided, or not lately', () => {
    expect(paceOf([], '2026-03-05', 10)).toBeUndefined()
    expect(paceOf([{ on: '2026-01-05', count: 9 }], '2026-06-01', 5)).toBeUndefined()
  })
})

describe('the forecast', () => {
  it('tells the day on which the queue is empty and how that stands to the end of the phase', () => {
    const twenty = { decisions: 100, workingDays: 5, since: '2026-03-02' }
    const monday = { on: '2026-03-09', decided: 0 }
    expect(forecastOf(80, twenty, monday, '2026-03-15')).toEqual({ endsOn: '2026-03-12', marginDays: 3 })
    expect(forecastOf(20, twenty, monday, null)).toEqual({ endsOn: '2026-03-09', marginDays: null })
    expect(forecastOf(21, twenty, { ...monday, decided: 20 }, '2026-03-10')).toEqual({
      endsOn: '2026-03-11',
      marginDays: -1,
    })
    expect(forecastOf(0, twenty, monday, '2026-03-15')).toBeUndefined()
  })

  it('leaves enough working days for the work, and not one too many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), pace, day, fc.nat(100), (left, at, on, decided) => {
        const found = forecastOf(left, at, { on, decided }, null)
        if (found === undefined) return
        const days = Array.from({ length: daysBetween(on, found.endsOn) }, (_, index) =>
          addDays(on, index + 1),
        )
        const worked = days.filter(isWorkingDay).length
        const quotaToday = isWorkingDay(on) ? Math.max(0, at.decisions - decided * at.workingDays) : 0
        const capacity = (after: number): number => quotaToday + after * at.decisions
        expect(capacity(worked)).toBeGreaterThanOrEqual(left * at.workingDays)
        if (worked > 0) expect(capacity(worked - 1)).toBeLessThan(left * at.workingDays)
        if (worked > 0) expect(isWorkingDay(found.endsOn)).toBe(true)
      }),
    )
  })

  it('never ends earlier with more to do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(100), pace, day, (left, more, at, on) => {
        const less = forecastOf(left, at, { on, decided: 0 }, null)
        const longer = forecastOf(left + more, at, { on, decided: 0 }, null)
        if (less === undefined || longer === undefined) return
        expect(longer.endsOn >= less.endsOn).toBe(true)
      }),
    )
  })
})

it('tells how many a day it takes to finish in time', () => {
  // Monday to the Sunday of the week after: ten working days.
  expect(neededPerDay(41, '2026-03-09', '2026-03-22')).toBe(5)
  expect(neededPerDay(41, '2026-03-23', '2026-03-22')).toBeUndefined()
})

it('shows the days on which nothing was decided, too', () => {
  expect(
    everyDay([
      { on: '2026-03-04', count: 2 },
      { on: '2026-03-02', count: 1 },
    ]),
  ).toEqual([
    { on: '2026-03-02', count: 1 },
    { on: '2026-03-03', count: 0 },
    { on: '2026-03-04', count: 2 },
  ])
})
