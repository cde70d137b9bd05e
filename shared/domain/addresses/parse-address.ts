import { foldSuffix, type HouseNumber } from './house-number.ts'
import { foldWords, isStreetType, streetWords } from './street-words.ts'

/** One way to read what a person wrote as an address. */
export interface ReadAddress {
  readonly house: HouseNumber | undefined
  /** Words of the street, abbreviations opened. */
  readonly street: readonly string[]
  readonly postcode: string | undefined
  /** Folded words after the postcode: most often the commune. */
  readonly commune: string
}

const longestAddress = 300
/** `12`, `12 bis`, `12B`, `12-14`, `12/14`, `12 à 14`, with `n°` or `au` before: the first number counts. */
const houseBefore =
  /^(?:n[°o.]?\s*|au\s+)?(\d{1,4})(?:\s*(?:-|\/|à|et|,(?=\s*\d))\s*\d{1,4}(?!\d))*(?:\s*(bis|ter|quater|quinquies)\b|\s?([a-h])\b(?![’']))?[\s,;.]+/i
/** A bare number at the end may be one; after a month it is a year. */
const houseAtEnd =
  /^(.*?(?<!janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre))\s+(\d{1,4})(?:\s*(bis|ter|quater)\b|\s?([a-h])\b)?$/i
const houseAfter = /(?:,\s*|\bn[°o.]\s*)(\d{1,4})(?:\s*(bis|ter|quater)\b|\s?([a-h])\b)?\s*$/i

function house(match: RegExpExecArray | null): HouseNumber | undefined {
  const [, digits, word, letter] = match ?? []
  return digits === undefined
    ? undefined
    : { number: Number(digits), suffix: foldSuffix(word ?? letter ?? '') }
}

/** What stands before the postcode, the postcode, and what follows it. */
function splitPostcode(text: string): readonly [before: string, postcode: string | undefined, after: string] {
  const match = /(?:^|[\s,;–-])((?:\d{5})|(?:\d{2} \d{3}))(?=$|[\s,;.)])/.exec(text)
  if (match === null || match[1] === undefined) return [text, undefined, '']
  const end = match.index + match[0].length
  const before = text.slice(0, match.index)
  const after = text.slice(end)
  // « 59100 Roubaix, 12 rue de la Paix »: the street comes last.
  if (before.trim() === '' && /[,;\n]/.test(after)) {
    const comma = after.search(/[,;\n]/)
    return [after.slice(comma + 1), match[1].replace(' ', ''), after.slice(0, comma)]
  }
  return [before, match[1].replace(' ', ''), after]
}

/** A number and the street after it, from a type word on; also inside a sentence: « devant le 12 rue de la Paix, école ». */
function insideSentence(text: string): string | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}°]+/gu)]
  const at = words.findIndex(
    ({ 0: word }, index) => index > 0 && isStreetType(foldWords(word)[0] ?? '') && word.length > 1,
  )
  const start = words[at]
  if (start === undefined) return undefined
  const number = /(\d{1,4}\s*(?:bis|ter|quater|[a-h])?)[\s,]*$/i.exec(text.slice(0, start.index))
  const from = number === null ? start.index : number.index
  const rest = text.slice(from)
  // What follows a comma is a place, not the name of the street.
  const comma = rest.search(/[,;(\n]/)
  const street = comma > (number?.[1]?.length ?? 0) + 1 ? rest.slice(0, comma) : rest
  return street.trim() === text.trim() ? undefined : street
}

/**
 * Ways to read an address, the plainest first. Empty where no word is left. What is written around it (a place, a
 * postcode, a commune) is taken off.
 */
export function parseAddress(text: string): readonly ReadAddress[] {
  const line = text.slice(0, longestAddress).replace(/\s+/g, ' ').trim()
  const [before, postcode, after] = splitPostcode(line)
  const commune = foldWords(after.split(/[,;(]/)[0] ?? '').join(' ')
  const pieces = new Set<string>()
  const street = before.replace(/^[\s,;–-]+|[\s,;–-]+$/g, '')
  pieces.add(street)
  // « 12 rue de la Paix, Roubaix » and « Médiathèque, 12 rue de la Paix »: each part on its own.
  const parts = street.split(/\s*[,;(]\s*/).filter((part) => part !== '')
  if (parts.length > 1) {
    const first = parts[0] ?? ''
    pieces.add(
      /^\d/.test(first) && parts.length > 1 && !/[a-z]{3}/i.test(first) ? `${first} ${parts[1]}` : first,
    )
    for (const part of parts.slice(1)) if (/\p{L}{2}/u.test(part)) pieces.add(part)
  }
  const inside = insideSentence(street)
  if (inside !== undefined) pieces.add(inside)
  const read: ReadAddress[] = []
  const seen = new Set<string>()
  const add = (found: HouseNumber | undefined, rest: string): void => {
    const words = streetWords(rest)
    const key = `${found?.number}${found?.suffix} ${words.join(' ')}`
    if (words.length === 0 || seen.has(key)) return
    seen.add(key)
    read.push({ house: found, street: words, postcode, commune })
  }
  for (const piece of pieces) {
    const first = houseBefore.exec(`${piece} `)
    if (first !== null) {
      const rest = `${piece} `.slice(first[0].length)
      if (rest.trim() !== '') add(house(first), rest)
      // « 8 mai 1945 » and « 11 novembre » are names of streets as well.
      if (/^(mai|mars|juin|aout|août|septembre|novembre|fevrier|février|juillet)\b/i.test(rest))
        add(undefined, piece)
      continue
    }
    const last = houseAfter.exec(piece)
    if (last !== null) add(house(last), piece.slice(0, last.index))
    add(undefined, piece)
    const end = last === null ? houseAtEnd.exec(piece) : null
    if (end !== null) {
      const [, rest = '', digits, word, letter] = end
      add({ number: Number(digits), suffix: foldSuffix(word ?? letter ?? '') }, rest)
    }
  }
  return read.slice(0, 8)
}
