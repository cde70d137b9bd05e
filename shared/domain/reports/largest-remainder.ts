/**
 * Shares of counts in basis points, rounded to a tenth of a per cent and adding up to exactly 100 %: what is left
 * goes to the largest remainders, the first ones on a tie (domain reference §3.2, rule 8). All zero for no count.
 */
export function sharesInBasisPoints(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const floors = counts.map((count) => Math.floor((count * 1000) / total))
  const missing = 1000 - floors.reduce((sum, share) => sum + share, 0)
  const byRemainder = counts
    .map((count, index) => ({ index, remainder: (count * 1000) % total }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index)
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index))
  return floors.map((share, index) => (share + (raised.has(index) ? 1 : 0)) * 10)
}
