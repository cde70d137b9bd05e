import type { QueryClient } from '@tanstack/react-query'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { ProcessOverview } from '../../../shared/read-models/dossier.ts'
import type { SubmissionPage } from '../../../shared/read-models/submission.ts'

/** One proposal going from one stage to another. */
export interface Move {
  readonly id: string
  readonly from: Stage
  readonly to: Stage
  readonly assigneeId: string | null
}

interface ListInput {
  readonly stages?: readonly Stage[]
}

/**
 * Shows at once what a decision changes in the list and in the counts on screen, before the services have answered;
 * what they answer then takes its place. Where the decision is refused, everything is asked again.
 */
export function expectMove(queries: QueryClient, processId: string, personId: string, move: Move): void {
  expectInLists(queries, move)
  const key = ['dossiers', 'overview', { processId }]
  queries.setQueryData<ProcessOverview>(key, (before) =>
    before === undefined ? undefined : overviewAfter(before, move, personId),
  )
}

/**
 * Where its new stage is filtered out the line goes, and the next one takes its place; elsewhere it shows its stage. The
 * place that is left free at the end of its page is filled when the list is asked again.
 */
function expectInLists(queries: QueryClient, { id, to }: Move): void {
  const pages = queries.getQueryCache().findAll({ queryKey: ['submissions', 'list'] })
  const byInput = Map.groupBy(
    pages.filter(({ queryKey }) => queryKey[3] === 'page'),
    ({ queryKey }) => JSON.stringify(queryKey[2]),
  )
  for (const [, group] of byInput) {
    const holds = group.some(({ state }) =>
      (state.data as SubmissionPage | undefined)?.rows.some((row) => row.id === id && row.stage !== to),
    )
    const [first] = group
    if (!holds || first === undefined) continue
    const { stages = [] } = first.queryKey[2] as ListInput
    const leaves = stages.length > 0 && !stages.includes(to)
    for (const { queryKey } of group) {
      queries.setQueryData<SubmissionPage>(queryKey, (before) =>
        before === undefined
          ? undefined
          : {
              total: before.total - (leaves ? 1 : 0),
              rows: leaves
                ? before.rows.filter((row) => row.id !== id)
                : before.rows.map((row) => (row.id === id ? { ...row, stage: to } : row)),
            },
      )
    }
  }
}

const waiting: readonly Stage[] = ['submitted', 'incomplete']

/** What waits in the démarche once the proposal has moved. */
export function overviewAfter(
  before: ProcessOverview,
  { from, to, assigneeId }: Move,
  personId: string,
): ProcessOverview {
  const change = (stage: Stage): number => (to === stage ? 1 : 0) - (from === stage ? 1 : 0)
  const mine = assigneeId === personId ? Number(waiting.includes(to)) - Number(waiting.includes(from)) : 0
  return {
    ...before,
    toModerate: before.toModerate + change('submitted'),
    incomplete: before.incomplete + change('incomplete'),
    toStudy: before.toStudy + change('admissible') + change('under-review') + change('co-design'),
    assignedToMe: before.assignedToMe + mine,
  }
}
