import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PictureBlur } from '../../../shared/read-models/redaction.ts'
import type { Database } from '../database.ts'
import { readJson } from '../json-column.ts'

const rectangles = z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }))
const blurSchema = z.object({
  rectangles,
  reason: z.string(),
  madeByName: z.string(),
  madeAt: z.string(),
})

/** What a picture attachment shows at one time: its bytes, and the blur in them (null: the original). */
export interface PictureState {
  readonly mediaType: string
  readonly sha256: string
  readonly content: Uint8Array
  readonly blur: PictureBlur | null
}

export interface PictureAttachment extends PictureState {
  readonly id: string
  readonly fileName: string
  readonly ownerKind: string
  readonly ownerId: string
}

/** A file of a proposal or a project with its bytes and its blur, or the refusal `not-found`. */
export async function getPicture(db: Kysely<Database>, attachmentId: string): Promise<PictureAttachment> {
  const row = await db
    .selectFrom('attachment')
    .innerJoin('attachment_content', 'attachment_content.attachment_id', 'attachment.id')
    .leftJoin('blurred_picture', 'blurred_picture.attachment_id', 'attachment.id')
    .where('attachment.id', '=', attachmentId)
    // Scans of paper forms are sealed whole, logos are the town hall's own.
    .where('attachment.owner_kind', 'in', ['submission', 'project'])
    .select([
      'attachment.id',
      'attachment.file_name',
      'attachment.owner_kind',
      'attachment.owner_id',
      'attachment.media_type',
      'attachment.sha256',
      'attachment_content.content',
      'blurred_picture.rectangles',
      'blurred_picture.reason',
      'blurred_picture.made_by_name',
      'blurred_picture.made_at',
    ])
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'attachment' })
  return {
    id: row.id,
    fileName: row.file_name,
    ownerKind: row.owner_kind,
    ownerId: row.owner_id,
    mediaType: row.media_type,
    sha256: row.sha256,
    // A copy in memory of its own: the engines hand out views on shared buffers.
    content: new Uint8Array(row.content),
    blur:
      row.rectangles === null
        ? null
        : {
            rectangles: readJson(rectangles, row.rectangles),
            reason: row.reason ?? '',
            madeByName: row.made_by_name ?? '',
            madeAt: row.made_at ?? '',
          },
  }
}

/** Every file of the dossier with these bytes: the same picture may be kept with a proposal and with its project. */
export async function sameFiles(db: Kysely<Database>, sha256: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('attachment')
    .select('id')
    .where('sha256', '=', sha256)
    .where('owner_kind', 'in', ['submission', 'project'])
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Puts a state in the place of what the attachment shows, which goes under seal; one that is there already is not
 * kept twice. Answers the seal of what was shown.
 */
export async function replacePictureState(
  trx: Transaction<Database>,
  shown: PictureAttachment,
  state: PictureState,
  seal: { readonly id: string; readonly at: string },
): Promise<string> {
  const known = await trx
    .selectFrom('sealed_picture')
    .select('id')
    .where('attachment_id', '=', shown.id)
    .where('sha256', '=', shown.sha256)
    .executeTakeFirst()
  if (known === undefined)
    await trx
      .insertInto('sealed_picture')
      .values({
        id: seal.id,
        attachment_id: shown.id,
        media_type: shown.mediaType,
        bytes: shown.content.byteLength,
        sha256: shown.sha256,
        content: Buffer.from(shown.content),
        blur: shown.blur === null ? null : JSON.stringify(shown.blur),
        sealed_at: seal.at,
      })
      .execute()
  await trx
    .updateTable('attachment')
    .set({ media_type: state.mediaType, sha256: state.sha256, bytes: state.content.byteLength })
    .where('id', '=', shown.id)
    .execute()
  await trx
    .updateTable('attachment_content')
    .set({ content: Buffer.from(state.content) })
    .where('attachment_id', '=', shown.id)
    .execute()
  await trx.deleteFrom('blurred_picture').where('attachment_id', '=', shown.id).execute()
  if (state.blur !== null)
    await trx
      .insertInto('blurred_picture')
      .values({
        attachment_id: shown.id,
        rectangles: JSON.stringify(state.blur.rectangles),
        reason: state.blur.reason,
        made_by_name: state.blur.madeByName,
        made_at: state.blur.madeAt,
      })
      .execute()
  return known?.id ?? seal.id
}

/** A file that is shown blurred and whose original has this hash; undefined when no such picture was blurred. */
export async function findBlurredTwin(db: Kysely<Database>, sha256: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sealed_picture')
    .innerJoin('blurred_picture', 'blurred_picture.attachment_id', 'sealed_picture.attachment_id')
    .where('sealed_picture.sha256', '=', sha256)
    .where('sealed_picture.blur', 'is', null)
    .select('sealed_picture.attachment_id')
    .limit(1)
    .executeTakeFirst()
  return row?.attachment_id
}

/** A state under seal, or undefined. */
export async function findSealedState(
  db: Kysely<Database>,
  sealedId: string,
): Promise<PictureState | undefined> {
  const row = await db.selectFrom('sealed_picture').selectAll().where('id', '=', sealedId).executeTakeFirst()
  return row === undefined ? undefined : toState(row)
}

/** The picture as it was before any blur, if it is under seal. */
export async function findOriginalPicture(
  db: Kysely<Database>,
  attachmentId: string,
): Promise<PictureState | undefined> {
  const row = await db
    .selectFrom('sealed_picture')
    .selectAll()
    .where('attachment_id', '=', attachmentId)
    .where('blur', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : toState(row)
}

function toState(row: {
  readonly media_type: string
  readonly sha256: string
  readonly content: Uint8Array
  readonly blur: string | null
}): PictureState {
  return {
    mediaType: row.media_type,
    sha256: row.sha256,
    content: new Uint8Array(row.content),
    blur: row.blur === null ? null : readJson(blurSchema, row.blur),
  }
}
