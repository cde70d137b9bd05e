import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { ParvisBridge } from '../../shared/contract/bridge.ts'
import { type Client, createClient } from './client.ts'
import { createRefresher, type Refresher } from './refresher.ts'
import { createTaskStore, type TaskStore } from './task-store.ts'

interface Parvis {
  readonly bridge: ParvisBridge
  readonly client: Client
  readonly tasks: TaskStore
  readonly refresher: Refresher
}

const ParvisContext = createContext<Parvis | null>(null)

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
  const queries = useMemo(createQueries, [])
  const parvis = useMemo(
    () => ({
      bridge,
      client: createClient(bridge),
      tasks: createTaskStore(),
      refresher: createRefresher(queries),
    }),
    [bridge, queries],
  )
  useEffect(() => {
    const forget = bridge.onEvent((event) => {
      parvis.refresher.hear(event)
      parvis.tasks.hear(event)
    })
    return () => {
      forget()
      parvis.refresher.stop()
    }
  }, [bridge, parvis])
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
