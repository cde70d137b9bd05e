import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { callMethod, type InputOfName, type MethodName, type OutputOfName } from './client.ts'
import { useParvis } from './parvis.tsx'
import { readKey } from './use-call.ts'

/** Rows per call: a screen shows about thirty. */
const pageSize = 200

/** A long list of which only what is looked at is fetched. */
export interface RowWindow<Row> {
  readonly rowCount: number
  /** Undefined while the row's page is on its way. */
  rowAt(index: number): Row | undefined
  /** Tells which rows are on screen; their pages are fetched. */
  show(first: number, last: number): void
  /** True until the first page has come. */
  readonly pending: boolean
}

interface Slice<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

/**
 * Pages of a list method (`offset`, `limit`), fetched as the table shows them; up to a million rows.
 * `take` picks rows and total from an answer. While a new filter loads, the previous count stays.
 */
export function useRowWindow<N extends MethodName, Row>(
  name: N,
  input: Omit<InputOfName<N>, 'offset' | 'limit'> | null,
  take: (answer: OutputOfName<N>) => Slice<Row>,
): RowWindow<Row> {
  const { bridge } = useParvis()
  const [range, setRange] = useState({ first: 0, last: 0 })
  const pages = useMemo(() => {
    const wanted = new Set<number>()
    for (let page = range.first; page <= range.last; page += 1) wanted.add(page)
    return [...wanted]
  }, [range])
  const slices = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...readKey(name, input), 'page', page],
      queryFn: async () => {
        const asked = { ...input, offset: page * pageSize, limit: pageSize } as unknown as InputOfName<N>
        return take(await callMethod(bridge, name, asked))
      },
      enabled: input !== null,
      // A page that is asked again after a change keeps its old rows on screen meanwhile.
      gcTime: 60_000,
    })),
  })
  const byPage = new Map<number, Slice<Row>>()
  pages.forEach((page, position) => {
    const slice = slices[position]?.data
    if (slice !== undefined) byPage.set(page, slice)
  })
  const known = useRef<number>(undefined)
  const total = byPage.values().next().value?.total
  if (total !== undefined) known.current = total

  const rowAt = (index: number): Row | undefined =>
    byPage.get(Math.floor(index / pageSize))?.rows[index % pageSize]
  const show = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(Math.max(first, last) / pageSize) }
    setRange((before) => (before.first === next.first && before.last === next.last ? before : next))
  }, [])
  return { rowCount: known.current ?? 0, rowAt, show, pending: known.current === undefined }
}
