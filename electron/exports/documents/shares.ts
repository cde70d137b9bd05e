/**
 * Whole percentages that total exactly 100 (largest remainder, ties to the earlier row); all 0 when there is nothing.
 * Counts are whole numbers, zero or more.
 */
export function wholePercentages(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  // Whole-number arithmetic: floating shares would settle ties by rounding noise.
  const shares = counts.map((count, index) => ({
    index,
    percentage: Math.floor((count * 100) / total),
    remainder: (count * 100) % total,
  }))
  let missing = 100 - shares.reduce((sum, share) => sum + share.percentage, 0)
  const result = shares.map((share) => share.percentage)
  for (const share of [...shares].sort((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (missing === 0) break
    result[share.index] = share.percentage + 1
    missing -= 1
  }
  return result
}
