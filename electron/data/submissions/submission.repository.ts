import type { Insertable, Kysely, Selectable, Transaction, Updateable } from 'kysely'
import { z } from 'zod'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import {
  admissibilityCriteria,
  checklistAnswers,
} from '../../../shared/domain/moderation/admissibility-checklist.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Database, DecisionTable, SubmissionTable } from '../database.ts'
import type { DialectFeatures } from '../dialects/dialect.ts'
import { expectOneRow } from '../expect-one-row.ts'

export type SubmissionRecord = Selectable<SubmissionTable>

/** Values of one statement's `in` list: both engines take far more, and a longer list gains nothing. */
const listSize = 5_000

const checklistSchema = z.partialRecord(
  z.enum(admissibilityCriteria),
  z.object({ answer: z.enum(checklistAnswers), comment: z.string().optional() }),
)

/** The checklist of a submission, from its column. */
export function readChecklist(text: string): z.output<typeof checklistSchema> {
  return checklistSchema.parse(JSON.parse(text))
}

/** Cuts a long list of ids into statements' worth. */
export function chunked<T>(items: readonly T[], size = listSize): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

/** One submission, or the refusal `not-found`. */
export async function getSubmission(db: Kysely<Database>, submissionId: string): Promise<SubmissionRecord> {
  const row = await db.selectFrom('submission').selectAll().where('id', '=', submissionId).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'submission' })
  return row
}

export interface DecidableSubmission {
  readonly id: string
  readonly process_id: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly stage: Stage
  readonly author_name: string | null
  readonly created_by: string | null
  readonly checklist: string
  readonly assignee_id: string | null
  readonly merged_into_id: string | null
  readonly reply_by_on: string | null
  readonly version: number
}

const decidableColumns = [
  'id',
  'process_id',
  'number',
  'reference',
  'title',
  'stage',
  'author_name',
  'created_by',
  'checklist',
  'assignee_id',
  'merged_into_id',
  'reply_by_on',
  'version',
] as const

/** Submissions by id, any number of them, by number; missing ones are not there. */
export async function findDecidable(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly DecidableSubmission[]> {
  const found: DecidableSubmission[] = []
  for (const chunk of chunked(ids)) {
    const rows = await db
      .selectFrom('submission')
      .select(decidableColumns)
      .where('id', 'in', [...chunk])
      .$narrowType<{ stage: Stage }>()
      .execute()
    found.push(...rows)
  }
  return found.sort((left, right) => left.number - right.number)
}

/** What is grouped under these submissions, by number. */
export async function findGrouped(
  db: Kysely<Database>,
  leadIds: readonly string[],
): Promise<readonly DecidableSubmission[]> {
  const found: DecidableSubmission[] = []
  for (const chunk of chunked(leadIds)) {
    const rows = await db
      .selectFrom('submission')
      .select(decidableColumns)
      .where('merged_into_id', 'in', [...chunk])
      .$narrowType<{ stage: Stage }>()
      .execute()
    found.push(...rows)
  }
  return found.sort((left, right) => left.number - right.number)
}

/** Takes the next submission number of a démarche, and its reference (`BP26-0142`). */
export async function takeSubmissionNumbers(
  trx: Transaction<Database>,
  processId: string,
  count: number,
): Promise<{ readonly first: number; readonly prefix: string }> {
  const row = await trx
    .updateTable('process')
    .set((eb) => ({ next_submission_number: eb('next_submission_number', '+', count) }))
    .where('id', '=', processId)
    .returning(['next_submission_number', 'reference_prefix'])
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'process' })
  return { first: row.next_submission_number - count, prefix: row.reference_prefix }
}

/** How people write a number: `BP26-0142`. */
export function referenceOf(prefix: string, number: number): string {
  return `${prefix === '' ? '' : `${prefix}-`}${String(number).padStart(4, '0')}`
}

/** Inserts one submission and indexes it. */
export async function insertSubmission(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  row: Insertable<SubmissionTable>,
): Promise<void> {
  const { row_id } = await trx
    .insertInto('submission')
    .values(row)
    .returning('row_id')
    .executeTakeFirstOrThrow()
  await dialect.indexSubmissionsAfter(trx, row_id - 1)
}

/** Writes columns of a submission, whatever its version, and moves the version on. */
export async function updateSubmissions(
  trx: Transaction<Database>,
  ids: readonly string[],
  columns: Updateable<SubmissionTable>,
): Promise<void> {
  for (const chunk of chunked(ids)) {
    await trx
      .updateTable('submission')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', 'in', [...chunk])
      .execute()
  }
}

/** Writes columns of a submission that is still at `version`. Refuses `changed-meanwhile`. */
export async function updateSubmissionAt(
  trx: Transaction<Database>,
  id: string,
  version: number,
  columns: Updateable<SubmissionTable>,
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('submission')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Appends decisions. */
export async function insertDecisions(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  rows: readonly Insertable<DecisionTable>[],
): Promise<void> {
  for (const chunk of chunked(rows, 1_000))
    await dialect.insertRows(trx, 'decision', chunk as readonly Readonly<Record<string, unknown>>[])
}

/** Marks decisions as taken back. */
export async function markDecisionsUndone(
  trx: Transaction<Database>,
  ids: readonly string[],
  at: string,
): Promise<void> {
  for (const chunk of chunked(ids)) {
    await trx
      .updateTable('decision')
      .set({ undone_at: at })
      .where('id', 'in', [...chunk])
      .execute()
  }
}

/** Adds an internal note. */
export async function insertNote(
  trx: Transaction<Database>,
  note: {
    id: string
    submissionId: string
    authorId: string
    authorName: string
    text: string
    writtenAt: string
  },
): Promise<void> {
  await trx
    .insertInto('note')
    .values({
      id: note.id,
      submission_id: note.submissionId,
      author_id: note.authorId,
      author_name: note.authorName,
      text: note.text,
      written_at: note.writtenAt,
    })
    .execute()
}

/** Submissions of a démarche by reference, number or platform id: what spreadsheets name them by. */
export async function findByReference(
  db: Kysely<Database>,
  references: readonly string[],
  processId: string | undefined,
): Promise<ReadonlyMap<string, DecidableSubmission>> {
  const byName = new Map<string, DecidableSubmission>()
  for (const chunk of chunked([...new Set(references)], 2_000)) {
    const numbers = chunk.filter((name) => /^\d{1,9}$/.test(name)).map(Number)
    let query = db
      .selectFrom('submission')
      .select([...decidableColumns, 'external_id'])
      .where((eb) =>
        eb.or([
          eb('reference', 'in', [...chunk]),
          eb('external_id', 'in', [...chunk]),
          ...(numbers.length > 0 ? [eb('number', 'in', numbers)] : []),
        ]),
      )
    if (processId !== undefined) query = query.where('process_id', '=', processId)
    const rows = await query.$narrowType<{ stage: Stage }>().execute()
    // A reference names better than a number, a number better than a platform's id.
    for (const row of rows)
      if (row.external_id !== null && !byName.has(row.external_id)) byName.set(row.external_id, row)
    for (const row of rows) byName.set(String(row.number), row)
    for (const row of rows) byName.set(row.reference, row)
  }
  return byName
}
