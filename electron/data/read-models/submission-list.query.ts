import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
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

const facets = ['stages', 'themeIds', 'districtIds', 'channels', 'assigneeIds'] as const
type Facet = (typeof facets)[number]

const timeZone = 'Europe/Paris'
const excerptLength = 160
/** As many as one act may take. */
const mostSelected = 100_000
/** From so many matches on, a search no longer leads the query. */
const manyMatches = 20_000

const sortColumns = {
  number: 'submission.number',
  submittedAt: 'submission.submitted_at',
  title: 'submission.title_key',
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

/** What was typed, read once: its words, the number that it may be, and in how much of the dossier they are found. */
interface PreparedSearch {
  readonly words: readonly string[]
  readonly number: number | undefined
  readonly found: number
}

async function prepareSearch(
  database: OpenDatabase,
  typed: string | undefined,
): Promise<PreparedSearch | undefined> {
  const text = typed?.trim() ?? ''
  if (text === '') return undefined
  const [, sign, number] = /^(n°\s*)?(\d{1,9})$/i.exec(text) ?? []
  // `142` may also be the 142 of an address; `n° 142` is a number and nothing else.
  const words = sign === undefined ? searchWords(text) : []
  return {
    words,
    number: number === undefined ? undefined : Number(number),
    found: words.length === 0 ? 0 : await database.dialect.countMatches(database.reader, words),
  }
}

/** Few matches, with a relevance each: they lead the query. A word found nearly everywhere tells nothing of relevance. */
function isRanked({ words, number, found }: PreparedSearch): boolean {
  return words.length > 0 && number === undefined && found < manyMatches
}

/** Submissions, or only those where the words are found. */
function searched({ reader, dialect }: OpenDatabase, search: PreparedSearch | undefined): Query {
  if (search !== undefined && isRanked(search)) {
    // A cross join keeps its order on SQLite: the matches come first, then the row of each.
    return reader
      .selectFrom(dialect.rankedMatches(search.words).as<'ranked'>('ranked'))
      .crossJoin('submission')
      .whereRef('ranked.row_id', '=', 'submission.row_id') as unknown as Query
  }
  const query: Query = reader.selectFrom('submission')
  if (search === undefined) return query
  const { words, number, found } = search
  if (words.length === 0) return query.where('submission.number', '=', number ?? -1)
  const matches = dialect.matchesSearch(words, found >= manyMatches)
  return number === undefined
    ? query.where(matches)
    : query.where((eb) => eb.or([matches, eb('submission.number', '=', number)]))
}

/** Everything that matches. */
function matching(database: OpenDatabase, filter: ListFilter, search: PreparedSearch | undefined): Query {
  let query = searched(database, search).where('submission.process_id', '=', filter.processId)
  if (filter.stages !== undefined && filter.stages.length > 0) {
    query = query.where('submission.stage', 'in', [...filter.stages])
  }
  if (filter.channels !== undefined && filter.channels.length > 0) {
    query = query.where('submission.channel', 'in', [...filter.channels])
  }
  query = withChoices(query, 'theme_id', filter.themeIds)
  query = withChoices(query, 'district_id', filter.districtIds)
  query = withChoices(query, 'assignee_id', filter.assigneeIds)
  if (filter.submittedFromOn !== undefined) {
    query = query.where('submission.submitted_at', '>=', startOfLocalDay(filter.submittedFromOn, timeZone))
  }
  if (filter.submittedUntilOn !== undefined) {
    query = query.where('submission.submitted_at', '<', startOfLocalDay(filter.submittedUntilOn, timeZone, 1))
  }
  return query
}

/** Words and nothing else, in a dossier of one démarche: the index knows the number without a look at the rows. */
async function isOnlyWords(
  database: OpenDatabase,
  filter: ListFilter,
  { number }: PreparedSearch,
): Promise<boolean> {
  const { processId, search: _search, ...others } = filter
  if (number !== undefined) return false
  if (Object.values(others).some((choice) => choice !== undefined && choice.length > 0)) return false
  const another = await database.reader
    .selectFrom('process')
    .select('id')
    .where('id', '!=', processId)
    .limit(1)
    .executeTakeFirst()
  return another === undefined
}

async function countMatching(
  database: OpenDatabase,
  filter: ListFilter,
  search: PreparedSearch | undefined,
): Promise<number> {
  if (search !== undefined && (await isOnlyWords(database, filter, search))) return search.found
  const { total } = await matching(database, filter, search)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** Row ids of one window, in the order asked: only these few rows are then read in full. */
async function windowRowIds(
  database: OpenDatabase,
  filter: ListFilter,
  search: PreparedSearch | undefined,
  window: ListWindow,
): Promise<readonly number[]> {
  const direction = window.descending ? 'desc' : 'asc'
  let query = matching(database, filter, search).select('submission.row_id')
  if (window.sort !== 'relevance') query = query.orderBy(sortColumns[window.sort], direction)
  else if (search?.number !== undefined) {
    // Whoever types a number wants that one; what merely mentions it follows.
    const { number } = search
    query = query.orderBy((eb) =>
      eb.case().when('submission.number', '=', number).then(eb.lit(0)).else(eb.lit(1)).end(),
    )
  } else if (search !== undefined && isRanked(search))
    query = query.orderBy(sql.ref('ranked.relevance'), direction)
  if (window.sort !== 'number') query = query.orderBy('submission.number')
  const rows = await query.offset(window.offset).limit(window.limit).execute()
  return rows.map((row) => row.row_id)
}

/** One window of the queue and how much matches in all. */
export async function listSubmissions(
  database: OpenDatabase,
  filter: ListFilter,
  window: ListWindow,
): Promise<SubmissionPage> {
  const search = await prepareSearch(database, filter.search)
  const total = await countMatching(database, filter, search)
  const rowIds = await windowRowIds(database, filter, search, window)
  const found = rowIds.length === 0 ? [] : await readRows(database.reader, rowIds)
  const byRowId = new Map(found.map((row) => [row.row_id, row]))
  const rows = rowIds.flatMap((rowId) => byRowId.get(rowId) ?? [])
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

function readRows(db: Kysely<Database>, rowIds: readonly number[]) {
  return db
    .selectFrom('submission')
    .where('submission.row_id', 'in', [...rowIds])
    .select((eb) => [
      'submission.row_id',
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
    .execute()
}

/** Ids of everything that matches, by number. */
export async function matchingSubmissionIds(
  database: OpenDatabase,
  filter: ListFilter,
): Promise<readonly string[]> {
  const search = await prepareSearch(database, filter.search)
  const rows = await matching(database, filter, search)
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
  filter: ListFilter,
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
  filter: ListFilter,
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
