/** A text cut where it differs from another: `same` at both ends, the `part` of its own between. */
export interface DifferingPart {
  readonly head: string
  readonly part: string
  readonly tail: string
}

/** Cuts two texts into the beginning and end that they share and what differs between, at whole words. */
export function differingParts(before: string, after: string): readonly [DifferingPart, DifferingPart] {
  const left = words(before)
  const right = words(after)
  const most = Math.min(left.length, right.length)
  let start = 0
  while (start < most && left[start] === right[start]) start += 1
  let end = 0
  while (end < most - start && left.at(-1 - end) === right.at(-1 - end)) end += 1
  const cut = (text: readonly string[]): DifferingPart => ({
    head: text.slice(0, start).join(''),
    part: text.slice(start, text.length - end).join(''),
    tail: text.slice(text.length - end).join(''),
  })
  return [cut(left), cut(right)]
}

/** Words and the blanks between them, none lost. */
function words(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/gu) ?? []
}
