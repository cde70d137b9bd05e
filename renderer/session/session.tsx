import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import type { OpenDossier, PersonProfile } from '../../shared/read-models/dossier.ts'
import type { ProcessDetail, ProcessSummary } from '../../shared/read-models/process.ts'
import { readKey, useRead } from '../api/use-call.ts'
import { useRemembered } from '../preferences/preferences.tsx'

interface Session {
  readonly dossier: OpenDossier | null
  /** True until the first answer about the open dossier. */
  readonly loading: boolean
  /** Takes the answer of any call that opens, closes or signs in; everything known about another dossier is dropped. */
  enter(dossier: OpenDossier | null): void
}

const SessionContext = createContext<Session>({ dossier: null, loading: true, enter: () => undefined })
const currentKey = readKey('dossiers.current', {})

/** Which dossier is open and who is signed in. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const { data, isPending } = useRead('dossiers.current', {})
  const enter = useCallback(
    (dossier: OpenDossier | null) => {
      queries.setQueryData(currentKey, dossier)
      queries.removeQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] !== 'application' && !(queryKey[0] === 'dossiers' && queryKey[1] === 'current'),
      })
    },
    [queries],
  )
  const session = useMemo(
    () => ({ dossier: data ?? null, loading: isPending, enter }),
    [data, isPending, enter],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The session, dossier open or not. */
export function useSession(): Session {
  return useContext(SessionContext)
}

interface Work {
  readonly dossier: OpenDossier
  readonly person: PersonProfile
  readonly process: ProcessDetail
  readonly processes: readonly ProcessSummary[]
  chooseProcess(id: string): void
}

const WorkContext = createContext<Work | null>(null)

interface WorkProviderProps {
  readonly dossier: OpenDossier
  readonly person: PersonProfile
  readonly waiting: ReactNode
  readonly children: ReactNode
}

/** What every page inside the frame may count on: an open dossier, a person, a démarche. */
export function WorkProvider({ dossier, person, waiting, children }: WorkProviderProps) {
  const { data: processes } = useRead('processes.list', {})
  const [remembered, remember] = useRemembered(`process:${dossier.path}`.slice(0, 100), '')
  const chosen = processes?.find(({ id }) => id === remembered) ?? processes?.[0]
  const { data: process } = useRead('processes.get', chosen ? { processId: chosen.id } : null)
  const work = useMemo(
    () => (process && processes ? { dossier, person, process, processes, chooseProcess: remember } : null),
    [dossier, person, process, processes, remember],
  )
  if (work === null) return waiting
  return <WorkContext value={work}>{children}</WorkContext>
}

/** Dossier, person and démarche of the moment. Only inside the frame. */
export function useWork(): Work {
  const work = useContext(WorkContext)
  if (work === null) throw new Error('WorkProvider is missing')
  return work
}

/** The démarche that the pages show. Only inside the frame. */
export function useProcessId(): string {
  return useWork().process.id
}
