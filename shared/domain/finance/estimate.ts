import { type Cents, cents } from '../money/cents.ts'

/** One line of a cost estimate. Quantities in thousandths, unit prices excl. VAT in ten-thousandths of a euro, rates in basis points. */
export interface CostLineFigures {
  readonly quantityThousandths: number
  readonly unitPriceTenThousandths: number
  readonly vatRateBasisPoints: number
}

/** What is added to the works: each add-on is rounded on its own, and all carry `addOnVatRateBasisPoints`. */
export interface AddOnFigures {
  readonly contingencyBasisPoints: number
  readonly designFeeBasisPoints: number
  /** What the design fee is a percentage of (domain reference §3.1: the base must be explicit). */
  readonly designFeeBase: 'works' | 'works-and-contingency'
  /** Lump sum for preliminary studies, excl. VAT. */
  readonly preliminaryStudies: Cents
  readonly addOnVatRateBasisPoints: number
}

export interface VatByRate {
  readonly rateBasisPoints: number
  readonly base: Cents
  readonly vat: Cents
}

/** An estimate worked out. All amounts in cents; `lines` in the order given. */
export interface Estimate {
  readonly lines: readonly Cents[]
  readonly works: Cents
  readonly contingency: Cents
  readonly designFee: Cents
  readonly preliminaryStudies: Cents
  readonly amountExclVat: Cents
  readonly vatByRate: readonly VatByRate[]
  readonly vat: Cents
  readonly amountInclVat: Cents
}

/** Integer division rounded half up (away from zero for negatives), exact by BigInt. */
function divideHalfUp(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n ? -1n : 1n
  const magnitude = numerator < 0n ? -numerator : numerator
  return Number((sign * (magnitude * 2n + denominator)) / (denominator * 2n))
}

/** Amount of one line excl. VAT: quantity × unit price, rounded half up to the cent. */
export function lineAmount(line: CostLineFigures): Cents {
  const product = BigInt(line.quantityThousandths) * BigInt(line.unitPriceTenThousandths)
  return cents(divideHalfUp(product, 100_000n))
}

/** A share of an amount, rate in basis points (500 = 5 %), rounded half up to the cent. */
export function shareOf(amount: Cents, basisPoints: number): Cents {
  return cents(divideHalfUp(BigInt(amount) * BigInt(basisPoints), 10_000n))
}

/**
 * Works out an estimate by the rules of the domain reference §3.2: lines and add-ons rounded separately,
 * VAT once per rate on the summed base (invoice practice), no float anywhere.
 */
export function workOutEstimate(lines: readonly CostLineFigures[], addOns: AddOnFigures): Estimate {
  const amounts = lines.map(lineAmount)
  const works = cents(amounts.reduce((sum, amount) => sum + amount, 0))
  const contingency = shareOf(works, addOns.contingencyBasisPoints)
  const feeBase = addOns.designFeeBase === 'works' ? works : cents(works + contingency)
  const designFee = shareOf(feeBase, addOns.designFeeBasisPoints)

  const bases = new Map<number, number>()
  lines.forEach((line, index) => {
    const rate = line.vatRateBasisPoints
    bases.set(rate, (bases.get(rate) ?? 0) + (amounts[index] ?? 0))
  })
  const addOnTotal = contingency + designFee + addOns.preliminaryStudies
  if (addOnTotal !== 0) {
    const rate = addOns.addOnVatRateBasisPoints
    bases.set(rate, (bases.get(rate) ?? 0) + addOnTotal)
  }
  const vatByRate = [...bases]
    .sort(([left], [right]) => right - left)
    .map(([rateBasisPoints, base]) => ({
      rateBasisPoints,
      base: cents(base),
      vat: shareOf(cents(base), rateBasisPoints),
    }))
  const amountExclVat = cents(works + addOnTotal)
  const vat = cents(vatByRate.reduce((sum, entry) => sum + entry.vat, 0))
  return {
    lines: amounts,
    works,
    contingency,
    designFee,
    preliminaryStudies: addOns.preliminaryStudies,
    amountExclVat,
    vatByRate,
    vat,
    amountInclVat: cents(amountExclVat + vat),
  }
}

/** French compensation fund for VAT: 16.404 % of the eligible spend incl. VAT (domain reference §3.3). Information only. */
export function estimatedFctva(amountInclVat: Cents): Cents {
  return cents(divideHalfUp(BigInt(amountInclVat) * 16_404n, 100_000n))
}

/** The rounded cost that voters read: up to the next multiple of `step` cents. */
export function publishedCost(amountInclVat: Cents, step: Cents): Cents {
  return step <= 0 ? amountInclVat : cents(Math.ceil(amountInclVat / step) * step)
}
