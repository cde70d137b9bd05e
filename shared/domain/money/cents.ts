declare const centsBrand: unique symbol

/** An amount of euros in integer cents. Within ±90,000 billion euros, so that sums stay exact in a double. */
export type Cents = number & { readonly [centsBrand]: 'cents' }

export const zeroCents = 0 as Cents

/** Reads a whole number as cents. Throws a RangeError on fractions and beyond the exact range: money never rounds in silence. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not an exact amount of cents: ${value}`)
  return (value === 0 ? 0 : value) as Cents
}

/** Exact sum, in cents. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0
  for (const amount of amounts) sum += amount
  return cents(sum)
}
