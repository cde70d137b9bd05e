import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { usePreferences } from '../preferences/preferences.tsx'
import { isAnsweredByTarget, isSingleCharacter, isTypingTarget, keyName } from './key-name.ts'

/** One key of a page. `key` as `keyName` writes it: `j`, `shift+j`, `mod+k`, `enter`, `?`. */
export interface PageKey {
  readonly key: string
  /** What it does, in the user's language. */
  readonly label: string
  run(event: KeyboardEvent): void
  /** False: shown in the help, without effect now. */
  readonly enabled?: boolean
  /** Works while a field has the focus (only for keys with mod). */
  readonly inFields?: boolean
}

interface ScopedKey extends PageKey {
  readonly scope: KeyScopeState
}

interface KeyStore {
  subscribe(listener: () => void): () => void
  keys(): readonly ScopedKey[]
  register(owner: symbol, keys: readonly ScopedKey[]): void
  forget(owner: symbol): void
}

function createKeyStore(): KeyStore {
  const owners = new Map<symbol, readonly ScopedKey[]>()
  const listeners = new Set<() => void>()
  let all: readonly ScopedKey[] = []
  let told: ReturnType<typeof setTimeout> | undefined
  const settle = (): void => {
    all = [...owners.values()].flat()
    // Parts of a page come and go at each step through a list; who shows the keys hears of it when that is over.
    clearTimeout(told)
    told = setTimeout(() => {
      for (const listener of listeners) listener()
    }, 100)
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    keys: () => all,
    register(owner, keys) {
      owners.set(owner, keys)
      settle()
    },
    forget(owner) {
      owners.delete(owner)
      settle()
    },
  }
}

const KeyContext = createContext<KeyStore | null>(null)
const ScopeContext = createContext<KeyScopeState>({ isAwake: () => true, wake: () => undefined })

/** Listens to the keyboard for the whole window and hands each key to the page that declared it last. */
export function KeyProvider({ children }: { children: ReactNode }) {
  const store = useMemo(createKeyStore, [])
  const { preferences } = usePreferences()
  const singleKeys = preferences.singleKeys
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const name = keyName(event)
      if (name === undefined) return
      if (isSingleCharacter(name) && !singleKeys) return
      if (isAnsweredByTarget(event.target, name)) return
      const typing = isTypingTarget(event.target)
      const dialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
      const find = () =>
        store
          .keys()
          .findLast(
            (candidate) =>
              candidate.key === name &&
              candidate.enabled !== false &&
              (!typing || candidate.inFields === true) &&
              (!dialogOpen || candidate.inFields === true),
          )
      let found = find()
      if (found !== undefined && !found.scope.isAwake()) {
        found.scope.wake()
        found = find()
        if (found?.scope.isAwake() === false) return
      }
      if (found === undefined) return
      event.preventDefault()
      found.run(event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [store, singleKeys])
  return <KeyContext value={store}>{children}</KeyContext>
}

/** Whether the keys of a part of the page may act; the same object for as long as the part is there. */
export interface KeyScopeState {
  /** Asked at each press; it is not followed, so what it looks at need not draw anything. */
  isAwake(): boolean
  /** Brings the part up to date at once, where that is possible: a key was pressed for it. */
  wake(): void
}

interface KeyScopeProps {
  readonly scope: KeyScopeState
  readonly children: ReactNode
}

/** Lets the keys of a part of the page rest, for instance while that part still shows the object of before. */
export function KeyScope({ scope, children }: KeyScopeProps) {
  return <ScopeContext value={scope}>{children}</ScopeContext>
}

function useKeyStore(): KeyStore {
  const store = useContext(KeyContext)
  if (store === null) throw new Error('KeyProvider is missing')
  return store
}

/** All keys that work now, frame's first. */
export function useActiveKeys(): readonly PageKey[] {
  const store = useKeyStore()
  return useSyncExternalStore(store.subscribe, store.keys)
}

/** Declares the keys of a page or a pane while it is mounted. Fresh closures are used without declaring again. */
export function usePageKeys(keys: readonly PageKey[]): void {
  const store = useKeyStore()
  const scope = useContext(ScopeContext)
  const [owner] = useState(() => Symbol('keys'))
  const latest = useRef(keys)
  latest.current = keys
  const signature = keys.map(({ key, label, enabled }) => `${key}|${label}|${enabled !== false}`).join('\n')
  useEffect(() => {
    if (signature === '') store.register(owner, [])
    else {
      store.register(
        owner,
        latest.current.map((key, index) => ({
          ...key,
          scope,
          run: (event: KeyboardEvent) => latest.current[index]?.run(event),
        })),
      )
    }
    return () => store.forget(owner)
  }, [store, owner, signature, scope])
}
