import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '../../../shared/read-models/submission.ts'
import { useRead } from '../../api/use-call.ts'
import { filterInput, type QueueQuery, readQuery, writeQuery } from '../../components/queue-query.ts'
import { useTwoOfficers } from '../../components/team/use-two-officers.ts'
import { useWork } from '../../session/session.tsx'
import { deskViews } from './desk-views.ts'

/** A view as it is offered: one that everybody has, or one that somebody saved. */
export interface OfferedView {
  readonly id: string
  readonly name: string
  readonly query: QueueQuery
  /** Undefined until it is known. */
  readonly count: number | undefined
  /** Absent for those that everybody has. */
  readonly saved?: SavedView
}

export interface Views {
  readonly all: readonly OfferedView[]
  /** The one that the queue shows; undefined for a filter without a name. */
  readonly shown: OfferedView | undefined
}

const none: readonly SavedView[] = []

/** The views of the team and one's own, each with how many it holds; counted in one call, the order aside. */
export function useViews(query: QueueQuery): Views {
  const { t } = useTranslation()
  const { process } = useWork()
  const twoOfficers = useTwoOfficers()
  const { data: saved = none } = useRead('submissions.savedViews', { processId: process.id })
  const views = useMemo(
    () => [
      ...deskViews.map((view) => ({
        id: view.key,
        name: t(`submissions.view.${view.key}`),
        query: view.query(twoOfficers),
      })),
      ...saved.map((view) => ({ id: view.id, name: view.name, query: readQuery(view.query), saved: view })),
    ],
    [t, saved, twoOfficers],
  )
  const input = useMemo(
    () => ({ filters: views.map((view) => filterInput(process.id, view.query)) }),
    [views, process.id],
  )
  const { data: counts, isPlaceholderData } = useRead('desk.counts', input)
  const known = isPlaceholderData ? undefined : counts
  const all = views.map((view, index) => ({ ...view, count: known?.[index] }))
  const now = writeQuery({ ...query, sort: undefined })
  return { all, shown: all.find((view) => writeQuery({ ...view.query, sort: undefined }) === now) }
}
