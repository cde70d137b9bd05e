/** As many numbers as one list may be narrowed to. */
export const mostListedNumbers = 50_000

/** Writes numbers as an address carries them: `3,7-12,40`. Each once, in order. */
export function writeNumberRanges(numbers: Iterable<number>): string {
  const sorted = [...new Set(numbers)].sort((left, right) => left - right)
  const parts: string[] = []
  for (let index = 0; index < sorted.length; ) {
    const first = sorted[index] ?? 0
    let last = first
    while (sorted[index + 1] === last + 1) {
      index += 1
      last += 1
    }
    parts.push(first === last ? String(first) : `${first}-${last}`)
    index += 1
  }
  return parts.join(',')
}

/** Reads them back, at most `mostListedNumbers`; what is no number is left out. */
export function readNumberRanges(text: string): readonly number[] {
  const numbers = new Set<number>()
  for (const part of text.split(',')) {
    const [, from, to] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? []
    if (from === undefined) continue
    for (let number = Number(from); number <= Number(to ?? from); number += 1) {
      if (numbers.size >= mostListedNumbers) return [...numbers]
      numbers.add(number)
    }
  }
  return [...numbers]
}
