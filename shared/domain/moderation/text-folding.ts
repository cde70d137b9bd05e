/** What somebody typed, folded, as a part of a pattern that stands for nothing but itself. */
export function literalPattern(typed: string): string {
  return foldInPlace(typed.trim()).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/**
 * A text without case or accents, of the same length: what is found in it stands at the same place in the original.
 * Letters that would grow (œ, ß) stay as they are.
 */
export function foldInPlace(text: string): string {
  return text.replace(/[^\0-\x7f]|[A-Z]/g, (letter) => {
    const folded = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return folded.length === letter.length ? folded : letter.toLowerCase()
  })
}
