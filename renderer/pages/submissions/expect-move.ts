import type { QueryClient } from '@tanstack/react-query'
import type { SubmissionFilter } from '../../../shared/contract/submissions.contract.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { ProcessOverview } from '../../../shared/read-models/dossier.ts'
import type { SubmissionPage, SubmissionRow } from '../../../shared/read-models/submission.ts'

/** What a filter looks at in a proposal. */
type Place = Pick<SubmissionRow, 'stage' | 'themeId' | 'districtId' | 'channel' | 'assigneeId' | 'review'> & {
  /** Put off until a later day. */
  readonly aside: boolean
}

/** One proposal and what an act makes of it. */
export interface Move {
  readonly id: string
  readonly before: Place
  readonly after: Place
}

/**
 * Whether a filter lets a proposal through; undefined where that takes more than is known here (words, days, whatever a
 * filter may hold besides).
 */
export function letsThrough(filter: SubmissionFilter, place: Place): boolean | undefined {
  const {
    processId: _processId,
    stages,
    themeIds,
    districtIds,
    channels,
    assigneeIds,
    aside,
    review,
    ...others
  } = filter
  const holds = <Value>(choices: readonly Value[] | undefined, value: Value): boolean =>
    choices === undefined || choices.length === 0 || choices.includes(value)
  if (
    !holds(stages, place.stage) ||
    !holds(themeIds, place.themeId) ||
    !holds(districtIds, place.districtId) ||
    !holds(channels, place.channel) ||
    !holds(assigneeIds, place.assigneeId)
  )
    return false
  if (review === 'none' && place.review !== null) return false
  if (aside !== undefined && (aside === 'only') !== place.aside) return false
  if (review !== undefined && review !== 'none') return undefined
  return Object.values(others).some((value) => value !== undefined && value !== false) ? undefined : true
}

/** +1 where an act brings the proposal into a filter, -1 where it takes it out, else 0. */
function gain(filter: SubmissionFilter, { before, after }: Move): number {
  const was = letsThrough(filter, before)
  const is = letsThrough(filter, after)
  return was === undefined || is === undefined ? 0 : Number(is) - Number(was)
}

/**
 * Shows at once what an act changes in the list and in the counts on screen, before the services have answered; what
 * they answer then takes its place. Where the act is refused, everything is asked again.
 */
export function expectMove(queries: QueryClient, processId: string, personId: string, move: Move): void {
  expectInLists(queries, move)
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: ['desk', 'counts'] })) {
    const { filters } = queryKey[2] as { readonly filters: readonly SubmissionFilter[] }
    queries.setQueryData<readonly number[]>(queryKey, (counts) =>
      counts?.map((count, index) => {
        const filter = filters[index]
        return filter === undefined ? count : count + gain(filter, move)
      }),
    )
  }
  queries.setQueryData<ProcessOverview>(['dossiers', 'overview', { processId }], (before) =>
    before === undefined ? undefined : overviewAfter(before, move, personId),
  )
}

/**
 * Where the list lets it through no more the line goes, and the next one takes its place; elsewhere it shows its stage.
 * The place that is left free at the end of its page is filled when the list is asked again.
 */
function expectInLists(queries: QueryClient, move: Move): void {
  const pages = queries.getQueryCache().findAll({ queryKey: ['submissions', 'list'] })
  const byInput = Map.groupBy(
    pages.filter(({ queryKey }) => queryKey[3] === 'page'),
    ({ queryKey }) => JSON.stringify(queryKey[2]),
  )
  for (const [, group] of byInput) {
    const [first] = group
    const holds = group.some(({ state }) =>
      (state.data as SubmissionPage | undefined)?.rows.some((row) => row.id === move.id),
    )
    if (!holds || first === undefined) continue
    const {
      sort: _sort,
      descending: _descending,
      ...filter
    } = first.queryKey[2] as SubmissionFilter & {
      readonly sort?: string
      readonly descending?: boolean
    }
    const leaves = letsThrough(filter, move.after) === false
    for (const { queryKey } of group) {
      queries.setQueryData<SubmissionPage>(queryKey, (before) =>
        before === undefined
          ? undefined
          : {
              total: before.total - Number(leaves),
              rows: leaves
                ? before.rows.filter((row) => row.id !== move.id)
                : before.rows.map((row) =>
                    row.id === move.id ? { ...row, stage: move.after.stage, review: move.after.review } : row,
                  ),
            },
      )
    }
  }
}

const waiting: readonly Stage[] = ['submitted', 'incomplete']

/** What waits in the démarche once the proposal has moved. */
export function overviewAfter(
  overview: ProcessOverview,
  { before, after }: Move,
  personId: string,
): ProcessOverview {
  const change = (counts: (place: Place) => boolean): number => Number(counts(after)) - Number(counts(before))
  const at = (...stages: readonly Stage[]) => change(({ stage }) => stages.includes(stage))
  return {
    ...overview,
    toModerate:
      overview.toModerate +
      change(({ stage, aside, review }) => stage === 'submitted' && !aside && review === null),
    incomplete: overview.incomplete + at('incomplete'),
    toStudy: overview.toStudy + at('admissible', 'under-review', 'co-design'),
    assignedToMe:
      overview.assignedToMe +
      change(({ stage, assigneeId }) => assigneeId === personId && waiting.includes(stage)),
  }
}
