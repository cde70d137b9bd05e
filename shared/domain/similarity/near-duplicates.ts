import { createFoundPairs, type FoundPairs } from './found-pairs.ts'
import { mixPair } from './hash.ts'
import { jaccard } from './jaccard.ts'
import { bandKeysOf, bands } from './min-hash.ts'
import { createPackedLists, grown } from './packed-lists.ts'

/** From this resemblance on, two texts are one text that somebody edited. */
export const nearDuplicateFrom = 0.6

/** Groups of texts with the very same shingles up to this size have all their pairs told. */
const wholeGroup = 20

/** In a bucket with more texts than this, each is compared with the next few only: enough to hold a cluster together. */
const largestBucket = 400
const nextInLargeBucket = 40

/**
 * Texts that are one text edited. Candidates share a band of MinHash keys; each is then compared exactly, so that no
 * score is an estimate and only a missed candidate can be missing.
 */
export interface NearDuplicateIndex {
  /** Adds the shingles of a text and answers its slot: 0, 1, 2… */
  add(shingles: Uint32Array): number
  /** Leaves the slot out of every later search. */
  remove(slot: number): void
  /** Everything near a slot, in one pass over all keys: quick enough for a text just typed. */
  near(slot: number): FoundPairs
  /**
   * All pairs, with what is told between two bands: the share done. Of texts copied word for word more than
   * `wholeGroup` times, each is told with the first of them, and the first alone with the rest.
   */
  all(): Generator<number, FoundPairs>
  /** The first slot with the very same shingles, as `all` last saw it. */
  firstAlike(slot: number): number
}

/** Starts without a text. */
export function createNearDuplicateIndex(): NearDuplicateIndex {
  const shingles = createPackedLists()
  let keys = new Uint32Array(bands << 10)
  const removed = new Set<number>()
  let firsts = new Uint32Array(0)
  const bandKeys = new Uint32Array(bands)

  const sharesBand = (one: number, other: number, until: number): boolean => {
    for (let band = 0; band < until; band++)
      if (keys[one * bands + band] === keys[other * bands + band]) return true
    return false
  }

  /** Slots by the first with the same shingles; the groups of more than one. */
  function groupAlike(): ReadonlyMap<number, readonly number[]> {
    firsts = new Uint32Array(shingles.count)
    const bySum = new Map<number, number[]>()
    const groups = new Map<number, number[]>()
    for (let slot = 0; slot < shingles.count; slot++) {
      firsts[slot] = slot
      const own = shingles.at(slot)
      if (removed.has(slot) || own.length === 0) continue
      const sum = own.reduce(mixPair, own.length)
      const sameSum = bySum.get(sum) ?? []
      const first = sameSum.find((other) => jaccard(shingles.at(other), own) === 1)
      if (first === undefined) bySum.set(sum, [...sameSum, slot])
      else {
        firsts[slot] = first
        const group = groups.get(first) ?? [first]
        group.push(slot)
        groups.set(first, group)
      }
    }
    return groups
  }

  return {
    add(list) {
      const slot = shingles.add(list)
      if ((slot + 1) * bands > keys.length) keys = grown(keys, (slot + 1) * bands)
      bandKeysOf(list, bandKeys)
      keys.set(bandKeys, slot * bands)
      return slot
    },

    remove: (slot) => void removed.add(slot),

    near(slot) {
      const found = createFoundPairs()
      const own = shingles.at(slot)
      for (let other = 0; other < shingles.count; other++) {
        if (other === slot || removed.has(other) || !sharesBand(slot, other, bands)) continue
        const score = jaccard(own, shingles.at(other))
        if (score >= nearDuplicateFrom) found.add(slot, other, score)
      }
      return found
    },

    *all() {
      const found = createFoundPairs()
      const groups = groupAlike()
      const membersOf = (slot: number): readonly number[] => groups.get(slot) ?? [slot]
      for (const [first, members] of groups) tellGroup(first, members, found)
      const slots = [...firsts.keys()].filter(
        (slot) => firsts[slot] === slot && shingles.at(slot).length > 0 && !removed.has(slot),
      )
      // A key and its slot in one number below 2^53: a plain sort brings equal keys together.
      const room = 2 ** 20
      const order = new Float64Array(slots.length)
      for (let band = 0; band < bands; band++) {
        yield band / bands
        for (const [index, slot] of slots.entries())
          order[index] = (keys[slot * bands + band] ?? 0) * room + index
        order.sort()
        for (let start = 0, end = 0; start < order.length; start = end) {
          const key = Math.floor((order[start] ?? 0) / room)
          while (end < order.length && Math.floor((order[end] ?? 0) / room) === key) end++
          const reach = end - start > largestBucket ? nextInLargeBucket : end - start
          for (let here = start; here < end; here++) {
            const one = slots[(order[here] ?? 0) % room] ?? 0
            for (let there = here + 1; there < Math.min(end, here + 1 + reach); there++) {
              const other = slots[(order[there] ?? 0) % room] ?? 0
              if (sharesBand(one, other, band)) continue
              const score = jaccard(shingles.at(one), shingles.at(other))
              if (score >= nearDuplicateFrom) tellAcross(one, other, score)
            }
          }
        }
      }
      return found

      function tellAcross(one: number, other: number, score: number): void {
        const ours = membersOf(one)
        const theirs = membersOf(other)
        const whole = ours.length <= wholeGroup && theirs.length <= wholeGroup
        for (const mine of whole ? ours : [one])
          for (const their of whole ? theirs : [other]) found.add(mine, their, score)
      }
    },

    firstAlike: (slot) => firsts[slot] ?? slot,
  }
}

function tellGroup(first: number, members: readonly number[], found: FoundPairs): void {
  const heads = members.length <= wholeGroup ? members : [first]
  for (const [index, head] of heads.entries())
    for (const other of members.slice(index + 1)) found.add(head, other, 1)
}
