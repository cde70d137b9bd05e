/** Folds a text for search: lower case, no accents, ligatures opened (domain reference §8.4: œ = oe). */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

/** The words of what somebody typed, folded, at most 12; anything that is not a letter or digit separates them. */
export function searchWords(typed: string): readonly string[] {
  return (foldForSearch(typed).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12)
}
