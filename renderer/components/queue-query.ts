import type { InputFor } from '../../shared/contract/contract.ts'
import { type ReviewFilter, reviewFilters } from '../../shared/contract/submissions.contract.ts'
import { type Stage, stages } from '../../shared/domain/lifecycle/stage.ts'
import { type SignalFilter, signalFilters } from '../../shared/domain/moderation/signals/signal-id.ts'
import { readNumberRanges, writeNumberRanges } from '../../shared/domain/submissions/number-ranges.ts'
import { type Channel, channels } from '../../shared/read-models/submission.ts'
import type { DataSort } from './data-column.ts'

/** What the queue shows: words, the values chosen of each filter, the order. `null` stands for "none". */
export interface QueueQuery {
  readonly search: string
  readonly stages: readonly Stage[]
  readonly themes: readonly (string | null)[]
  readonly districts: readonly (string | null)[]
  readonly channels: readonly Channel[]
  readonly assignees: readonly (string | null)[]
  /** Meetings at which they were collected. */
  readonly meetings: readonly string[]
  readonly batches: readonly string[]
  /** Only these: a selection of the map. Empty: all. */
  readonly numbers: readonly number[]
  /** Signals that stand; `any`: whatever it is. */
  readonly signals: readonly SignalFilter[]
  /** Local days, both included. */
  readonly fromOn: string | null
  readonly untilOn: string | null
  /** What is put off until a later day: left out, alone, or (null) like the others. */
  readonly aside: 'hidden' | 'only' | null
  readonly late: boolean
  /** May be one with another proposal, and nobody has judged it. */
  readonly maybeDuplicate: boolean
  /** To be completed for at least so many days. */
  readonly awaitedDays: number | null
  /** What is theirs to do who looks: their own, and that of those for whom they stand in. */
  readonly mine: boolean
  /** Decisions of two officers. */
  readonly review: ReviewFilter | null
  /** Decided by this person, on this local day; `decided` alone: decided at all. */
  readonly decided: DecidedQuery | null
  /** Undefined: by number, or by relevance while something is searched. */
  readonly sort: DataSort | undefined
}

export interface DecidedQuery {
  readonly by: string | null
  readonly on: string | null
}

export type QueueFacet = 'stages' | 'themes' | 'districts' | 'channels' | 'assignees'

export const emptyQuery: QueueQuery = {
  search: '',
  stages: [],
  themes: [],
  districts: [],
  channels: [],
  assignees: [],
  meetings: [],
  batches: [],
  numbers: [],
  signals: [],
  fromOn: null,
  untilOn: null,
  aside: null,
  late: false,
  maybeDuplicate: false,
  awaitedDays: null,
  mine: false,
  review: null,
  decided: null,
  sort: undefined,
}

const none = 'none'
const asides = ['hidden', 'only'] as const
const days = /^[1-9]\d{0,2}$/
const day = /^\d{4}-\d{2}-\d{2}$/
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Names of sorts as the service knows them. */
export const queueSorts = [
  'number',
  'submittedAt',
  'title',
  'supportsCount',
  'commentsCount',
  'stage',
  'relevance',
] as const

/** The query as an address carries it and a saved view keeps it: `stages=submitted&assignees=none&q=école`. */
export function writeQuery(query: QueueQuery): string {
  const parts = new URLSearchParams()
  const list = (name: string, values: readonly (string | null)[]): void => {
    if (values.length > 0) parts.set(name, values.map((value) => value ?? none).join(','))
  }
  list('stages', query.stages)
  list('themes', query.themes)
  list('districts', query.districts)
  list('channels', query.channels)
  list('assignees', query.assignees)
  list('meetings', query.meetings)
  list('batches', query.batches)
  if (query.numbers.length > 0) parts.set('numbers', writeNumberRanges(query.numbers))
  list('signals', query.signals)
  if (query.fromOn !== null) parts.set('from', query.fromOn)
  if (query.untilOn !== null) parts.set('until', query.untilOn)
  if (query.aside !== null) parts.set('aside', query.aside)
  if (query.late) parts.set('late', '1')
  if (query.maybeDuplicate) parts.set('duplicate', '1')
  if (query.awaitedDays !== null) parts.set('awaited', String(query.awaitedDays))
  if (query.mine) parts.set('mine', '1')
  if (query.review !== null) parts.set('review', query.review)
  if (query.decided !== null) {
    const { by, on } = query.decided
    parts.set('decided', [by, on].filter((word) => word !== null).join(',') || 'any')
  }
  if (query.search.trim() !== '') parts.set('q', query.search.trim())
  if (query.sort !== undefined) {
    parts.set('sort', query.sort.key)
    if (query.sort.descending) parts.set('descending', '1')
  }
  return parts.toString()
}

/** Reads a query from an address or a saved view; what it does not know is left out. */
export function readQuery(text: string): QueueQuery {
  const parts = new URLSearchParams(text)
  const words = (name: string): string[] => (parts.get(name) ?? '').split(',').filter((word) => word !== '')
  const ids = (name: string): (string | null)[] =>
    words(name)
      .filter((word) => word === none || uuid.test(word))
      .map((word) => (word === none ? null : word))
  const localDay = (name: string): string | null => {
    const value = parts.get(name) ?? ''
    return day.test(value) ? value : null
  }
  const sort = queueSorts.find((name) => name === parts.get('sort'))
  return {
    search: (parts.get('q') ?? '').slice(0, 300),
    stages: stages.filter((stage) => words('stages').includes(stage)),
    themes: ids('themes'),
    districts: ids('districts'),
    channels: channels.filter((channel) => words('channels').includes(channel)),
    assignees: ids('assignees'),
    meetings: ids('meetings').filter((meeting) => meeting !== null),
    batches: ids('batches').filter((batch) => batch !== null),
    numbers: readNumberRanges(parts.get('numbers') ?? ''),
    signals: signalFilters.filter((signal) => words('signals').includes(signal)),
    fromOn: localDay('from'),
    untilOn: localDay('until'),
    aside: asides.find((name) => name === parts.get('aside')) ?? null,
    late: parts.get('late') === '1',
    mine: parts.get('mine') === '1',
    review: reviewFilters.find((name) => name === parts.get('review')) ?? null,
    decided: parts.has('decided')
      ? {
          by: words('decided').find((word) => uuid.test(word)) ?? null,
          on: words('decided').find((word) => day.test(word)) ?? null,
        }
      : null,
    maybeDuplicate: parts.get('duplicate') === '1',
    awaitedDays: days.test(parts.get('awaited') ?? '') ? Number(parts.get('awaited')) : null,
    sort: sort === undefined ? undefined : { key: sort, descending: parts.get('descending') === '1' },
  }
}

/** The filter that the service is asked with. */
export function filterInput(processId: string, query: QueueQuery): InputFor<'submissions', 'facets'> {
  const search = query.search.trim()
  return {
    processId,
    ...(search === '' ? {} : { search }),
    ...(query.stages.length > 0 ? { stages: [...query.stages] } : {}),
    ...(query.themes.length > 0 ? { themeIds: [...query.themes] } : {}),
    ...(query.districts.length > 0 ? { districtIds: [...query.districts] } : {}),
    ...(query.channels.length > 0 ? { channels: [...query.channels] } : {}),
    ...(query.assignees.length > 0 ? { assigneeIds: [...query.assignees] } : {}),
    ...(query.meetings.length > 0 ? { meetingIds: [...query.meetings] } : {}),
    ...(query.batches.length > 0 ? { batchIds: [...query.batches] } : {}),
    ...(query.numbers.length > 0 ? { numbers: [...query.numbers] } : {}),
    ...(query.signals.length > 0 ? { signals: [...query.signals] } : {}),
    ...(query.fromOn === null ? {} : { submittedFromOn: query.fromOn }),
    ...(query.untilOn === null ? {} : { submittedUntilOn: query.untilOn }),
    ...(query.aside === null ? {} : { aside: query.aside }),
    ...(query.late ? { late: true } : {}),
    ...(query.mine ? { mine: true } : {}),
    ...(query.review === null ? {} : { review: query.review }),
    ...decidedInput(query.decided),
    ...(query.maybeDuplicate ? { maybeDuplicate: true } : {}),
    ...(query.awaitedDays === null ? {} : { awaitedDays: query.awaitedDays }),
  }
}

/** Without a person or a day: everything that was ever decided. */
function decidedInput(
  decided: DecidedQuery | null,
): Pick<InputFor<'submissions', 'facets'>, 'decidedByIds' | 'decidedFromOn' | 'decidedUntilOn'> {
  if (decided === null) return {}
  const { by, on } = decided
  return {
    ...(by === null ? {} : { decidedByIds: [by] }),
    ...(on === null
      ? by === null
        ? { decidedFromOn: '1900-01-01' }
        : {}
      : { decidedFromOn: on, decidedUntilOn: on }),
  }
}

/** The order that the service is asked with: what was chosen, else relevance for a search, else the number. */
export function orderInput(query: QueueQuery): Pick<InputFor<'submissions', 'list'>, 'sort' | 'descending'> {
  const sort = queueSorts.find((name) => name === query.sort?.key)
  if (sort !== undefined) return { sort, descending: query.sort?.descending ?? false }
  return { sort: query.search.trim() === '' ? 'number' : 'relevance', descending: false }
}

/** Whether anything narrows the queue. */
export function isFiltered(query: QueueQuery): boolean {
  return writeQuery({ ...query, sort: undefined }) !== ''
}
