import { findPassages } from '../../../shared/domain/moderation/redaction.ts'

const blocks = 'p,li,h2,h3,h4,blockquote,div'

interface TextPiece {
  readonly node: Text
  readonly start: number
}

/** The text of an element as it is read, a line for each block, and where each of its nodes begins in it. */
function readText(element: HTMLElement): { readonly text: string; readonly pieces: readonly TextPiece[] } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const pieces: TextPiece[] = []
  let text = ''
  let block: Element | null | undefined
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const around = node.parentElement?.closest(blocks) ?? null
    if (block !== undefined && around !== block) text += '\n'
    block = around
    pieces.push({ node: node as Text, start: text.length })
    text += node.textContent ?? ''
  }
  return { text, pieces }
}

/** Ranges of the passages in an element, also where they run over emphasis or a link. */
export function rangesOf(element: HTMLElement, passages: readonly string[]): readonly Range[] {
  const { text, pieces } = readText(element)
  const placeOf = (index: number): readonly [Text, number] | undefined => {
    const piece = pieces.findLast(({ start }) => start <= index)
    return piece === undefined
      ? undefined
      : [piece.node, Math.min(index - piece.start, piece.node.data.length)]
  }
  return findPassages(text, passages).flatMap(({ start, end }) => {
    const from = placeOf(start)
    const until = placeOf(end - 1)
    if (from === undefined || until === undefined) return []
    const range = document.createRange()
    range.setStart(...from)
    range.setEnd(until[0], until[1] + 1)
    return [range]
  })
}
