/** Spreads the bits of a 32-bit number: the finaliser of MurmurHash3 (Appleby, public domain). */
export function mix(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** Two 32-bit numbers, in this order, as one. */
export function mixPair(first: number, second: number): number {
  return mix(Math.imul(first ^ 0x9e3779b9, 0x01000193) ^ mix(second))
}

/** A text as a 32-bit number: FNV-1a over its UTF-16 units, then spread. Two of 100,000 words share one by chance. */
export function hashText(text: string): number {
  let bits = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193)
  return mix(bits)
}
