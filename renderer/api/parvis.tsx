import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { ParvisBridge } from '../../shared/contract/bridge.ts'
import type { ParvisEvent } from '../../shared/contract/event.ts'
import { type Client, createClient } from './client.ts'
import { createTaskStore, type TaskStore } from './task-store.ts'

interface Parvis {
  readonly bridge: ParvisBridge
  readonly client: Client
  readonly tasks: TaskStore
}

const ParvisContext = createContext<Parvis | null>(null)

/** Reads that depend on every kind of data: counts, figures, the journal. */
const derived = [
  ['dossiers', 'overview'],
  ['dossiers', 'properties'],
  ['reports'],
  ['finance'],
  ['journal'],
] as const

/** Asks again for what a change notice names. */
export function invalidateTopics(queries: QueryClient, event: ParvisEvent): void {
  if (event.kind !== 'changed') return
  for (const topic of event.topics) askAgain(queries, [topic])
  for (const queryKey of derived) askAgain(queries, queryKey)
}

/** A first answer still on its way may not know of the change, and the library would keep it as fresh: it is dropped. */
function askAgain(queries: QueryClient, queryKey: readonly string[]): void {
  const onTheirWay = queries.getQueryCache().findAll({ queryKey, type: 'active', fetchStatus: 'fetching' })
  for (const query of onTheirWay) if (query.state.data === undefined) void query.cancel({ silent: true })
  void queries.invalidateQueries({ queryKey })
}

/** The services are on this machine: no retry, no network state, fresh until a change notice says otherwise. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Number.POSITIVE_INFINITY,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Gives the client, the queries and the running tasks to everything below. */
export function ParvisProvider({ bridge, children }: { bridge: ParvisBridge; children: ReactNode }) {
  const parvis = useMemo(() => ({ bridge, client: createClient(bridge), tasks: createTaskStore() }), [bridge])
  const queries = useMemo(createQueries, [])
  useEffect(
    () =>
      bridge.onEvent((event) => {
        invalidateTopics(queries, event)
        parvis.tasks.hear(event)
      }),
    [bridge, queries, parvis],
  )
  return (
    <ParvisContext value={parvis}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ParvisContext>
  )
}

/** The client and its company. Throws outside the provider. */
export function useParvis(): Parvis {
  const parvis = useContext(ParvisContext)
  if (parvis === null) throw new Error('ParvisProvider is missing')
  return parvis
}

/** The typed client, for calls that are neither shown data nor a tracked change (dialogs, opening files). */
export function useClient(): Client {
  return useParvis().client
}
