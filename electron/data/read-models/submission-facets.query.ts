import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { Channel, SubmissionFacets } from '../../../shared/read-models/submission.ts'
import type { OpenDatabase } from '../dialects/dialect.ts'
import { matching, prepareSearch, type SubmissionFilter } from './submission-filter.query.ts'

const facets = ['stages', 'themeIds', 'districtIds', 'channels', 'assigneeIds'] as const
type Facet = (typeof facets)[number]

/** One combination of values that submissions have, and how many have it. */
interface Combination {
  readonly stages: string
  readonly themeIds: string | null
  readonly districtIds: string | null
  readonly channels: string
  readonly assigneeIds: string | null
  readonly count: number
}

function countBy<V extends string | null>(
  combinations: readonly Combination[],
  filter: SubmissionFilter,
  facet: Facet,
): { readonly value: V; readonly count: number }[] {
  const chosen = facets.flatMap((other): (readonly [Facet, readonly (string | null)[]])[] => {
    const choices = filter[other]
    return other === facet || choices === undefined || choices.length === 0 ? [] : [[other, choices]]
  })
  const counts = new Map<string | null, number>()
  for (const combination of combinations) {
    if (!chosen.every(([other, choices]) => choices.includes(combination[other]))) continue
    counts.set(combination[facet], (counts.get(combination[facet]) ?? 0) + combination.count)
  }
  return [...counts].map(([value, count]) => ({ value: value as V, count }))
}

/**
 * How many match per value of each filter, the others applied. The table is read once, not once per filter: it counts
 * the combinations of values, which are few, and the filters are laid over those.
 */
export async function submissionFacets(
  database: OpenDatabase,
  filter: SubmissionFilter,
): Promise<SubmissionFacets> {
  const { stages, themeIds, districtIds, channels, assigneeIds, ...others } = filter
  const search = await prepareSearch(database, others.search)
  const combinations: readonly Combination[] = await matching(database, others, search)
    .groupBy([
      'submission.stage',
      'submission.theme_id',
      'submission.district_id',
      'submission.channel',
      'submission.assignee_id',
    ])
    .select((eb) => [
      'submission.stage as stages',
      'submission.theme_id as themeIds',
      'submission.district_id as districtIds',
      'submission.channel as channels',
      'submission.assignee_id as assigneeIds',
      eb.fn.countAll<number>().as('count'),
    ])
    .execute()
  return {
    stages: countBy<Stage>(combinations, filter, 'stages'),
    themes: countBy(combinations, filter, 'themeIds'),
    districts: countBy(combinations, filter, 'districtIds'),
    channels: countBy<Channel>(combinations, filter, 'channels'),
    assignees: countBy(combinations, filter, 'assigneeIds'),
  }
}
