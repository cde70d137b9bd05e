import { foldLigatures } from '../../../shared/domain/text/fold.ts'
/** All words of a text, folded; anything that is not a letter or digit separates them. */
export function allWords(text: string): readonly string[] {
  return foldLigatures(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of what somebody typed, at most 12. */
export function searchWords(typed: string): readonly string[] {
  return allWords(typed).slice(0, 12)
}
