import { stemmer } from '@orama/stemmers/french'
import { contentWords } from './content-words.ts'
import { hashText } from './hash.ts'

/** More spellings than this are forgotten and stemmed anew: an index of everything ever typed gains nothing. */
const mostSpellings = 300_000

/**
 * The hashed stems of a text's content words, in their order. Stemming is Snowball's French algorithm (Porter 2001)
 * on unaccented words, so that accents that a citizen left out change nothing; the plural of words in -o, -i, -u and -a,
 * which that algorithm keeps (« vélos »), goes first.
 */
export type ReadStems = (text: string) => Uint32Array

/** Makes a reader of stems with a memory of spellings: a dossier repeats its words. */
export function createStemReader(): ReadStems {
  const known = new Map<string, number>()
  const stemOf = (word: string): number => {
    let stem = known.get(word)
    if (stem === undefined) {
      if (known.size >= mostSpellings) known.clear()
      stem = hashText(stemmer(word.replace(/(?<=.{2}[aiou])s$/, '')))
      known.set(word, stem)
    }
    return stem
  }
  return (text) => Uint32Array.from(contentWords(text), stemOf)
}
