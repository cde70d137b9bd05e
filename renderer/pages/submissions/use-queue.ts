import { useCallback, useEffect, useMemo, useState } from 'react'
import { useParams, useSearch } from 'wouter'
import { may } from '../../../shared/domain/people/permissions.ts'
import { useRead } from '../../api/use-call.ts'
import { type QueueQuery, readQuery, writeQuery } from '../../components/queue-query.ts'
import { useTwoOfficers } from '../../components/team/use-two-officers.ts'
import { navigateTo, replaceAddressSoon, useNavigations } from '../../navigation/hash-location.ts'
import { useWork } from '../../session/session.tsx'
import { toModerate } from './desk-views.ts'

interface QueueMemory {
  readonly query: string
  readonly currentId: string | null
  readonly selection: ReadonlySet<string>
}

/** Where one was in each démarche, until the window closes. */
const memories = new Map<string, QueueMemory>()

const nothing: ReadonlySet<string> = new Set()

export interface Queue {
  readonly query: QueueQuery
  /** The query as text: the same text means the same list. */
  readonly queryText: string
  change(part: Partial<QueueQuery>): void
  replace(query: QueueQuery): void
  readonly currentId: string | null
  open(submissionId: string | null): void
  readonly selection: ReadonlySet<string>
  select(ids: ReadonlySet<string>): void
}

/**
 * Filter, current submission and selection of the queue; all three survive leaving the page. A link with a query
 * (`/submissions?stages=…`) replaces the filter; `/submissions/<id>` opens one submission under the filter of before.
 */
export function useQueue(): Queue {
  const { process, person } = useWork()
  const { objectId } = useParams<{ objectId?: string }>()
  const search = useSearch()
  const { data: overview } = useRead('dossiers.overview', { processId: process.id })
  const twoOfficers = useTwoOfficers()
  // What waits comes first; where nothing does, everything is shown.
  const begins =
    may(person.roles, 'moderate') && overview?.toModerate !== 0 ? writeQuery(toModerate(twoOfficers)) : ''
  const initial = useMemo<QueueMemory>(
    () => ({ query: begins, currentId: null, selection: nothing }),
    [begins],
  )
  const [stored, setMemory] = useState(() => memories.get(process.id))
  const memory = stored ?? initial
  const put = useCallback(
    (part: Partial<QueueMemory>): void => {
      const next = { ...(memories.get(process.id) ?? initial), ...part }
      memories.set(process.id, next)
      setMemory(next)
    },
    [process.id, initial],
  )

  useEffect(() => {
    if (search === '') return
    put({ query: writeQuery(readQuery(search)), currentId: objectId ?? null, selection: nothing })
    navigateTo(objectId === undefined ? '/submissions' : `/submissions/${objectId}`, { replace: true })
  }, [search, objectId, put])
  // What the address names is followed once; where one goes from there, the address follows.
  const asked = `${useNavigations()} ${objectId}`
  const [followed, setFollowed] = useState<string>()
  useEffect(() => {
    setFollowed(asked)
    if (objectId !== undefined && memories.get(process.id)?.currentId !== objectId)
      put({ currentId: objectId })
  }, [asked, objectId, process.id, put])

  const query = useMemo(() => readQuery(memory.query), [memory.query])
  const replace = useCallback((next: QueueQuery) => put({ query: writeQuery(next) }), [put])
  const change = useCallback(
    (part: Partial<QueueQuery>) => {
      const now = readQuery((memories.get(process.id) ?? initial).query)
      put({ query: writeQuery({ ...now, ...part }) })
    },
    [put, process.id, initial],
  )
  const open = useCallback(
    (submissionId: string | null) => {
      put({ currentId: submissionId })
      replaceAddressSoon(submissionId === null ? '/submissions' : `/submissions/${submissionId}`)
    },
    [put],
  )
  const select = useCallback((selection: ReadonlySet<string>) => put({ selection }), [put])
  return {
    query,
    queryText: memory.query,
    change,
    replace,
    currentId: objectId !== undefined && asked !== followed ? objectId : memory.currentId,
    open,
    selection: memory.selection,
    select,
  }
}
