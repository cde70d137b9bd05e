import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useWork } from '../session/session.tsx'

interface Kept {
  readonly value: unknown
  /** What was typed was sent and refused. */
  readonly refused: boolean
}

/** What was typed and not yet saved, by dossier and form; survives leaving the page, until the window closes. */
const drafts = new Map<string, Kept>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export interface DraftStore<Value> {
  get(): Value | undefined
  /** Putting undefined forgets the draft. */
  put(value: Value | undefined): void
  /** Says whether what was typed was refused. */
  markRefused(refused: boolean): void
}

/** The draft under a key, read when it is needed. */
export function useDraftStore<Value>(key: string): DraftStore<Value> {
  const { dossier } = useWork()
  const name = `${dossier.path} ${key}`
  return useMemo(() => {
    const write = (kept: Kept | undefined): void => {
      if (kept === undefined) drafts.delete(name)
      else drafts.set(name, kept)
      for (const listener of listeners) listener()
    }
    return {
      get: () => drafts.get(name)?.value as Value | undefined,
      put: (value) => write(value === undefined ? undefined : { value, refused: false }),
      markRefused: (refused) => {
        const kept = drafts.get(name)
        if (kept !== undefined && kept.refused !== refused) write({ ...kept, refused })
      },
    }
  }, [name])
}

/** A draft under a key, followed; undefined while nothing was typed. Putting undefined forgets it. */
export function useDraft<Value>(key: string): [Value | undefined, (value: Value | undefined) => void] {
  const store = useDraftStore<Value>(key)
  const value = useSyncExternalStore(subscribe, store.get)
  return [value, store.put]
}

/** Whether something that was typed in this dossier is not in its file yet. */
export function useUnsavedDrafts(): 'none' | 'waiting' | 'refused' {
  const { dossier } = useWork()
  const read = useCallback(() => {
    const here = [...drafts].filter(([name]) => name.startsWith(`${dossier.path} `))
    if (here.some(([, { refused }]) => refused)) return 'refused'
    return here.length > 0 ? 'waiting' : 'none'
  }, [dossier.path])
  return useSyncExternalStore(subscribe, read)
}
