import { useCallback, useMemo } from 'react'
import { useSearch } from 'wouter'
import { type QueueQuery, readQuery, writeQuery } from '../../components/queue-query.ts'
import { navigateTo } from '../../navigation/hash-location.ts'
import { useKept } from '../../navigation/use-kept.ts'
import { useProcessId } from '../../session/session.tsx'

export interface MapQuery {
  readonly query: QueueQuery
  /** The query as text: the same text means the same list, here and in the queue. */
  readonly queryText: string
  change(part: Partial<QueueQuery>): void
}

/** The filters of the map: the queue's own, in the address; without any there, those of before. */
export function useMapQuery(): MapQuery {
  const processId = useProcessId()
  const search = useSearch()
  const [kept, keep] = useKept(`map:${processId}`, '')
  const queryText = search === '' ? kept : writeQuery({ ...readQuery(search), sort: undefined })
  const query = useMemo(() => readQuery(queryText), [queryText])
  const change = useCallback(
    (part: Partial<QueueQuery>) => {
      const next = writeQuery({ ...query, ...part, sort: undefined })
      keep(next)
      navigateTo(next === '' ? '/map' : `/map?${next}`, { replace: true })
    },
    [query, keep],
  )
  return { query, queryText, change }
}
