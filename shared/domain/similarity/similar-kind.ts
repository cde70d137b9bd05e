/**
 * How two proposals may be one: the same text edited; one subject in other words; one place and one theme. In the order
 * of how much they say: a pair is told once, as the first that fits.
 */
export const similarKinds = ['near-duplicate', 'related', 'same-place'] as const
export type SimilarKind = (typeof similarKinds)[number]
