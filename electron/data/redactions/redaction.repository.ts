import { createHash } from 'node:crypto'
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { RedactionRecord } from '../../../shared/read-models/redaction.ts'
import type { Database, RedactionTable } from '../database.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** Redactions of a submission that hold, the oldest first. */
export async function listRedactions(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly Selectable<RedactionTable>[]> {
  return db
    .selectFrom('redaction')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .where('lifted_at', 'is', null)
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
      .where('lifted_at', 'is', null)
      .orderBy('made_at')
      .orderBy('id')
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
    .where('redaction.lifted_at', 'is', null)
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

/** Says since when the words of one are shown again; null: they are masked. */
export async function markLifted(
  trx: Transaction<Database>,
  id: string,
  liftedAt: string | null,
): Promise<void> {
  await trx.updateTable('redaction').set({ lifted_at: liftedAt }).where('id', '=', id).execute()
}

/** Whether anything is masked in the dossier at all. */
export async function anythingMasked(db: Kysely<Database>): Promise<boolean> {
  const row = await db
    .selectFrom('redaction')
    .select('id')
    .where('lifted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the dossier holds originals, words or pictures, that not everybody may see. */
export async function anythingSealed(db: Kysely<Database>): Promise<boolean> {
  if (await anythingMasked(db)) return true
  // A scan shows a form as it was written.
  const scan = await db.selectFrom('paper_scan').select('attachment_id').limit(1).executeTakeFirst()
  if (scan !== undefined) return true
  const picture = await db.selectFrom('blurred_picture').select('attachment_id').limit(1).executeTakeFirst()
  return picture !== undefined
}

/** Originals of one field under seal, by the masked text that each explains. */
export interface FieldSeals {
  /** The original behind a masked text, if that is what stands in the field. */
  originalOf(shown: string): string | undefined
  /** From older dossiers, where a seal did not say which text it explains. */
  readonly unmarked: string | undefined
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The sealed fields of objects of one kind: by object, then by column. */
export async function sealedFields(
  db: Kysely<Database>,
  kind: string,
  objectIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, FieldSeals>>> {
  const seals = new Map<string, Map<string, FieldSeals>>()
  for (const chunk of chunked(objectIds)) {
    const rows = await db
      .selectFrom('sealed_field')
      .select(['object_id', 'field', 'shown_sha256', 'content'])
      .where('object_kind', '=', kind)
      .where('object_id', 'in', [...chunk])
      .execute()
    for (const [objectId, ofObject] of Map.groupBy(rows, (row) => row.object_id)) {
      const fields = new Map<string, FieldSeals>()
      for (const [field, ofField] of Map.groupBy(ofObject, (row) => row.field)) {
        const byHash = new Map(ofField.map((row) => [row.shown_sha256, row.content]))
        fields.set(field, {
          originalOf: (shown) => byHash.get(hash(shown)),
          unmarked: byHash.get(''),
        })
      }
      seals.set(objectId, fields)
    }
  }
  return seals
}

/** Puts a field's original under seal; `shown` is the masked text in its place. */
export async function sealField(
  trx: Transaction<Database>,
  kind: string,
  objectId: string,
  field: string,
  seal: { readonly original: string; readonly shown: string },
): Promise<void> {
  await trx
    .insertInto('sealed_field')
    .values({
      object_kind: kind,
      object_id: objectId,
      field,
      shown_sha256: hash(seal.shown),
      content: seal.original,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['object_kind', 'object_id', 'field', 'shown_sha256'])
        .doUpdateSet({ content: seal.original }),
    )
    .execute()
}

/** Takes away the seal behind a masked text that stands no more, and the unmarked one. */
export async function breakSeal(
  trx: Transaction<Database>,
  kind: string,
  objectId: string,
  field: string,
  shown: string,
): Promise<void> {
  await trx
    .deleteFrom('sealed_field')
    .where('object_kind', '=', kind)
    .where('object_id', '=', objectId)
    .where('field', '=', field)
    .where('shown_sha256', 'in', [hash(shown), ''])
    .execute()
}
