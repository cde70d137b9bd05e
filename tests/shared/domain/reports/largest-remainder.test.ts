import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesInBasisPoints } from '../../../../shared/domain/reports/largest-remainder.ts'

describe('sharesInBasisPoints', () => {
  it('gives what is left to the largest remainders', () => {
    expect(sharesInBasisPoints([1, 1, 1])).toEqual([3340, 3330, 3330])
    expect(sharesInBasisPoints([0, 0])).toEqual([0, 0])
  })
  it('adds up to exactly 100 %, each share within a tenth of a per cent of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0)
        fc.pre(total > 0)
        const shares = sharesInBasisPoints(counts)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000)
        shares.forEach((share, index) => {
          expect(Math.abs(share - ((counts[index] ?? 0) * 10_000) / total)).toBeLessThan(10)
        })
      }),
    )
  })
})
