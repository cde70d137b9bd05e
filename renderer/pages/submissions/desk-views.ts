import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { emptyQuery, type QueueQuery } from '../../components/queue-query.ts'

/** A view that everybody has. Its name is `submissions.view.<key>`. */
export interface DeskView {
  readonly key: string
  /** What it shows to a person. */
  query(personId: string): QueueQuery
}

/** Days after which a completion that was asked for is worth a reminder. */
const longAwaited = 10

/**
 * The views of the team, in the order of their buttons. Registry: to add one, a line here and its name in the messages;
 * what it filters by must be in `QueueQuery`.
 */
export const deskViews: readonly DeskView[] = [
  { key: 'toModerate', query: () => ({ ...emptyQuery, stages: ['submitted'], aside: 'hidden' }) },
  {
    key: 'mine',
    query: (personId) => ({
      ...emptyQuery,
      stages: [...stageGroups.toModerate],
      assignees: [personId],
      aside: 'hidden',
    }),
  },
  { key: 'late', query: () => ({ ...emptyQuery, late: true }) },
  { key: 'awaited', query: () => ({ ...emptyQuery, awaitedDays: longAwaited }) },
  { key: 'incomplete', query: () => ({ ...emptyQuery, stages: ['incomplete'] }) },
  { key: 'aside', query: () => ({ ...emptyQuery, aside: 'only' }) },
  { key: 'all', query: () => emptyQuery },
]
