import { distanceInMetres } from '../geo/distance.ts'
import { closestOfEach, createFoundPairs, type FoundPair, type FoundPairs } from './found-pairs.ts'
import { createNearDuplicateIndex } from './near-duplicates.ts'
import { createRelatedTextIndex } from './related-texts.ts'
import { type PlacedText, placesNear, samePlaces, samePlaceWithin } from './same-place.ts'
import { shinglesOf } from './shingles.ts'
import type { SimilarKind } from './similar-kind.ts'
import { createStemReader } from './stems.ts'

/** A proposal as it is compared. `theme`: null where it has none; then its place alone says nothing. */
export interface ComparedText {
  readonly id: string
  readonly processId: string
  readonly theme: string | null
  readonly title: string
  readonly bodyText: string
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Two proposals that may be one. `a` before `b` in the order of their ids. */
export interface SimilarPair {
  readonly a: string
  readonly b: string
  readonly kind: SimilarKind
  /** From 0 to 1: share of common wording, cosine of subjects, or nearness within the distance looked for. */
  readonly score: number
  /** Metres between the two; null unless both are on the map. */
  readonly distance: number | null
}

/** Closest texts told of each, per kind: who looks for doubles of a text reads no further. */
export const toldOfEach = { 'near-duplicate': 20, related: 4, 'same-place': 3 } as const

/** Above so many texts to look at, comparing all with all is quicker than each with all. */
const fewSlots = 200

/** The texts of a dossier and who resembles whom. The generators tell the share done, from 0 to 1, on the way. */
export interface SimilarityIndex {
  readonly size: number
  /** Adds a text, or takes it in the place of what its id stood for. */
  put(text: ComparedText): void
  remove(id: string): void
  /** Every pair, closest first, kind by kind. */
  all(): Generator<number, readonly SimilarPair[]>
  /** Every pair of these texts with any other. */
  near(ids: readonly string[]): Generator<number, readonly SimilarPair[]>
}

/** Starts without a text. */
export function createSimilarityIndex(): SimilarityIndex {
  const stemsOf = createStemReader()
  const nearDuplicates = createNearDuplicateIndex()
  const relatedTexts = createRelatedTextIndex()
  const texts: (Omit<ComparedText, 'title' | 'bodyText'> | undefined)[] = []
  const slots = new Map<string, number>()

  function remove(id: string): void {
    const slot = slots.get(id)
    if (slot === undefined) return
    slots.delete(id)
    texts[slot] = undefined
    nearDuplicates.remove(slot)
    relatedTexts.remove(slot)
  }

  function* placed(): Generator<PlacedText> {
    for (const [slot, text] of texts.entries()) {
      if (text === undefined || text.theme === null || text.latitude === null || text.longitude === null)
        continue
      const subject = `${text.processId}/${text.theme}`
      yield { slot, subject, latitude: text.latitude, longitude: text.longitude }
    }
  }

  function distanceBetween({ left, right }: FoundPair): number | null {
    const [one, other] = [texts[left], texts[right]]
    if (one?.latitude == null || one.longitude === null) return null
    if (other?.latitude == null || other.longitude === null) return null
    return Math.round(
      distanceInMetres(
        { latitude: one.latitude, longitude: one.longitude },
        { latitude: other.latitude, longitude: other.longitude },
      ),
    )
  }

  /** Each pair once, as the first kind that fits; of each text the closest few of a kind. */
  function tell(found: Readonly<Record<SimilarKind, FoundPairs>>): readonly SimilarPair[] {
    const told = new Set<number>()
    const pairs: SimilarPair[] = []
    for (const kind of ['near-duplicate', 'related', 'same-place'] as const) {
      for (const pair of closestOfEach(found[kind], toldOfEach[kind])) {
        const [one, other] = [texts[pair.left], texts[pair.right]]
        const key = pair.left * 2 ** 24 + pair.right
        if (one === undefined || other === undefined || told.has(key)) continue
        // An idea of another démarche is of interest only when somebody copied it.
        if (kind !== 'near-duplicate' && one.processId !== other.processId) continue
        told.add(key)
        const [a, b] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
        pairs.push({ a, b, kind, score: pair.score, distance: distanceBetween(pair) })
      }
    }
    return pairs
  }

  function* all(isWanted: (slot: number) => boolean = () => true): Generator<number, readonly SimilarPair[]> {
    const near = yield* part(nearDuplicates.all(), 0, 0.4)
    const related = yield* part(
      relatedTexts.all((slot) => nearDuplicates.firstAlike(slot) !== slot),
      0.4,
      0.95,
    )
    const places = closerIsMore(samePlaces(placed()))
    return tell({
      'near-duplicate': wanted(near, isWanted),
      related: wanted(related, isWanted),
      'same-place': wanted(places, isWanted),
    })
  }

  return {
    get size() {
      return slots.size
    },

    put({ title, bodyText, ...text }) {
      remove(text.id)
      const stems = stemsOf(`${title}\n${bodyText}`)
      const slot = nearDuplicates.add(shinglesOf(stems))
      relatedTexts.add(stems)
      texts[slot] = text
      slots.set(text.id, slot)
    },

    remove,

    all: () => all(),

    *near(ids) {
      const looked = new Set(ids.flatMap((id) => slots.get(id) ?? []))
      const isWanted = (slot: number): boolean => looked.has(slot)
      if (looked.size > fewSlots) return yield* all(isWanted)
      const near = createFoundPairs()
      for (const slot of looked) {
        const found = nearDuplicates.near(slot)
        for (let index = 0; index < found.count; index++) {
          const pair = found.at(index)
          near.add(pair.left, pair.right, pair.score)
        }
      }
      const related = yield* part(relatedTexts.near([...looked]), 0, 1)
      const places = closerIsMore(placesNear([...placed()], looked))
      return tell({ 'near-duplicate': near, related, 'same-place': places })
    },
  }
}

/** A part of a longer work: its own shares done become shares of the whole. */
function* part<T>(work: Generator<number, T>, from: number, until: number): Generator<number, T> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    yield from + step.value * (until - from)
  }
}

function wanted(pairs: FoundPairs, isWanted: (slot: number) => boolean): FoundPairs {
  const kept = createFoundPairs()
  for (let index = 0; index < pairs.count; index++) {
    const { left, right, score } = pairs.at(index)
    if (isWanted(left) || isWanted(right)) kept.add(left, right, score)
  }
  return kept
}

/** Distances in metres as scores from 0 to 1. */
function closerIsMore(pairs: FoundPairs): FoundPairs {
  const scored = createFoundPairs()
  for (let index = 0; index < pairs.count; index++) {
    const { left, right, score } = pairs.at(index)
    scored.add(left, right, Math.max(0, 1 - score / samePlaceWithin))
  }
  return scored
}
