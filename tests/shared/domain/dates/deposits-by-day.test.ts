import { describe, expect, it } from 'vitest'
import { depositsByDay } from '../../../../shared/domain/dates/deposits-by-day.ts'

describe('depositsByDay', () => {
  it('I19 counts a deposit under the day of Paris, across the change of clocks', () => {
    const curve = depositsByDay(
      [
        { hour: '2026-03-28T22', count: 1 },
        { hour: '2026-03-28T23', count: 2 },
        { hour: '2026-03-29T21', count: 4 },
        { hour: '2026-03-29T22', count: 8 },
      ],
      'Europe/Paris',
    )
    expect(curve).toEqual([
      { on: '2026-03-28', count: 1, cumulated: 1 },
      { on: '2026-03-29', count: 6, cumulated: 7 },
      { on: '2026-03-30', count: 8, cumulated: 15 },
    ])
  })

  it('shows the days without a deposit too', () => {
    const hours = [
      { hour: '2026-02-01T10', count: 1 },
      { hour: '2026-02-04T10', count: 1 },
    ]
    expect(depositsByDay(hours, 'Europe/Paris').map(({ count }) => count)).toEqual([1, 0, 0, 1])
  })
})
