import { wordLikeness } from './similar-words.ts'
import { isMistypedSmallWord, isStreetType, isTelling, unstuck } from './street-words.ts'

/** A street of the address base. */
export interface KnownStreet {
  readonly id: number
  readonly name: string
  /** `streetKey` of its name. */
  readonly key: string
  readonly postcode: string
  readonly commune: string
}

/** A street that may be meant, and how much of what was written it explains, 0 to 1. */
export interface StreetMatch {
  readonly street: KnownStreet
  readonly score: number
}

export interface AddressIndex {
  readonly streets: readonly KnownStreet[]
  /** The streets that these words may mean, the likeliest first. `unfinished`: the last word is still being typed. */
  match(words: readonly string[], limit: number, unfinished?: boolean): readonly StreetMatch[]
}

/** A street type says little: many people write « rue » for an avenue. */
const typeWeight = 0.35
/** A word nobody knows weighs as much as a rare one. */
const leastScore = 0.4
/** Streets compared in full for one question. */
const mostCompared = 300

interface IndexedStreet {
  readonly street: KnownStreet
  readonly words: readonly string[]
  readonly weight: number
}

function trigrams(word: string): readonly string[] {
  const padded = `^${word}$`
  return Array.from({ length: Math.max(1, padded.length - 2) }, (_, index) => padded.slice(index, index + 3))
}

/**
 * Finds streets by their words, each weighed by how few streets have it (inverse document frequency), slips of the pen
 * allowed: likeness of words by edit distance among those that share trigrams.
 */
export function createAddressIndex(streets: readonly KnownStreet[]): AddressIndex {
  const frequency = new Map<string, number>()
  const split = streets.map(({ key }) => [...new Set(key.split(' ').filter(isTelling))])
  for (const words of split) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const total = Math.max(2, streets.length)
  const weightOf = (word: string, first: boolean): number =>
    first && isStreetType(word)
      ? typeWeight
      : Math.log(1 + total / (frequency.get(word) ?? 1)) / Math.log(1 + total)

  const indexed: IndexedStreet[] = []
  const byWord = new Map<string, number[]>()
  streets.forEach((street, position) => {
    const words = split[position] ?? []
    indexed.push({
      street,
      words,
      weight: words.reduce((sum, word, at) => sum + weightOf(word, at === 0), 0),
    })
    for (const word of words) {
      const list = byWord.get(word)
      if (list === undefined) byWord.set(word, [position])
      else list.push(position)
    }
  })
  const byTrigram = new Map<string, string[]>()
  for (const word of byWord.keys())
    for (const part of new Set(trigrams(word))) {
      const list = byTrigram.get(part)
      if (list === undefined) byTrigram.set(part, [word])
      else list.push(word)
    }
  const byInitial = new Map<string, string[]>()
  for (const word of byWord.keys())
    byInitial.set(word[0] ?? '', [...(byInitial.get(word[0] ?? '') ?? []), word])

  const alike = new Map<string, ReadonlyMap<string, number>>()
  /** Words of the base that a written word may mean, with their likeness. */
  const meanings = (word: string): ReadonlyMap<string, number> => {
    const known = alike.get(word)
    if (known !== undefined) return known
    const found = new Map<string, number>()
    if (byWord.has(word)) found.set(word, 1)
    if (word.length > 1 && !/^\d/.test(word)) {
      const shared = new Map<string, number>()
      for (const part of trigrams(word))
        for (const other of byTrigram.get(part) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      for (const [other, count] of shared) {
        if (other === word || count < 2) continue
        const likeness = wordLikeness(word, other)
        if (likeness > 0) found.set(other, likeness)
      }
    } else if (/^[a-z]$/.test(word))
      for (const other of byInitial.get(word) ?? []) found.set(other, other === word ? 1 : 0.75)
    // What people write does not repeat for ever: the memory of a long batch stays small.
    if (alike.size > 20_000) alike.clear()
    alike.set(word, found)
    return found
  }

  /** The same for a word that is being typed: it may begin any longer one. */
  const beginnings = (word: string): ReadonlyMap<string, number> => {
    const found = new Map(meanings(word))
    for (const other of byWord.keys())
      if (other.length > word.length && other.startsWith(word))
        found.set(other, Math.max(found.get(other) ?? 0, 0.9))
    return found
  }

  /** What nobody knows may be a small word mistyped, or stuck to the next one. */
  const asKnown = (word: string): readonly string[] => {
    if (meanings(word).size > 0) return [word]
    const rest = unstuck(word)
    if (rest !== undefined && meanings(rest).size > 0) return [rest]
    return isMistypedSmallWord(word) ? [] : [word]
  }

  return {
    streets,
    match(written, limit, unfinished = false) {
      const words = [...new Set(written.filter(isTelling).flatMap(asKnown))]
      if (words.length === 0) return []
      const asked = words.map((word, at) => ({
        word,
        weight: weightOf(word, at === 0),
        type: at === 0 && isStreetType(word),
        meanings: unfinished && at === words.length - 1 ? beginnings(word) : meanings(word),
      }))
      const askedWeight = asked.reduce((sum, { weight }) => sum + weight, 0)
      // The rarest words lead; a type alone leads nowhere, unless it is all there is.
      const leading = asked.some(({ type }) => !type) ? asked.filter(({ type }) => !type) : asked
      const gathered = new Map<number, number>()
      for (const { weight, meanings: found } of leading)
        for (const [meant, likeness] of found)
          for (const position of byWord.get(meant) ?? [])
            gathered.set(position, (gathered.get(position) ?? 0) + likeness * weight)
      const candidates =
        gathered.size <= mostCompared
          ? [...gathered.keys()]
          : [...gathered]
              .sort(([, left], [, right]) => right - left)
              .slice(0, mostCompared)
              .map(([position]) => position)
      const matches: StreetMatch[] = []
      for (const position of candidates) {
        const candidate = indexed[position]
        if (candidate === undefined) continue
        const score = likenessOf(asked, askedWeight, candidate, weightOf)
        if (score >= leastScore) matches.push({ street: candidate.street, score })
      }
      return matches.sort((left, right) => right.score - left.score).slice(0, limit)
    },
  }
}

interface AskedWord {
  readonly word: string
  readonly weight: number
  readonly type: boolean
  readonly meanings: ReadonlyMap<string, number>
}

/** Weighed overlap of the two lists of words (Dice), each word of the street used once. */
function likenessOf(
  asked: readonly AskedWord[],
  askedWeight: number,
  { words, weight }: IndexedStreet,
  weightOf: (word: string, first: boolean) => number,
): number {
  const used = new Set<string>()
  let [explained, covered] = [0, 0]
  for (const { weight: wordWeight, meanings } of asked) {
    let best: string | undefined
    let likeness = 0
    for (const other of words) {
      const found = meanings.get(other) ?? 0
      if (found > likeness && !used.has(other)) {
        best = other
        likeness = found
      }
    }
    if (best === undefined) continue
    used.add(best)
    explained += wordWeight * likeness
    covered += weightOf(best, words[0] === best) * likeness
  }
  return (explained + covered) / (askedWeight + weight)
}
