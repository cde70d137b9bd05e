import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SubmissionRow } from '../../../shared/read-models/submission.ts'
import { callMethod } from '../../api/client.ts'
import { useParvis } from '../../api/parvis.tsx'
import { readKey } from '../../api/use-call.ts'
import type { RowWindow } from '../../api/use-row-window.ts'

/** How far the texts around the current line are read before they are asked: decisions go down the list. */
const behind = 2
const ahead = 10

/** Reads the neighbours of the current line beforehand, so that the next proposal shows without having been waited for. */
export function useAhead(rows: RowWindow<SubmissionRow>, index: number): void {
  const { bridge } = useParvis()
  const queries = useQueryClient()
  const near: string[] = []
  for (let step = 1; step <= ahead; step += 1) {
    const next = rows.rowAt(index + step)
    if (next !== undefined) near.push(next.id)
    const before = step <= behind && index >= step ? rows.rowAt(index - step) : undefined
    if (before !== undefined) near.push(before.id)
  }
  const wanted = near.join(' ')
  useEffect(() => {
    if (wanted === '') return
    const idle = requestIdleCallback(
      () => {
        for (const submissionId of wanted.split(' ')) {
          const queryKey = readKey('submissions.get', { submissionId })
          // What is known is shown at once and, if old, read again when it is looked at.
          if (queries.getQueryState(queryKey) !== undefined) continue
          void queries.prefetchQuery({
            queryKey,
            queryFn: () => callMethod(bridge, 'submissions.get', { submissionId }),
          })
        }
      },
      { timeout: 300 },
    )
    return () => cancelIdleCallback(idle)
  }, [bridge, queries, wanted])
}
