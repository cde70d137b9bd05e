/**
 * Edit distance of two words with neighbours swapped counting as one (optimal string alignment), or `limit + 1` as
 * soon as it is more than `limit`.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = previous
    previous = current
  }
  return previous[right.length] ?? limit + 1
}

/** How many letters of a word may be wrong and still be meant. */
function tolerated(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/** Sounds that are written in several ways and confused by ear, folded to one. */
function sound(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/qu|ck|q|k/g, 'c')
    .replace(/y/g, 'i')
    .replace(/(.)\1/g, '$1')
    .replace(/(?<=.{3})[sxtde]$/, '')
}

/** How alike two words are, 0 to 1; 0 below what a slip of the pen explains. Digits never stand for others. */
export function wordLikeness(left: string, right: string): number {
  if (left === right) return 1
  if (/\d/.test(left) || /\d/.test(right)) return 0
  if (left.length === 1 || right.length === 1) return left[0] === right[0] ? 0.75 : 0
  const length = Math.max(left.length, right.length)
  const limit = tolerated(length)
  const distance = limit === 0 ? 1 : editDistance(left, right, limit)
  if (distance <= limit && limit > 0) return 1 - (distance / length) * 1.2
  if (length >= 5 && sound(left) === sound(right)) return 0.85
  // « Bourges-Maunoury » cut short, « Prés. » opened to nothing known.
  if (Math.min(left.length, right.length) >= 4 && (left.startsWith(right) || right.startsWith(left)))
    return 0.7
  return 0
}
