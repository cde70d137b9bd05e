import { type RefObject, useEffect } from 'react'
import { rangesOf } from './passage-ranges.ts'

/** Name of the mark in style sheets. */
const mark = 'signal-words'

/** Marks words where they stand in the text and brings them into sight, without touching the text. */
export function useShownWords(
  element: RefObject<HTMLElement | null>,
  words: string | undefined,
  /** Another value: the text has been drawn anew. */
  text: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark follows the text that it lies over
  useEffect(() => {
    if (element.current === null || words === undefined) return
    const ranges = rangesOf(element.current, [words])
    CSS.highlights.set(mark, new Highlight(...ranges))
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
    return () => {
      CSS.highlights.delete(mark)
    }
  }, [element, words, text])
}
