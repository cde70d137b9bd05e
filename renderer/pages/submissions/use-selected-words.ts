import { type RefObject, useEffect, useState } from 'react'

/** The words that are selected inside an element, trimmed; empty when the selection lies elsewhere. */
export function useSelectedWords(element: RefObject<HTMLElement | null>): string {
  const [words, setWords] = useState('')
  useEffect(() => {
    const look = (): void => {
      const selection = document.getSelection()
      const holds = (node: Node | null | undefined): boolean =>
        node != null && element.current?.contains(node) === true
      const inside = holds(selection?.anchorNode) && holds(selection?.focusNode)
      setWords(inside ? (selection?.toString().trim() ?? '') : '')
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [element])
  return words
}
