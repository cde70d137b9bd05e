/** Lower case, without accents: what two spellings have in common. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}

/** The same, ligatures opened (domain reference §8.4: œ = oe). */
export function foldLigatures(text: string): string {
  return fold(text).replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}

/** The folded words alone, one space between them: what names have in common however they are punctuated. */
export function foldToWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
