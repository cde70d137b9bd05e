/** How many numbers two ascending lists without repetition share. */
export function sharedCount(left: Uint32Array, right: Uint32Array): number {
  let shared = 0
  let here = 0
  let there = 0
  while (here < left.length && there < right.length) {
    const mine = left[here] ?? 0
    const theirs = right[there] ?? 0
    if (mine === theirs) shared++
    if (mine <= theirs) here++
    if (theirs <= mine) there++
  }
  return shared
}

/** The resemblance of two sets (Jaccard): shared over all, from 0 to 1. Two empty sets resemble nothing: 0. */
export function jaccard(left: Uint32Array, right: Uint32Array): number {
  if (left.length === 0 || right.length === 0) return 0
  const shared = sharedCount(left, right)
  return shared / (left.length + right.length - shared)
}
