import type { QueryClient } from '@tanstack/react-query'
import type { ParvisEvent } from '../../shared/contract/event.ts'

/** Reads that depend on every kind of data: counts, figures, the journal. */
const derived = [
  ['dossiers', 'overview'],
  ['dossiers', 'properties'],
  ['reports'],
  ['finance'],
  ['families'],
  ['journal'],
  ['signals'],
] as const

/** Reads of the whole dossier, too dear to be asked once per change: they wait until nothing changes any more. */
const dear = [
  ['reports', 'keyFigures'],
  ['signals', 'pending'],
  ['signals', 'counts'],
] as const
const quietMilliseconds = 800
/** Whoever never pauses is told the truth now and then all the same. */
const longestHold = 5_000

/** Asks again what changes have made old: at once, after a pause, or when it is quiet. */
export interface Refresher {
  /** Takes a notice of the services. */
  hear(event: ParvisEvent): void
  /**
   * Asks nothing again for so long, counted from the last call: what a person does next is not made to wait for counts.
   * What is shown meanwhile must already tell what the person has done.
   */
  hold(milliseconds: number): void
  stop(): void
}

function begins(queryKey: readonly unknown[], prefix: readonly string[]): boolean {
  return prefix.every((part, position) => queryKey[position] === part)
}

function isDear(queryKey: readonly unknown[]): boolean {
  return dear.some((prefix) => begins(queryKey, prefix))
}

/** A first answer still on its way may not know of the change, and the library would keep it as fresh: it is dropped. */
function askAgain(queries: QueryClient, prefix: readonly string[]): void {
  const onTheirWay = queries
    .getQueryCache()
    .findAll({ queryKey: prefix, type: 'active', fetchStatus: 'fetching' })
  for (const query of onTheirWay) if (query.state.data === undefined) void query.cancel({ silent: true })
  void queries.invalidateQueries({
    queryKey: prefix,
    predicate: (query) => !isDear(query.queryKey) || query.state.data === undefined,
  })
}

/** Makes the refresher of one window. */
export function createRefresher(queries: QueryClient): Refresher {
  const waiting = new Set<string>()
  let held = false
  let heldSince = 0
  let holdTimer: ReturnType<typeof setTimeout> | undefined
  let quietTimer: ReturnType<typeof setTimeout> | undefined

  const refreshDear = (): void => {
    // Nobody looks: asked when the window shows again.
    if (typeof document !== 'undefined' && document.hidden) {
      document.addEventListener('visibilitychange', refreshDear, { once: true })
      return
    }
    for (const prefix of dear) void queries.refetchQueries({ queryKey: prefix, type: 'active', stale: true })
  }
  const flush = (): void => {
    if (waiting.size === 0) return
    const topics = [...waiting]
    waiting.clear()
    for (const topic of topics) askAgain(queries, [topic])
    for (const prefix of derived) askAgain(queries, prefix)
    for (const prefix of dear) void queries.invalidateQueries({ queryKey: prefix, refetchType: 'none' })
    clearTimeout(quietTimer)
    quietTimer = setTimeout(refreshDear, quietMilliseconds)
  }
  return {
    hear(event) {
      if (event.kind !== 'changed') return
      for (const topic of event.topics) waiting.add(topic)
      if (!held) flush()
    },
    hold(milliseconds) {
      if (!held) heldSince = Date.now()
      held = true
      clearTimeout(holdTimer)
      const left = Math.max(0, heldSince + longestHold - Date.now())
      holdTimer = setTimeout(
        () => {
          held = false
          flush()
        },
        Math.min(milliseconds, left),
      )
    },
    stop() {
      clearTimeout(holdTimer)
      clearTimeout(quietTimer)
    },
  }
}
