import { diffArrays } from 'diff'
import { createStemReader } from '../../../shared/domain/similarity/stems.ts'
import { foldLigatures } from '../../../shared/domain/text/fold.ts'

/** A stretch of a text; marked: it is what is to be seen. */
export interface MarkedPart {
  readonly text: string
  readonly marked: boolean
}

export interface MarkedTexts {
  readonly left: readonly MarkedPart[]
  readonly right: readonly MarkedPart[]
}

/** In milliseconds: two long texts that have nothing in common are shown whole rather than awaited. */
const longestWait = 400

function joined(parts: readonly MarkedPart[]): readonly MarkedPart[] {
  const together: MarkedPart[] = []
  for (const part of parts) {
    const last = together.at(-1)
    if (last !== undefined && last.marked === part.marked)
      together[together.length - 1] = { text: last.text + part.text, marked: part.marked }
    else together.push(part)
  }
  return together
}

/** A word, or what stands between two. */
const piece = /[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu

/** As it is compared: capitals and accents are no difference, nor is what stands between words. */
function compared(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? foldLigatures(text) : ' '
}

/** Blanks between two marked words are marked with them: a stretch reads as one. */
function closed(parts: readonly MarkedPart[]): readonly MarkedPart[] {
  return parts.map((part, index) => {
    const between = compared(part.text) === ' '
    const around = parts[index - 1]?.marked === true && parts[index + 1]?.marked === true
    return between ? { ...part, marked: around } : part
  })
}

/** Marks in each text the words that are not in the other, in their order. */
export function markDifferences(left: string, right: string): MarkedTexts {
  const texts = { left: left.match(piece) ?? [], right: right.match(piece) ?? [] }
  const changes = diffArrays(texts.left.map(compared), texts.right.map(compared), { timeout: longestWait })
  if (changes === undefined)
    return { left: [{ text: left, marked: false }], right: [{ text: right, marked: false }] }
  const side = (pieces: readonly string[], own: 'added' | 'removed', absent: 'added' | 'removed') => {
    const parts: MarkedPart[] = []
    for (const change of changes) {
      if (change[absent]) continue
      for (const text of pieces.slice(parts.length, parts.length + change.count))
        parts.push({ text, marked: change[own] })
    }
    return joined(closed(parts))
  }
  return { left: side(texts.left, 'removed', 'added'), right: side(texts.right, 'added', 'removed') }
}

/** Marks in each text the words that the other has too, whatever their form: « arbres » and « arbre ». */
export function markCommon(left: string, right: string): MarkedTexts {
  const stemsOf = createStemReader()
  // Read beside a word that no text has, a stop word gives nothing, as in a sentence.
  const anchor = 'xyzzy'
  const anchorStem = stemsOf(anchor)[0]
  const mark = (text: string, others: ReadonlySet<number>): readonly MarkedPart[] =>
    joined(
      text
        .split(/([\p{L}\p{N}]+)/u)
        .filter((part) => part !== '')
        .map((part) => {
          const stems = stemsOf(`${part} ${anchor}`).filter((stem) => stem !== anchorStem)
          return { text: part, marked: stems.some((stem) => others.has(stem)) }
        }),
    )
  return { left: mark(left, new Set(stemsOf(right))), right: mark(right, new Set(stemsOf(left))) }
}
