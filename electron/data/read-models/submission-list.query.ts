import type { Kysely, SelectQueryBuilder } from 'kysely'
import { startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type {
  Channel,
  SubmissionFacets,
  SubmissionPage,
  SubmissionRow,
} from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'
import type { OpenDatabase } from '../dialects/dialect.ts'
import { searchWords } from '../dialects/search-words.ts'

export interface ListFilter {
  readonly processId: string
  readonly search?: string | undefined
  readonly stages?: readonly Stage[] | undefined
  readonly themeIds?: readonly (string | null)[] | undefined
  readonly districtIds?: readonly (string | null)[] | undefined
  readonly channels?: readonly Channel[] | undefined
  readonly assigneeIds?: readonly (string | null)[] | undefined
  readonly submittedFromOn?: string | undefined
  readonly submittedUntilOn?: string | undefined
}

export interface ListWindow {
  readonly sort:
    | 'number'
    | 'submittedAt'
    | 'title'
    | 'supportsCount'
    | 'commentsCount'
    | 'stage'
    | 'relevance'
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

type Facet = 'stages' | 'themeIds' | 'districtIds' | 'channels' | 'assigneeIds'

const timeZone = 'Europe/Paris'
const excerptLength = 160
/** As many as one act may take. */
const mostSelected = 100_000

const sortColumns = {
  number: 'submission.number',
  submittedAt: 'submission.submitted_at',
  title: 'submission.title',
  supportsCount: 'submission.supports_count',
  commentsCount: 'submission.comments_count',
  stage: 'submission.stage',
} as const

type Query = SelectQueryBuilder<Database, 'submission', Record<never, never>>

function withChoices(
  query: Query,
  column: 'theme_id' | 'district_id' | 'assignee_id',
  choices: readonly (string | null)[] | undefined,
): Query {
  if (choices === undefined || choices.length === 0) return query
  const values = choices.filter((choice) => choice !== null)
  return query.where((eb) =>
    eb.or([
      ...(values.length > 0 ? [eb(`submission.${column}`, 'in', values)] : []),
      ...(values.length < choices.length ? [eb(`submission.${column}`, 'is', null)] : []),
    ]),
  )
}

/** Everything that matches; `without` leaves one filter out, to count what its other values would give. */
function matching(database: OpenDatabase, filter: ListFilter, without?: Facet): Query {
  let query: Query = database.reader
    .selectFrom('submission')
    .where('submission.process_id', '=', filter.processId)
  if (filter.stages !== undefined && filter.stages.length > 0 && without !== 'stages') {
    query = query.where('submission.stage', 'in', [...filter.stages])
  }
  if (filter.channels !== undefined && filter.channels.length > 0 && without !== 'channels') {
    query = query.where('submission.channel', 'in', [...filter.channels])
  }
  if (without !== 'themeIds') query = withChoices(query, 'theme_id', filter.themeIds)
  if (without !== 'districtIds') query = withChoices(query, 'district_id', filter.districtIds)
  if (without !== 'assigneeIds') query = withChoices(query, 'assignee_id', filter.assigneeIds)
  if (filter.submittedFromOn !== undefined) {
    query = query.where('submission.submitted_at', '>=', startOfLocalDay(filter.submittedFromOn, timeZone))
  }
  if (filter.submittedUntilOn !== undefined) {
    query = query.where('submission.submitted_at', '<', startOfLocalDay(filter.submittedUntilOn, timeZone, 1))
  }
  const typed = filter.search?.trim() ?? ''
  if (typed !== '') {
    const number = /^(?:n°\s*)?(\d{1,9})$/i.exec(typed)?.[1]
    const words = searchWords(typed)
    if (words.length === 0) return query.where('submission.number', '<', 0)
    query = query.where((eb) =>
      eb.or([
        database.dialect.matchesSearch(words),
        ...(number === undefined ? [] : [eb('submission.number', '=', Number(number))]),
      ]),
    )
  }
  return query
}

/** One window of the queue and how much matches in all. */
export async function listSubmissions(
  database: OpenDatabase,
  filter: ListFilter,
  window: ListWindow,
): Promise<SubmissionPage> {
  const { total } = await matching(database, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const direction = window.descending ? 'desc' : 'asc'
  const words = searchWords(filter.search ?? '')
  let query = matching(database, filter)
  if (window.sort === 'relevance' && words.length > 0)
    query = query.orderBy(database.dialect.searchRank(words), direction)
  else if (window.sort !== 'relevance') query = query.orderBy(sortColumns[window.sort], direction)
  if (window.sort !== 'number') query = query.orderBy('submission.number')
  const rows = await query
    .select((eb) => [
      'submission.id',
      'submission.number',
      'submission.reference',
      'submission.title',
      'submission.author_name',
      'submission.channel',
      'submission.stage',
      'submission.theme_id',
      'submission.district_id',
      'submission.assignee_id',
      'submission.submitted_at',
      'submission.supports_count',
      'submission.comments_count',
      'submission.version',
      eb.fn<string>('substr', ['submission.body_text', eb.lit(1), eb.lit(excerptLength)]).as('excerpt'),
    ])
    .offset(window.offset)
    .limit(window.limit)
    .execute()
  const notes = await noteCounts(
    database.reader,
    rows.map((row) => row.id),
  )
  return {
    total,
    rows: rows.map(
      (row): SubmissionRow => ({
        id: row.id,
        number: row.number,
        reference: row.reference,
        title: row.title,
        excerpt: row.excerpt.replace(/\s+/g, ' ').trim(),
        authorName: row.author_name,
        channel: row.channel as Channel,
        stage: row.stage as Stage,
        themeId: row.theme_id,
        districtId: row.district_id,
        assigneeId: row.assignee_id,
        submittedAt: row.submitted_at,
        supportsCount: row.supports_count,
        commentsCount: row.comments_count,
        notesCount: notes.get(row.id) ?? 0,
        version: row.version,
      }),
    ),
  }
}

/** Ids of everything that matches, by number. */
export async function matchingSubmissionIds(
  database: OpenDatabase,
  filter: ListFilter,
): Promise<readonly string[]> {
  const rows = await matching(database, filter)
    .select('submission.id')
    .orderBy('submission.number')
    .limit(mostSelected)
    .execute()
  return rows.map((row) => row.id)
}

async function noteCounts(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('note')
    .where('submission_id', 'in', [...ids])
    .groupBy('submission_id')
    .select((eb) => ['submission_id', eb.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map((row) => [row.submission_id, row.count]))
}

/** How many match per value of each filter, the others applied. */
export async function submissionFacets(
  database: OpenDatabase,
  filter: ListFilter,
): Promise<SubmissionFacets> {
  const count = async <C extends 'stage' | 'theme_id' | 'district_id' | 'channel' | 'assignee_id'>(
    column: C,
    facet: Facet,
  ) =>
    matching(database, filter, facet)
      .groupBy(`submission.${column}`)
      .select((eb) => [eb.ref(`submission.${column}`).as('value'), eb.fn.countAll<number>().as('count')])
      .execute()
  return {
    stages: (await count('stage', 'stages')).map((row) => ({ value: row.value as Stage, count: row.count })),
    themes: await count('theme_id', 'themeIds'),
    districts: await count('district_id', 'districtIds'),
    channels: (await count('channel', 'channels')).map((row) => ({
      value: row.value as Channel,
      count: row.count,
    })),
    assignees: await count('assignee_id', 'assigneeIds'),
  }
}
