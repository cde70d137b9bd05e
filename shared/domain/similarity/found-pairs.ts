/** Two texts by the slots of their index, `left` before `right`, and how alike they are, from 0 to 1. */
export interface FoundPair {
  readonly left: number
  readonly right: number
  readonly score: number
}

/** Pairs in the order in which they were found, in arrays of numbers: there may be millions. */
export interface FoundPairs {
  readonly count: number
  add(one: number, other: number, score: number): void
  at(index: number): FoundPair
}

/** Starts without a pair. */
export function createFoundPairs(): FoundPairs {
  let numbers = new Float64Array(3 << 8)
  let count = 0
  return {
    get count() {
      return count
    },
    add(one, other, score) {
      if (3 * count + 3 > numbers.length) {
        const larger = new Float64Array(numbers.length * 2)
        larger.set(numbers)
        numbers = larger
      }
      numbers[3 * count] = Math.min(one, other)
      numbers[3 * count + 1] = Math.max(one, other)
      numbers[3 * count + 2] = score
      count++
    },
    at: (index) => ({
      left: numbers[3 * index] ?? 0,
      right: numbers[3 * index + 1] ?? 0,
      score: numbers[3 * index + 2] ?? 0,
    }),
  }
}

/**
 * The pairs that are among the `most` closest of at least one of their two texts, closest first. A text copied a
 * thousand times would otherwise make half a million pairs that nobody reads one by one.
 */
export function closestOfEach(pairs: FoundPairs, most: number): readonly FoundPair[] {
  const sorted = Array.from({ length: pairs.count }, (_, index) => pairs.at(index)).sort(
    (one, other) => other.score - one.score || one.left - other.left || one.right - other.right,
  )
  const counts = new Map<number, number>()
  return sorted.filter(({ left, right }) => {
    const ofLeft = counts.get(left) ?? 0
    const ofRight = counts.get(right) ?? 0
    if (ofLeft >= most && ofRight >= most) return false
    counts.set(left, ofLeft + 1)
    counts.set(right, ofRight + 1)
    return true
  })
}
