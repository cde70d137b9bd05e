import { createFoundPairs, type FoundPairs } from './found-pairs.ts'
import { createPackedLists, grown } from './packed-lists.ts'
import { uniqueAscending } from './shingles.ts'

const leastCosine = 0.3
const leastCosineOfTitles = 0.55
const titleStems = 5
const textStems = 25

/**
 * From which cosine on two texts are about one subject, by how many different stems the shorter one has. Full texts
 * that say one thing in two ways share few of their many words; bare titles share one by chance. Set by reading pairs
 * above and below the line side by side, of the Grand Débat in Lille, Le Vrai Débat, the consultation on equality of 2016
 * and the Paris participatory budget: what stands below it mostly has a word in common and no more.
 */
export function relatedFrom(stemCount: number): number {
  const share = Math.min(1, Math.max(0, (stemCount - titleStems) / (textStems - titleStems)))
  return leastCosineOfTitles + (leastCosine - leastCosineOfTitles) * share
}

/** Closest texts remembered of each one while all are compared. */
const rememberedOfEach = 8

/** Weight, of a vector of length 1, that a text's common words may have and not be looked up. */
const restLength = 0.2

/**
 * Texts on one subject in other words: cosine of their stems weighted by rarity (TF-IDF; Salton and Buckley 1988).
 * Exact: what is skipped is what cannot reach `relatedFrom`.
 */
export interface RelatedTextIndex {
  add(stems: Uint32Array): number
  remove(slot: number): void
  /** Everything related to these slots, in one pass over all texts for each. */
  near(slots: readonly number[]): Generator<number, FoundPairs>
  /**
   * All pairs, of each text the closest few among those before it, with the share done told on the way. `skip` says
   * which slots to leave out: copies of another.
   */
  all(skip: (slot: number) => boolean): Generator<number, FoundPairs>
}

/** Starts without a text. */
export function createRelatedTextIndex(): RelatedTextIndex {
  const terms = createPackedLists()
  const counts = createPackedLists()
  const termOf = new Map<number, number>()
  let textsWith = new Uint32Array(1 << 12)
  let alive = 0
  const removed = new Set<number>()

  function add(stems: Uint32Array): number {
    const unique = uniqueAscending(stems.slice())
    const ids = new Uint32Array(unique.length)
    const times = new Uint32Array(unique.length)
    const place = new Map<number, number>()
    for (let index = 0; index < unique.length; index++) {
      const stem = unique[index] ?? 0
      let term = termOf.get(stem)
      if (term === undefined) {
        term = termOf.size
        termOf.set(stem, term)
        if (term >= textsWith.length) textsWith = grown(textsWith, term + 1)
      }
      ids[index] = term
      textsWith[term] = (textsWith[term] ?? 0) + 1
      place.set(stem, index)
    }
    for (const stem of stems) {
      const index = place.get(stem) ?? 0
      times[index] = (times[index] ?? 0) + 1
    }
    alive++
    counts.add(times)
    return terms.add(ids)
  }

  /** Weight of each term by its rarity among the texts of now, and the length of each text's vector. */
  function weigh(): { readonly rarity: Float64Array; readonly lengths: Float64Array } {
    const rarity = new Float64Array(termOf.size)
    for (let term = 0; term < rarity.length; term++)
      rarity[term] = Math.log(1 + alive / Math.max(1, textsWith[term] ?? 1))
    const lengths = new Float64Array(terms.count)
    for (let slot = 0; slot < terms.count; slot++) {
      const ids = terms.at(slot)
      const times = counts.at(slot)
      let sum = 0
      for (let index = 0; index < ids.length; index++) {
        const weight = (1 + Math.log(times[index] ?? 1)) * (rarity[ids[index] ?? 0] ?? 0)
        sum += weight * weight
      }
      lengths[slot] = Math.sqrt(sum)
    }
    return { rarity, lengths }
  }

  function* near(slots: readonly number[]): Generator<number, FoundPairs> {
    const found = createFoundPairs()
    const { rarity, lengths } = weigh()
    const mine = new Float64Array(rarity.length)
    for (const [nth, slot] of slots.entries()) {
      const length = lengths[slot] ?? 0
      if (length === 0) continue
      const ids = terms.at(slot)
      const times = counts.at(slot)
      for (let index = 0; index < ids.length; index++) {
        const term = ids[index] ?? 0
        mine[term] = ((1 + Math.log(times[index] ?? 1)) * (rarity[term] ?? 0)) / length
      }
      for (let other = 0; other < terms.count; other++) {
        if (other === slot || removed.has(other)) continue
        const theirs = terms.at(other)
        const theirTimes = counts.at(other)
        let sum = 0
        for (let index = 0; index < theirs.length; index++) {
          const term = theirs[index] ?? 0
          const weight = mine[term] ?? 0
          if (weight > 0) sum += weight * (1 + Math.log(theirTimes[index] ?? 1)) * (rarity[term] ?? 0)
        }
        const score = sum / (lengths[other] || 1)
        if (score >= relatedFrom(Math.min(ids.length, theirs.length)))
          found.add(slot, other, Math.min(1, score))
      }
      for (const term of ids) mine[term] = 0
      yield (nth + 1) / slots.length
    }
    return found
  }

  /**
   * Texts that reach the threshold share a term among the rare ones of both: only those are kept in lists to look up
   * (prefix filtering; Bayardo, Ma, Srikant, « Scaling Up All Pairs Similarity Search », 2007). What two texts share
   * beyond lies in the rest of the one whose rare terms end first, and weighs at most the length of that rest.
   */
  function* all(skip: (slot: number) => boolean): Generator<number, FoundPairs> {
    const found = createFoundPairs()
    const { rarity, lengths } = weigh()
    const rank = rareFirst(textsWith.subarray(0, termOf.size))
    const entries = terms.startOf(terms.count)
    const ranks = new Uint32Array(entries)
    const weights = new Float32Array(entries)
    const rareEnds = new Uint32Array(terms.count)
    const lastRare = new Uint32Array(terms.count)
    const rests = new Float32Array(terms.count)
    const postings: number[][] = []
    const sums = new Float32Array(terms.count)
    const closest = createClosest(rememberedOfEach)

    for (let slot = 0; slot < terms.count; slot++) {
      if (slot % 500 === 0) yield slot / terms.count
      const length = lengths[slot] ?? 0
      if (length === 0 || removed.has(slot) || skip(slot)) continue
      const start = terms.startOf(slot)
      const end = terms.startOf(slot + 1)
      fillVector(slot, start, end, length)
      const touched: number[] = []
      const rareEnd = rareEnds[slot] ?? start
      for (let at = start; at < rareEnd; at++) {
        const term = ranks[at] ?? 0
        const weight = weights[at] ?? 0
        const list = postings[term]
        if (list !== undefined) {
          for (let index = 0; index < list.length; index += 2) {
            const other = list[index] ?? 0
            const before = sums[other] ?? 0
            if (before === 0) touched.push(other)
            sums[other] = before + weight * (weights[list[index + 1] ?? 0] ?? 0)
          }
          list.push(slot, at)
        } else postings[term] = [slot, at]
      }
      closest.clear()
      const myLast = lastRare[slot] ?? 0
      const myRest = rests[slot] ?? 0
      for (const other of touched) {
        const rest = myLast <= (lastRare[other] ?? 0) ? myRest : (rests[other] ?? 0)
        if ((sums[other] ?? 0) + rest >= leastCosine) {
          const score = product(start, end, terms.startOf(other), terms.startOf(other + 1))
          const shorter = Math.min(end - start, terms.startOf(other + 1) - terms.startOf(other))
          if (score >= relatedFrom(shorter)) closest.offer(other, score)
        }
        sums[other] = 0
      }
      closest.each((other, score) => found.add(slot, other, Math.min(1, score)))
    }
    return found

    /** The vector of a text, rarest term first, and where its common rest begins. */
    function fillVector(slot: number, start: number, end: number, length: number): void {
      const ids = terms.at(slot)
      const times = counts.at(slot)
      const order = Float64Array.from(ids, (term, index) => (rank[term] ?? 0) * 65_536 + index).sort()
      let rest = 1
      let rareEnd = end
      for (let nth = 0; nth < order.length; nth++) {
        const index = (order[nth] ?? 0) % 65_536
        const term = ids[index] ?? 0
        const weight = ((1 + Math.log(times[index] ?? 1)) * (rarity[term] ?? 0)) / length
        ranks[start + nth] = rank[term] ?? 0
        weights[start + nth] = weight
        rest -= weight * weight
        if (rareEnd === end && rest < restLength * restLength) {
          rareEnd = start + nth + 1
          rests[slot] = Math.sqrt(Math.max(0, rest))
        }
      }
      rareEnds[slot] = rareEnd
      lastRare[slot] = ranks[rareEnd - 1] ?? 0
    }

    function product(here: number, hereEnd: number, there: number, thereEnd: number): number {
      let sum = 0
      while (here < hereEnd && there < thereEnd) {
        const mine = ranks[here] ?? 0
        const theirs = ranks[there] ?? 0
        if (mine === theirs) sum += (weights[here] ?? 0) * (weights[there] ?? 0)
        if (mine <= theirs) here++
        if (theirs <= mine) there++
      }
      return sum
    }
  }

  return {
    add,
    remove(slot) {
      if (removed.has(slot)) return
      removed.add(slot)
      alive--
      for (const term of terms.at(slot)) textsWith[term] = Math.max(0, (textsWith[term] ?? 1) - 1)
    },
    near,
    all,
  }
}

/** The place of each term when the rarest comes first. */
function rareFirst(textsWith: Uint32Array): Uint32Array {
  const room = 2 ** 24
  const order = Float64Array.from(textsWith, (count, term) => count * room + term).sort()
  const ranks = new Uint32Array(textsWith.length)
  for (let nth = 0; nth < order.length; nth++) ranks[(order[nth] ?? 0) % room] = nth
  return ranks
}

/** The few best of many: a list so short that keeping it in order by insertion is the quickest way. */
function createClosest(most: number) {
  const slots: number[] = []
  const scores: number[] = []
  return {
    clear(): void {
      slots.length = 0
      scores.length = 0
    },
    offer(slot: number, score: number): void {
      if (slots.length === most && score <= (scores[most - 1] ?? 0)) return
      let at = slots.length
      while (at > 0 && (scores[at - 1] ?? 0) < score) at--
      slots.splice(at, 0, slot)
      scores.splice(at, 0, score)
      if (slots.length > most) {
        slots.pop()
        scores.pop()
      }
    },
    each(visit: (slot: number, score: number) => void): void {
      for (const [index, slot] of slots.entries()) visit(slot, scores[index] ?? 0)
    },
  }
}
