/** A number in its street; `suffix` is folded: `bis`, `ter`, `quater`, a letter, or nothing. */
export interface HouseNumber {
  readonly number: number
  readonly suffix: string
}

/** Letters that stand for bis, ter and quater in most addresses. */
const suffixWords: Readonly<Record<string, string>> = { b: 'bis', t: 'ter', q: 'quater' }

/** Folds a suffix: `B`, `bis` and `BIS` are one. */
export function foldSuffix(text: string): string {
  const word = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return suffixWords[word] ?? word
}

/** Reads the number column of an address base, which may hold `163,0000000000`. Undefined for none and for 99999, which says "no number". */
export function readHouseNumber(text: string): number | undefined {
  const [, digits] = /^\s*(\d{1,5})(?:[.,]0*)?\s*$/.exec(text) ?? []
  const number = digits === undefined ? Number.NaN : Number(digits)
  return Number.isNaN(number) || number === 99_999 ? undefined : number
}
