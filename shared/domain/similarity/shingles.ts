import { mixPair } from './hash.ts'

/** Stands before the first and after the last stem, so that even one word makes shingles. */
const edge = 0

/**
 * The shingles of a text: its pairs of neighbouring stems, the edges included, hashed, each once, ascending.
 * Pairs rather than single stems, because proposals on one subject share their words but not their order; pairs rather
 * than triples, because one word changed in a title of eight must not hide its twin.
 * Broder, « On the resemblance and containment of documents », 1997.
 */
export function shinglesOf(stems: Uint32Array): Uint32Array {
  if (stems.length === 0) return stems
  const shingles = new Uint32Array(stems.length + 1)
  let before = edge
  for (let index = 0; index < stems.length; index++) {
    const stem = stems[index] ?? edge
    shingles[index] = mixPair(before, stem)
    before = stem
  }
  shingles[stems.length] = mixPair(before, edge)
  return uniqueAscending(shingles)
}

/** The numbers of a list in ascending order, each once; the list itself is sorted. */
export function uniqueAscending(values: Uint32Array): Uint32Array {
  values.sort()
  let kept = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    if (index === 0 || value !== values[kept - 1]) values[kept++] = value
  }
  return values.slice(0, kept)
}
