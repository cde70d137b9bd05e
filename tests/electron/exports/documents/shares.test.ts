import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholePercentages } from '../../../../electron/exports/documents/shares.ts'

describe('wholePercentages', () => {
  it('gives the missing units to the largest remainders', () => {
    expect(wholePercentages([1, 1, 1])).toEqual([34, 33, 33])
    expect(wholePercentages([18, 12, 9, 9, 7, 4])).toEqual([31, 20, 15, 15, 12, 7])
  })

  it('gives nothing of nothing', () => {
    expect(wholePercentages([0, 0])).toEqual([0, 0])
    expect(wholePercentages([])).toEqual([])
  })

  it('always totals 100, each within one unit of its exact share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 40 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0)
        fc.pre(total > 0)
        const shares = wholePercentages(counts)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
        shares.forEach((share, index) => {
          expect(Math.abs(share - ((counts[index] ?? 0) * 100) / total)).toBeLessThan(1)
        })
      }),
    )
  })
})
