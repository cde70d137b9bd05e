import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { RedactionRecord } from '../../../shared/read-models/redaction.ts'
import type { Database, RedactionTable, SealedTextTable } from '../database.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** Redactions of a submission, the oldest first. */
export async function listRedactions(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly Selectable<RedactionTable>[]> {
  return db
    .selectFrom('redaction')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** The shape that pages show: everything but the words. */
export function toRedactionRecord(row: Selectable<RedactionTable>): RedactionRecord {
  return {
    id: row.id,
    reason: row.reason,
    occurrences: row.occurrences,
    madeByName: row.made_by_name,
    madeAt: row.made_at,
  }
}

/** One redaction, or the refusal `not-found`. */
export async function getRedaction(db: Kysely<Database>, id: string): Promise<Selectable<RedactionTable>> {
  const row = await db.selectFrom('redaction').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'redaction' })
  return row
}

/** Masked passages by submission, for those of these submissions that have any. */
export async function passagesOf(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const passages = new Map<string, string[]>()
  for (const chunk of chunked(submissionIds)) {
    const rows = await db
      .selectFrom('redaction')
      .select(['submission_id', 'passage'])
      .where('submission_id', 'in', [...chunk])
      .execute()
    for (const row of rows)
      passages.set(row.submission_id, [...(passages.get(row.submission_id) ?? []), row.passage])
  }
  return passages
}

/** Submissions of a démarche that have masked passages. */
export async function redactedSubmissions(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('redaction')
    .innerJoin('submission', 'submission.id', 'redaction.submission_id')
    .where('submission.process_id', '=', processId)
    .select('redaction.submission_id')
    .distinct()
    .execute()
  return rows.map((row) => row.submission_id)
}

/** Adds one. */
export async function insertRedaction(
  trx: Transaction<Database>,
  row: Insertable<RedactionTable>,
): Promise<void> {
  await trx.insertInto('redaction').values(row).execute()
}

/** Takes one away; the journal keeps that it was there. */
export async function deleteRedaction(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('redaction').where('id', '=', id).execute()
}

type SealedKind = SealedTextTable['object_kind']

/** The sealed fields of an object. */
export async function sealedFields(
  db: Kysely<Database>,
  kind: SealedKind,
  objectId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('sealed_text')
    .select(['field', 'content'])
    .where('object_kind', '=', kind)
    .where('object_id', '=', objectId)
    .execute()
  return new Map(rows.map((row) => [row.field, row.content]))
}

/** Puts a field's original under seal, or takes the seal away with null. */
export async function sealField(
  trx: Transaction<Database>,
  kind: SealedKind,
  objectId: string,
  field: string,
  content: string | null,
): Promise<void> {
  if (content === null) {
    await trx
      .deleteFrom('sealed_text')
      .where('object_kind', '=', kind)
      .where('object_id', '=', objectId)
      .where('field', '=', field)
      .execute()
    return
  }
  await trx
    .insertInto('sealed_text')
    .values({ object_kind: kind, object_id: objectId, field, content })
    .onConflict((conflict) =>
      conflict.columns(['object_kind', 'object_id', 'field']).doUpdateSet({ content }),
    )
    .execute()
}
