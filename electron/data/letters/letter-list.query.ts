import { type Expression, type SqlBool, sql } from 'kysely'
import {
  channelsOf,
  type LetterChannel,
  type LetterKind,
  letterChannels,
  letterKinds,
} from '../../../shared/domain/letters/letter-kind.ts'
import type { LetterCounts, LetterPage, LetterRow, LetterState } from '../../../shared/read-models/letter.ts'
import type { OpenDatabase } from '../dialects/dialect.ts'
import { prepareSearch } from '../read-models/submission-filter.query.ts'
import { channelInSql, owedLetters } from './owed-letters.query.ts'

export interface LetterFilter {
  readonly processId: string
  readonly state: LetterState
  readonly kinds?: readonly LetterKind[] | undefined
  readonly channels?: readonly (LetterChannel | 'none')[] | undefined
  readonly search?: string | undefined
  /** Of one proposal alone. */
  readonly submissionId?: string | undefined
}

/** Condition on `submission` that words and numbers typed by a person are found in it. */
async function searched(
  database: OpenDatabase,
  { search: typed, submissionId }: LetterFilter,
): Promise<Expression<SqlBool>> {
  if (submissionId !== undefined) return sql<SqlBool>`submission.id = ${submissionId}`
  const search = await prepareSearch(database, typed)
  if (search === undefined) return sql<SqlBool>`1 = 1`
  const numbered = sql<SqlBool>`submission.number = ${search.number ?? -1}`
  if (search.words.length === 0) return numbered
  const matches = database.dialect.matchesSearch(search.words, true)
  return search.number === undefined ? matches : sql<SqlBool>`(${matches} or ${numbered})`
}

const owedChannel = channelInSql({ chosen: sql.ref('letter.channel'), table: 'owed' })

function channelIs(
  channel: Expression<string | null>,
  wanted: readonly (LetterChannel | 'none')[],
): Expression<SqlBool> {
  return sql<SqlBool>`coalesce(${channel}, 'none') in (${sql.join(wanted)})`
}

function chosen<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list
}

/** Letters still to be written: one line for each proposal. */
function owed(
  database: OpenDatabase,
  { processId, kinds, channels }: LetterFilter,
  onSubmission: Expression<SqlBool>,
) {
  let query = owedLetters(database.reader, processId, onSubmission)
  const wantedKinds = chosen(kinds)
  if (wantedKinds !== undefined) query = query.where('owed.kind', 'in', [...wantedKinds])
  const wanted = chosen(channels)
  if (wanted !== undefined) query = query.where(channelIs(owedChannel, wanted))
  return query
}

/** Letters that were made: waiting to go, or gone. */
function made(
  database: OpenDatabase,
  { processId, state, kinds, channels }: LetterFilter,
  onSubmission: Expression<SqlBool>,
) {
  let query = database.reader
    .selectFrom('letter')
    .innerJoin('submission', 'submission.id', 'letter.submission_id')
    .where('letter.process_id', '=', processId)
    .where('letter.produced_at', 'is not', null)
    .where('letter.sent_on', state === 'sent' ? 'is not' : 'is', null)
    .where(onSubmission)
  const wantedKinds = chosen(kinds)
  if (wantedKinds !== undefined) query = query.where('letter.kind', 'in', [...wantedKinds])
  const wanted = chosen(channels)
  if (wanted !== undefined) query = query.where(channelIs(sql.ref('letter.channel'), wanted))
  return query
}

/** A page of letters in one state, by number; sent ones from the last day on. */
export async function listLetters(
  database: OpenDatabase,
  filter: LetterFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<LetterPage> {
  const onSubmission = await searched(database, filter)
  if (filter.state === 'to-write') {
    const query = owed(database, filter, onSubmission)
    const { total } = await query
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await query
      .selectAll('owed')
      .select(['letter.id as letter_id', 'letter.channel as draft_channel', 'letter.body as draft_body'])
      .select(owedChannel.as('way'))
      .orderBy('owed.number')
      .offset(offset)
      .limit(limit)
      .execute()
    return {
      total: Number(total),
      rows: rows.map(
        (row): LetterRow => ({
          letterId: row.letter_id,
          submissionId: row.id,
          number: row.number,
          reference: row.reference,
          title: row.title,
          authorName: row.author_name,
          kind: row.kind,
          event: row.event,
          channel: readChannel(row.way),
          channels: channelsOf({
            paper: row.paper === 1,
            email: row.author_email,
            address: row.author_address,
            onPlatform: row.on_platform === 1,
          }),
          drafted: row.letter_id !== null,
          decidedAt: row.decided_at,
          producedAt: null,
          producedByName: null,
          sentOn: null,
          sentByName: null,
        }),
      ),
    }
  }
  const query = made(database, filter, onSubmission)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ordered = filter.state === 'sent' ? query.orderBy('letter.sent_on', 'desc') : query
  const rows = await ordered
    .select(madeColumns)
    .orderBy('submission.number')
    .orderBy('letter.produced_at')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total: Number(total), rows: rows.map(madeRow) }
}

export const madeColumns = [
  'letter.id',
  'letter.submission_id',
  'letter.kind',
  'letter.event',
  'letter.channel',
  'letter.produced_at',
  'letter.produced_by_name',
  'letter.sent_on',
  'letter.sent_by_name',
  'submission.number',
  'submission.reference',
  'submission.title',
  'submission.author_name',
] as const

/** The line of a letter that was made. */
export function madeRow(row: {
  readonly id: string
  readonly submission_id: string
  readonly kind: string
  readonly event: string
  readonly channel: string | null
  readonly produced_at: string | null
  readonly produced_by_name: string | null
  readonly sent_on: string | null
  readonly sent_by_name: string | null
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly author_name: string | null
}): LetterRow {
  const channel = readChannel(row.channel)
  return {
    letterId: row.id,
    submissionId: row.submission_id,
    number: row.number,
    reference: row.reference,
    title: row.title,
    authorName: row.author_name,
    kind: readKind(row.kind),
    event: row.event,
    channel,
    channels: channel === null ? [] : [channel],
    drafted: false,
    decidedAt: row.produced_at ?? '',
    producedAt: row.produced_at,
    producedByName: row.produced_by_name,
    sentOn: row.sent_on,
    sentByName: row.sent_by_name,
  }
}

/** How many letters there are in each state, kind and way. */
export async function countLetters(database: OpenDatabase, filter: LetterFilter): Promise<LetterCounts> {
  const all = { processId: filter.processId, search: filter.search }
  const [toWrite, toSend, sent] = await Promise.all([
    counted(database, { ...all, state: 'to-write' }),
    counted(database, { ...all, state: 'to-send' }),
    counted(database, { ...all, state: 'sent' }),
  ])
  const here = { 'to-write': toWrite, 'to-send': toSend, sent }[filter.state]
  const byChannel: Record<LetterChannel | 'none', number> = { post: 0, email: 0, platform: 0, none: 0 }
  const byKind: Partial<Record<LetterKind, number>> = {}
  const wanted = chosen(filter.kinds)
  for (const { kind, channel, count } of here) {
    byKind[kind] = (byKind[kind] ?? 0) + count
    if (wanted === undefined || wanted.includes(kind)) byChannel[channel ?? 'none'] += count
  }
  const sum = (rows: typeof here): number => rows.reduce((total, { count }) => total + count, 0)
  return { toWrite: sum(toWrite), toSend: sum(toSend), sent: sum(sent), byKind, byChannel }
}

async function counted(database: OpenDatabase, filter: LetterFilter) {
  const onSubmission = await searched(database, filter)
  const rows =
    filter.state === 'to-write'
      ? await owed(database, filter, onSubmission)
          .select(['owed.kind as kind', owedChannel.as('way'), sql<number>`count(*)`.as('count')])
          .groupBy(['owed.kind', owedChannel])
          .execute()
      : await made(database, filter, onSubmission)
          .select(['letter.kind as kind', 'letter.channel as way', sql<number>`count(*)`.as('count')])
          .groupBy(['letter.kind', 'letter.channel'])
          .execute()
  return rows.map((row) => ({
    kind: readKind(row.kind),
    channel: readChannel(row.way),
    count: Number(row.count),
  }))
}

/** What matches, in full: proposals for letters to write, letters for those that were made. */
export async function matchingLetters(
  database: OpenDatabase,
  filter: LetterFilter,
): Promise<{ readonly submissionIds: readonly string[]; readonly letterIds: readonly string[] }> {
  const onSubmission = await searched(database, filter)
  if (filter.state === 'to-write') {
    const rows = await owed(database, filter, onSubmission).select('owed.id').orderBy('owed.number').execute()
    return { submissionIds: rows.map(({ id }) => id), letterIds: [] }
  }
  const rows = await made(database, filter, onSubmission)
    .select(['letter.id', 'letter.submission_id'])
    .orderBy('submission.number')
    .execute()
  return {
    submissionIds: [...new Set(rows.map((row) => row.submission_id))],
    letterIds: rows.map(({ id }) => id),
  }
}

/** A kind as its column holds it. */
export function readKind(text: string): LetterKind {
  return letterKinds.find((kind) => kind === text) ?? 'acknowledgement'
}

/** A way as its column holds it. */
export function readChannel(text: string | null): LetterChannel | null {
  return letterChannels.find((channel) => channel === text) ?? null
}
