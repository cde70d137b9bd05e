/** An address as it is set behind the window of an envelope. */
export interface AddressBlock {
  readonly lines: readonly string[]
  /** Size of the type, in points. */
  readonly points: number
}

/** What is seen through the window of a DL envelope wherever the sheet slides in it: 84 mm wide, 30 mm high. */
export const addressWidth = 84
export const addressHeight = 30
/** Height of a line, as a multiple of the size of its type. */
export const addressLineHeight = 1.2

const millimetresPerPoint = 25.4 / 72
const sizes = [11, 10, 9, 8, 7] as const

/** Width of a text in ems: capitals and wide letters take more. Rather too wide than too narrow. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) {
    if (/[ilj.,;:'’|!Iíìîï ]/.test(letter)) width += 0.32
    else if (/[mwMWŒœÆæ@%—]/.test(letter)) width += 0.92
    else if (/[\p{Lu}\d&]/u.test(letter)) width += 0.68
    else if (/\p{L}/u.test(letter)) width += 0.56
    else width += 0.62
  }
  return width
}

/**
 * Name and address in lines that stay in the window: a long line is broken at a word (and indented by none of its
 * words lost), then the type gets smaller until all lines fit. Post code and town stay on one line where they can.
 */
export function addressBlock(name: string, address: string): AddressBlock {
  const typed = [name, ...address.split(/\r\n?|\n/)]
    .map((line) => line.replace(/[^\S\u00a0\u202f]+/g, ' ').trim())
    .filter((line) => line !== '')
  for (const points of sizes) {
    const fit = addressWidth / (points * millimetresPerPoint)
    const lines = typed.flatMap((line) => broken(line, fit))
    const height = lines.length * points * millimetresPerPoint * addressLineHeight
    if (height <= addressHeight || points === sizes[sizes.length - 1]) return { lines, points }
  }
  return { lines: typed, points: 7 }
}

/** A line cut at its spaces so that each piece is no wider than `fit` ems; a word wider than that is cut itself. */
function broken(line: string, fit: number): readonly string[] {
  const pieces: string[] = []
  let current = ''
  for (const word of line.split(' ').flatMap((part) => cutWord(part, fit))) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && textWidth(longer) > fit) {
      pieces.push(current)
      current = word
    } else current = longer
  }
  return current === '' ? pieces : [...pieces, current]
}

function cutWord(word: string, fit: number): readonly string[] {
  if (textWidth(word) <= fit) return [word]
  const pieces: string[] = []
  let current = ''
  for (const letter of word) {
    if (textWidth(current + letter) > fit) {
      pieces.push(current)
      current = ''
    }
    current += letter
  }
  return [...pieces, current]
}
