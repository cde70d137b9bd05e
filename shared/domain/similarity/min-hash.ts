import { mix } from './hash.ts'

/**
 * Bands and rows of locality-sensitive hashing. Two texts of resemblance s share at least one band with a probability
 * of 1 − (1 − s^rows)^bands: 0.988 at s = 0.6, above 0.999 from s = 0.67, and 0.03 at s = 0.17, so that few
 * unlike texts are compared in vain.
 * Leskovec, Rajaraman, Ullman, « Mining of Massive Datasets », 3rd edition, § 3.3–3.4.
 */
export const bands = 32
export const rows = 4

const functionCount = bands * rows

/** Chosen once and for ever: the same text has the same bands in every run. */
const seeds = Uint32Array.from({ length: functionCount }, (_, index) => mix(0x51ab1e + index * 0x9e3779b9))
const factors = Uint32Array.from({ length: functionCount }, (_, index) => mix(seeds[index] ?? 0) | 1)

const smallest = new Uint32Array(functionCount)

/**
 * The band keys of a set of shingles: the minimum of each hash function over the set (MinHash: two sets share a minimum
 * as often as their resemblance; Broder 1997), `rows` minima hashed together per band. Written into `keys`.
 */
export function bandKeysOf(shingles: Uint32Array, keys: Uint32Array): void {
  smallest.fill(0xffffffff)
  for (let index = 0; index < shingles.length; index++) {
    const shingle = shingles[index] ?? 0
    for (let nth = 0; nth < functionCount; nth++) {
      let bits = Math.imul(shingle ^ (seeds[nth] ?? 0), factors[nth] ?? 1)
      bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d) >>> 0
      if (bits < (smallest[nth] ?? 0)) smallest[nth] = bits
    }
  }
  for (let band = 0; band < bands; band++) {
    let key = band
    for (let row = 0; row < rows; row++)
      key = mix(Math.imul(key, 0x01000193) ^ (smallest[band * rows + row] ?? 0))
    keys[band] = key
  }
}
