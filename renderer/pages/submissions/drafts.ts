import { useCallback, useSyncExternalStore } from 'react'

/** What was typed and not yet sent, by key; survives leaving the submission and the page. */
const drafts = new Map<string, unknown>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A draft under a key; undefined while nothing was typed. Putting undefined forgets it. */
export function useDraft<Value>(key: string): [Value | undefined, (value: Value | undefined) => void] {
  const value = useSyncExternalStore(subscribe, () => drafts.get(key)) as Value | undefined
  const put = useCallback(
    (next: Value | undefined) => {
      if (next === undefined) drafts.delete(key)
      else drafts.set(key, next)
      for (const listener of listeners) listener()
    },
    [key],
  )
  return [value, put]
}
