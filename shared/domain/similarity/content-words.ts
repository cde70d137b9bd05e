import { stopWords } from './stop-words.ts'

/** Lower case, without accents or ligatures: citizens write « école », « ECOLE » and « ecole ». */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
}

/**
 * The words of a text that carry its subject, in their order, folded. Elisions fall apart (« l’école » gives
 * « ecole »), numbers stay (« 30 km/h »), stop words go. A text of stop words alone keeps them all: « Pour tous »
 * must still be comparable with itself.
 */
export function contentWords(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => !stopWords.has(word))
  return kept.length > 0 ? kept : words
}
