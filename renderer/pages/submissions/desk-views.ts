import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { emptyQuery, type QueueQuery } from '../../components/queue-query.ts'

/** A view that everybody has. Its name is `submissions.view.<key>`. */
export interface DeskView {
  readonly key: string
  /** `twoOfficers`: what waits for a second officer is no first decision to take. */
  query(twoOfficers: boolean): QueueQuery
}

/** Days after which a completion that was asked for is worth a reminder. */
const longAwaited = 10

/** What waits for a first decision. */
export function toModerate(twoOfficers: boolean): QueueQuery {
  return { ...emptyQuery, stages: ['submitted'], aside: 'hidden', review: twoOfficers ? 'none' : null }
}

/** What is late comes first that has waited longest. */
const longestFirst = { key: 'submittedAt', descending: false } as const

/**
 * The views of the team, in the order of their buttons. Registry: to add one, a line here and its name in the messages;
 * what it filters by must be in `QueueQuery`.
 */
export const deskViews: readonly DeskView[] = [
  { key: 'toModerate', query: toModerate },
  {
    key: 'mine',
    query: (twoOfficers) => ({
      ...toModerate(twoOfficers),
      stages: [...stageGroups.toModerate],
      mine: true,
    }),
  },
  { key: 'secondOpinion', query: () => ({ ...emptyQuery, review: 'for-me' }) },
  { key: 'disagreements', query: () => ({ ...emptyQuery, review: 'disagreed' }) },
  { key: 'late', query: () => ({ ...emptyQuery, late: true, sort: longestFirst }) },
  {
    key: 'duplicates',
    query: () => ({ ...emptyQuery, stages: [...stageGroups.toModerate], maybeDuplicate: true }),
  },
  { key: 'awaited', query: () => ({ ...emptyQuery, awaitedDays: longAwaited }) },
  {
    key: 'flagged',
    query: () => ({ ...emptyQuery, stages: [...stageGroups.toModerate], signals: ['any'] }),
  },
  { key: 'incomplete', query: () => ({ ...emptyQuery, stages: ['incomplete'] }) },
  { key: 'aside', query: () => ({ ...emptyQuery, aside: 'only' }) },
  { key: 'all', query: () => emptyQuery },
]
