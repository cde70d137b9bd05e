import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  estimatedFctva,
  lineAmount,
  publishedCost,
  workOutEstimate,
} from '../../../../shared/domain/finance/estimate.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'

const addOns = {
  contingencyBasisPoints: 1_000,
  designFeeBasisPoints: 800,
  designFeeBase: 'works' as const,
  preliminaryStudies: cents(90_000),
  addOnVatRateBasisPoints: 2_000,
}

describe('workOutEstimate', () => {
  it('gives the worked example of the domain reference to the cent', () => {
    const estimate = workOutEstimate(
      [
        { quantityThousandths: 4_000, unitPriceTenThousandths: 8_500_000, vatRateBasisPoints: 2_000 },
        { quantityThousandths: 12_000, unitPriceTenThousandths: 3_200_000, vatRateBasisPoints: 1_000 },
        { quantityThousandths: 1_000, unitPriceTenThousandths: 62_505_000, vatRateBasisPoints: 2_000 },
      ],
      addOns,
    )
    expect(estimate).toMatchObject({
      works: 1_349_050,
      contingency: 134_905,
      designFee: 107_924,
      amountExclVat: 1_681_879,
      vatByRate: [
        { rateBasisPoints: 2_000, base: 1_297_879, vat: 259_576 },
        { rateBasisPoints: 1_000, base: 384_000, vat: 38_400 },
      ],
      amountInclVat: 1_979_855,
    })
    expect(estimatedFctva(estimate.amountInclVat)).toBe(324_775)
    expect(publishedCost(estimate.amountInclVat, cents(50_000))).toBe(2_000_000)
  })

  it('rounds a line half up, as invoices do', () => {
    expect(
      lineAmount({ quantityThousandths: 500, unitPriceTenThousandths: 300, vatRateBasisPoints: 0 }),
    ).toBe(2)
    expect(
      lineAmount({ quantityThousandths: 333, unitPriceTenThousandths: 100, vatRateBasisPoints: 0 }),
    ).toBe(0)
  })

  it('I6 adds up whatever the lines', () => {
    const line = fc.record({
      quantityThousandths: fc.integer({ min: 0, max: 10_000_000 }),
      unitPriceTenThousandths: fc.integer({ min: 0, max: 1_000_000_000 }),
      vatRateBasisPoints: fc.constantFrom(2_000, 1_000, 550, 210, 0),
    })
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.integer({ min: 0, max: 3_000 }),
        (lines, contingency) => {
          const estimate = workOutEstimate(lines, { ...addOns, contingencyBasisPoints: contingency })
          const bases = estimate.vatByRate.reduce((sum, entry) => sum + entry.base, 0)
          const vat = estimate.vatByRate.reduce((sum, entry) => sum + entry.vat, 0)
          expect(bases).toBe(estimate.amountExclVat)
          expect(estimate.amountInclVat).toBe(estimate.amountExclVat + vat)
          expect(estimate.lines.reduce((sum, amount) => sum + amount, 0)).toBe(estimate.works)
        },
      ),
    )
  })

  const anyLine = fc.record({
    quantityThousandths: fc.integer({ min: 0, max: 10_000_000 }),
    unitPriceTenThousandths: fc.integer({ min: 0, max: 1_000_000_000 }),
    vatRateBasisPoints: fc.constantFrom(2_000, 1_000, 550, 210, 0),
  })

  it('rounds VAT once per rate, on the sum of its lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const bare = {
          ...addOns,
          contingencyBasisPoints: 0,
          designFeeBasisPoints: 0,
          preliminaryStudies: cents(0),
        }
        const estimate = workOutEstimate(lines, bare)
        for (const { rateBasisPoints, base, vat } of estimate.vatByRate) {
          const bases = lines
            .filter((line) => line.vatRateBasisPoints === rateBasisPoints)
            .map((line) => lineAmount(line))
          expect(base).toBe(bases.reduce((sum, amount) => sum + amount, 0))
          // Half a cent at most between the rounded tax and the exact one.
          expect(Math.abs(vat * 10_000 - base * rateBasisPoints)).toBeLessThanOrEqual(5_000)
        }
        const rates = estimate.vatByRate.map(({ rateBasisPoints }) => rateBasisPoints)
        expect(rates).toEqual(
          [...new Set(lines.map((line) => line.vatRateBasisPoints))].sort((a, b) => b - a),
        )
      }),
    )
  })

  it('gives the same totals whatever the order of the lines', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyLine, { maxLength: 30 })
          .chain((lines) =>
            fc.tuple(
              fc.constant(lines),
              fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
            ),
          ),
        ([lines, shuffled]) => {
          const { lines: _one, ...totals } = workOutEstimate(lines, addOns)
          const { lines: _other, ...again } = workOutEstimate(shuffled, addOns)
          expect(again).toEqual(totals)
        },
      ),
    )
  })

  it('answers whole cents only', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 30 }),
        fc.nat(10_000),
        fc.nat(10_000),
        (lines, one, other) => {
          const estimate = workOutEstimate(lines, {
            ...addOns,
            contingencyBasisPoints: one,
            designFeeBasisPoints: other,
            designFeeBase: 'works-and-contingency',
          })
          const amounts = [
            ...estimate.lines,
            ...estimate.vatByRate.flatMap(({ base, vat }) => [base, vat]),
            estimate.contingency,
            estimate.designFee,
            estimate.amountInclVat,
          ]
          expect(amounts.every(Number.isSafeInteger)).toBe(true)
        },
      ),
    )
  })

  it('takes the design fee on the works alone or with the contingency, as it is told', () => {
    const lines = [
      { quantityThousandths: 1_000, unitPriceTenThousandths: 100_000_000, vatRateBasisPoints: 2_000 },
    ]
    const fee = (designFeeBase: 'works' | 'works-and-contingency') =>
      workOutEstimate(lines, { ...addOns, designFeeBase }).designFee
    expect([fee('works'), fee('works-and-contingency')]).toEqual([80_000, 88_000])
  })
})
