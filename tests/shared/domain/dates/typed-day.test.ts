import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedDay } from '../../../../shared/domain/dates/typed-day.ts'

describe('a typed day', () => {
  it('has its day before its month', () => {
    expect(['1/2/2026', '01/02/2026', '1.2.26', '1er février 2026', '2026-02-01'].map(typedDay)).toEqual(
      Array.from({ length: 5 }, () => '2026-02-01'),
    )
  })

  it('is nothing while it is still being typed, or is no day', () => {
    expect(['', '3', '2026', '31/02/2026', 'demain'].map(typedDay)).toEqual([null, null, null, null, null])
  })

  it('is the day that a field shows of it', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const on = date.toISOString().slice(0, 10)
        expect(typedDay(on.split('-').reverse().join('/'))).toBe(on)
      }),
    )
  })
})
