import { useCallback, useMemo, useRef, useState } from 'react'
import { useClient } from '../../api/parvis.tsx'

export interface DraftKeeper {
  /** Writes into the dossier what is on the form; null forgets it. Never more than one write is under way. */
  keep(value: string | null): void
  /** Drops what still waits to be written, and lets the write under way end. */
  settle(): Promise<void>
  /** Everything typed is in the dossier. */
  readonly kept: boolean
}

/** Keeps what is typed in the dossier as it is typed: each keystroke, or the last of those made while one was written. */
export function useDraftKeeper(processId: string): DraftKeeper {
  const client = useClient()
  const [kept, setKept] = useState(true)
  const next = useRef<string | null>(undefined)
  const writing = useRef<Promise<void>>(undefined)

  const write = useCallback(async () => {
    while (next.current !== undefined) {
      const value = next.current
      next.current = undefined
      try {
        await client.paper.saveDraft({ processId, value })
        if (next.current === undefined) setKept(true)
      } catch {
        // The form itself is still there, and its save will say what is wrong.
        setKept(false)
      }
    }
    writing.current = undefined
  }, [client, processId])

  const keep = useCallback(
    (value: string | null) => {
      next.current = value
      setKept(false)
      writing.current ??= write()
    },
    [write],
  )
  const settle = useCallback(async () => {
    next.current = undefined
    await writing.current
  }, [])
  return useMemo(() => ({ keep, settle, kept }), [keep, settle, kept])
}
