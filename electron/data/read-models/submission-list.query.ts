import { type Kysely, sql } from 'kysely'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { Channel, SubmissionPage, SubmissionRow } from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'
import type { OpenDatabase } from '../dialects/dialect.ts'
import { standingSignals } from '../signals/signal.repository.ts'
import { reviewStates } from '../team/proposal.repository.ts'
import {
  isRanked,
  matching,
  type PreparedSearch,
  prepareSearch,
  type SubmissionFilter,
} from './submission-filter.query.ts'

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

const excerptLength = 160
/** As many as one act may take. */
const mostSelected = 100_000

const sortColumns = {
  number: 'submission.number',
  submittedAt: 'submission.submitted_at',
  title: 'submission.title_key',
  supportsCount: 'submission.supports_count',
  commentsCount: 'submission.comments_count',
  stage: 'submission.stage',
} as const

/** Words and nothing else, in a dossier of one démarche: the index knows the number without a look at the rows. */
async function isOnlyWords(
  database: OpenDatabase,
  filter: SubmissionFilter,
  { number }: PreparedSearch,
): Promise<boolean> {
  const { processId, search: _search, now: _now, ...others } = filter
  if (number !== undefined) return false
  if (Object.values(others).some(narrows)) return false
  const another = await database.reader
    .selectFrom('process')
    .select('id')
    .where('id', '!=', processId)
    .limit(1)
    .executeTakeFirst()
  return another === undefined
}

function narrows(choice: object | string | number | boolean | undefined): boolean {
  if (Array.isArray(choice)) return choice.length > 0
  return typeof choice === 'object' ? true : choice !== undefined && choice !== false && choice !== ''
}

async function countMatching(
  database: OpenDatabase,
  filter: SubmissionFilter,
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
  filter: SubmissionFilter,
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

/** How many match each filter, in their order. */
export async function countSubmissions(
  database: OpenDatabase,
  filters: readonly SubmissionFilter[],
): Promise<readonly number[]> {
  const counts: number[] = []
  for (const filter of filters)
    counts.push(await countMatching(database, filter, await prepareSearch(database, filter.search)))
  return counts
}

/** One window of the queue and how much matches in all. */
export async function listSubmissions(
  database: OpenDatabase,
  filter: SubmissionFilter,
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
  const reviews = await reviewStates(
    database.reader,
    rows.map((row) => row.id),
  )
  const signals = await standingSignals(
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
        stageChangedAt: row.stage_changed_at,
        supportsCount: row.supports_count,
        commentsCount: row.comments_count,
        notesCount: notes.get(row.id) ?? 0,
        review: reviews.get(row.id) ?? null,
        replyByOn: row.reply_by_on,
        signals: signals.get(row.id) ?? [],
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
      'submission.reply_by_on',
      'submission.stage_changed_at',
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
  filter: SubmissionFilter,
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
