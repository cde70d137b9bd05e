import { type RefObject, useEffect } from 'react'
import { rangesOf } from './passage-ranges.ts'

/** Names of the marks in style sheets: every suggestion, and the one that the key would mask. */
const everyMark = 'mask-suggestion'
const currentMark = 'mask-suggestion-current'

/** Underlines passages where they are read, the current one more, without touching the text. */
export function usePassageMarks(
  element: RefObject<HTMLElement | null>,
  passages: readonly string[],
  current: string | undefined,
  /** Another value: the text has been drawn anew. */
  text: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks follow the text that they lie over
  useEffect(() => {
    if (element.current === null || passages.length === 0) return
    CSS.highlights.set(everyMark, new Highlight(...rangesOf(element.current, passages)))
    if (current !== undefined)
      CSS.highlights.set(currentMark, new Highlight(...rangesOf(element.current, [current])))
    return () => {
      CSS.highlights.delete(everyMark)
      CSS.highlights.delete(currentMark)
    }
  }, [element, passages, current, text])
}
