import type { Kysely, Transaction } from 'kysely'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Database } from '../database.ts'

export interface NewAttachment {
  readonly id: string
  readonly ownerKind: 'process' | 'submission' | 'project' | 'paper-batch'
  readonly ownerId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly alternativeText: string
  readonly credit: string
  readonly addedAt: string
  readonly content: Uint8Array
}

/** Puts a file into the dossier. */
export async function insertAttachment(trx: Transaction<Database>, attachment: NewAttachment): Promise<void> {
  await trx
    .insertInto('attachment')
    .values({
      id: attachment.id,
      owner_kind: attachment.ownerKind,
      owner_id: attachment.ownerId,
      file_name: attachment.fileName,
      media_type: attachment.mediaType,
      bytes: attachment.content.byteLength,
      sha256: attachment.sha256,
      alternative_text: attachment.alternativeText,
      credit: attachment.credit,
      added_at: attachment.addedAt,
    })
    .execute()
  await trx
    .insertInto('attachment_content')
    .values({ attachment_id: attachment.id, content: Buffer.from(attachment.content) })
    .execute()
}

/** Takes a file out of the dossier, also what is under seal of it; the journal keeps its name and hash. */
export async function deleteAttachment(trx: Transaction<Database>, attachmentId: string): Promise<void> {
  for (const table of ['blurred_picture', 'sealed_picture', 'attachment_content'] as const)
    await trx.deleteFrom(table).where('attachment_id', '=', attachmentId).execute()
  await trx.deleteFrom('attachment').where('id', '=', attachmentId).execute()
}

/** The bytes of a file, or the refusal `not-found`. */
export async function getAttachmentContent(
  db: Kysely<Database>,
  attachmentId: string,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array }> {
  const { mediaType, bytes } = await getAttachmentFile(db, attachmentId)
  return { mediaType, bytes }
}

/** The bytes of a file with its name, or the refusal `not-found`. */
export async function getAttachmentFile(
  db: Kysely<Database>,
  attachmentId: string,
): Promise<{
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly ownerKind: string
}> {
  const row = await db
    .selectFrom('attachment')
    .innerJoin('attachment_content', 'attachment_content.attachment_id', 'attachment.id')
    .where('attachment.id', '=', attachmentId)
    .select([
      'attachment.file_name',
      'attachment.media_type',
      'attachment.owner_kind',
      'attachment_content.content',
    ])
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'attachment' })
  // A copy in memory of its own: the engines hand out views on shared buffers, which would cross the border whole.
  return {
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: new Uint8Array(row.content),
    ownerKind: row.owner_kind,
  }
}

/** The hash of a file, or undefined when it is gone. */
export async function findSha256(db: Kysely<Database>, attachmentId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('attachment')
    .select('sha256')
    .where('id', '=', attachmentId)
    .executeTakeFirst()
  return row?.sha256
}

export interface PictureWords {
  readonly alternativeText: string
  readonly credit: string
}

/** The words that go with a picture, or undefined when the file is gone. */
export async function findPictureWords(
  db: Kysely<Database>,
  attachmentId: string,
): Promise<PictureWords | undefined> {
  const row = await db
    .selectFrom('attachment')
    .select(['alternative_text', 'credit'])
    .where('id', '=', attachmentId)
    .executeTakeFirst()
  return row === undefined ? undefined : { alternativeText: row.alternative_text, credit: row.credit }
}

/** Writes the words that go with a picture. */
export async function savePictureWords(
  trx: Transaction<Database>,
  attachmentId: string,
  words: PictureWords,
): Promise<void> {
  await trx
    .updateTable('attachment')
    .set({ alternative_text: words.alternativeText, credit: words.credit })
    .where('id', '=', attachmentId)
    .execute()
}

/** Files of one owner, without their bytes. */
export async function attachmentIdsOf(
  db: Kysely<Database>,
  ownerKind: NewAttachment['ownerKind'],
  ownerId: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('attachment')
    .select('id')
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .execute()
  return rows.map((row) => row.id)
}
