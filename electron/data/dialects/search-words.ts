/** Folds a text for search: lower case, no accents, ligatures opened (domain reference §8.4: œ = oe). */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

/** All words of a text, folded; anything that is not a letter or digit separates them. */
export function allWords(text: string): readonly string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of what somebody typed, at most 12. */
export function searchWords(typed: string): readonly string[] {
  return allWords(typed).slice(0, 12)
}
