import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, sumCents } from '../../../../shared/domain/money/cents.ts'

describe('cents', () => {
  it('refuses what is no exact amount', () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])
      expect(() => cents(value)).toThrow(RangeError)
  })

  it('knows no negative zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true)
  })

  it('adds up the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }).map(cents)), (amounts) => {
        expect(sumCents(amounts.toReversed())).toBe(sumCents(amounts))
      }),
    )
  })
})
