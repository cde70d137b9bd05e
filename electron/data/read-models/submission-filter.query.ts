import { type SelectQueryBuilder, sql } from 'kysely'
import { addDays } from '../../../shared/domain/dates/days.ts'
import { localDayOf, startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { type SignalFilter, signalIds } from '../../../shared/domain/moderation/signals/signal-id.ts'
import type { Channel } from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'
import type { OpenDatabase } from '../dialects/dialect.ts'
import { searchWords } from '../dialects/search-words.ts'
import { openPairIds } from './open-pairs.query.ts'
import { type TeamCondition, withTeam } from './team-filter.query.ts'

/** What a list of proposals is narrowed to; each filter that is there must hold. */
export interface SubmissionFilter {
  readonly processId: string
  readonly search?: string | undefined
  readonly stages?: readonly Stage[] | undefined
  readonly themeIds?: readonly (string | null)[] | undefined
  readonly districtIds?: readonly (string | null)[] | undefined
  readonly channels?: readonly Channel[] | undefined
  readonly assigneeIds?: readonly (string | null)[] | undefined
  readonly meetingIds?: readonly string[] | undefined
  readonly batchIds?: readonly string[] | undefined
  readonly submittedFromOn?: string | undefined
  readonly submittedUntilOn?: string | undefined
  readonly aside?: 'hidden' | 'only' | undefined
  readonly awaitedDays?: number | undefined
  /** The instant at which `aside` and `awaitedDays` are meant. */
  readonly now?: string | undefined
  readonly numbers?: readonly number[] | undefined
  /** What is asked of the team, worked out for one person at one instant (`teamCondition`). */
  readonly team?: TeamCondition | undefined
  readonly maybeDuplicate?: boolean | undefined
  /** Signals that stand, one of them at least; `any`: whatever it is. */
  readonly signals?: readonly SignalFilter[] | undefined
}

const timeZone = 'Europe/Paris'
/** From so many matches on, a search no longer leads the query. */
const manyMatches = 20_000

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
export interface PreparedSearch {
  readonly words: readonly string[]
  readonly number: number | undefined
  readonly found: number
}

/** Reads what was typed; `undefined` for nothing. */
export async function prepareSearch(
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
export function isRanked({ words, number, found }: PreparedSearch): boolean {
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
export function matching(
  database: OpenDatabase,
  filter: SubmissionFilter,
  search: PreparedSearch | undefined,
): Query {
  let query = searched(database, search).where('submission.process_id', '=', filter.processId)
  if (filter.stages !== undefined && filter.stages.length > 0) {
    query = query.where('submission.stage', 'in', [...filter.stages])
  }
  if (filter.numbers !== undefined) {
    // Written out, since a statement takes fewer parameters than a selection has numbers; the contract lets integers through only.
    const listed = sql.raw(filter.numbers.map(Math.trunc).join(','))
    query = query.where(sql<boolean>`submission.number in (${listed})`)
  }
  if (filter.channels !== undefined && filter.channels.length > 0) {
    query = query.where('submission.channel', 'in', [...filter.channels])
  }
  const { batchIds } = filter
  if (batchIds !== undefined && batchIds.length > 0) {
    query = query.where('submission.id', 'in', (eb) =>
      eb
        .selectFrom('paper_form')
        .select('paper_form.submission_id')
        .where('paper_form.batch_id', 'in', [...batchIds])
        .where('paper_form.submission_id', 'is not', null)
        .$castTo<{ submission_id: string }>(),
    )
  }
  if (filter.meetingIds !== undefined && filter.meetingIds.length > 0) {
    query = query.where('submission.meeting_id', 'in', [...filter.meetingIds])
  }
  if (filter.maybeDuplicate === true)
    query = query.where(
      'submission.row_id',
      'in',
      database.reader
        .selectFrom('submission as paired')
        .select('paired.row_id')
        .where('paired.id', 'in', openPairIds(database.reader)),
    )
  if (filter.signals !== undefined && filter.signals.length > 0) {
    const kinds = filter.signals.includes('any') ? signalIds : filter.signals
    query = query.where('submission.row_id', 'in', (eb) =>
      eb
        .selectFrom('submission_signal')
        .innerJoin('submission as flagged', 'flagged.id', 'submission_signal.submission_id')
        .select('flagged.row_id')
        .where('submission_signal.signal_id', 'in', [...kinds])
        .where('submission_signal.dismissed_at', 'is', null),
    )
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
  const narrowed = withTime(query, filter)
  return filter.team === undefined
    ? narrowed
    : withTeam(narrowed, database.reader, filter.processId, filter.team)
}

/** What depends on the present day. */
function withTime(query: Query, { now, aside, awaitedDays }: SubmissionFilter): Query {
  if (aside === undefined && awaitedDays === undefined) return query
  if (now === undefined) throw new Error('A filter that depends on the day wants the instant')
  const today = localDayOf(now, timeZone)
  let narrowed = query
  if (aside !== undefined) {
    narrowed = narrowed.where((eb) =>
      // The row number stands in every index: no row is read to leave out the few that were put off.
      eb(
        'submission.row_id',
        aside === 'only' ? 'in' : 'not in',
        eb
          .selectFrom('set_aside')
          .innerJoin('submission as put_off', 'put_off.id', 'set_aside.submission_id')
          .where('set_aside.until_on', '>', today)
          .select('put_off.row_id'),
      ),
    )
  }
  if (awaitedDays !== undefined) {
    narrowed = narrowed
      .where('submission.stage', '=', 'incomplete')
      .where('submission.stage_changed_at', '<', startOfLocalDay(addDays(today, 1 - awaitedDays), timeZone))
  }
  return narrowed
}
