import { foldLigatures } from '../text/fold.ts'
import { stopWords } from './stop-words.ts'

/**
 * The words of a text that carry its subject, in their order, folded. Elisions fall apart (« l’école » gives
 * « ecole »), numbers stay (« 30 km/h »), stop words go. A text of stop words alone keeps them all: « Pour tous »
 * must still be comparable with itself.
 */
export function contentWords(text: string): readonly string[] {
  const words = foldLigatures(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => !stopWords.has(word))
  return kept.length > 0 ? kept : words
}
