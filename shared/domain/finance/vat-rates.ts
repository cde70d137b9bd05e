/** French VAT rates in basis points, the most frequent first: standard, intermediate, reduced, special, none. */
export const vatRates = [2_000, 1_000, 550, 210, 0] as const

/** The standard rate of Guadeloupe, Martinique and Réunion: accepted, proposed only where it is used already. */
const overseasRate = 850

/** Whether a rate exists in French VAT. */
export function isVatRate(basisPoints: number): boolean {
  return basisPoints === overseasRate || (vatRates as readonly number[]).includes(basisPoints)
}
