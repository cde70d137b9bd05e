import { useCallback, useState } from 'react'

const kept = new Map<string, unknown>()

/**
 * State that outlives its page: filters, selection, what was typed and not sent. Kept under `key` until the window
 * closes; name the démarche in it where it matters.
 */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => (kept.has(key) ? (kept.get(key) as Value) : initial))
  const keep = useCallback(
    (next: Value) => {
      kept.set(key, next)
      setValue(next)
    },
    [key],
  )
  return [value, keep]
}
