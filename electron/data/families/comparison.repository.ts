import type { Kysely, Transaction } from 'kysely'
import type { ComparedText } from '../../../shared/domain/similarity/similarity-index.ts'
import type { Database } from '../database.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** How far the texts of the dossier were compared. */
export interface ComparisonState {
  /** When last; null: never. */
  readonly comparedAt: string | null
  readonly lastRowId: number
  readonly round: number
  /** Texts that came or changed since. */
  readonly pending: number
}

/** How far the texts were compared, and how many came or changed since; cheap however large the dossier. */
export async function comparisonState(db: Kysely<Database>): Promise<ComparisonState> {
  const state = await db.selectFrom('comparison').selectAll().executeTakeFirstOrThrow()
  const { fresh } = await db
    .selectFrom('submission')
    .where('row_id', '>', state.last_row_id)
    .select((eb) => eb.fn.countAll<number>().as('fresh'))
    .executeTakeFirstOrThrow()
  const { changed } = await db
    .selectFrom('text_to_compare')
    .select((eb) => eb.fn.countAll<number>().as('changed'))
    .executeTakeFirstOrThrow()
  return {
    comparedAt: state.compared_at,
    lastRowId: state.last_row_id,
    round: state.round,
    pending: fresh + changed,
  }
}

/** A text with its place in the order of entry, and the version of its proposal that was read. */
export interface StoredText extends ComparedText {
  readonly rowId: number
  readonly version: number
}

function texts(db: Kysely<Database>) {
  return db
    .selectFrom('submission')
    .select([
      'row_id',
      'id',
      'process_id',
      'theme_id',
      'title',
      'body_text',
      'latitude',
      'longitude',
      'version',
    ])
}

function toText(row: Awaited<ReturnType<ReturnType<typeof texts>['execute']>>[number]): StoredText {
  return {
    rowId: row.row_id,
    version: row.version,
    id: row.id,
    processId: row.process_id,
    theme: row.theme_id,
    title: row.title,
    bodyText: row.body_text,
    latitude: row.latitude,
    longitude: row.longitude,
  }
}

/** The next texts after a row, as they read now: what is masked there is masked here. */
export async function textsAfter(
  db: Kysely<Database>,
  rowId: number,
  limit: number,
): Promise<readonly StoredText[]> {
  const rows = await texts(db).where('row_id', '>', rowId).orderBy('row_id').limit(limit).execute()
  return rows.map(toText)
}

/** These texts as they read now; those that are gone are not there. */
export async function textsOf(db: Kysely<Database>, ids: readonly string[]): Promise<readonly StoredText[]> {
  const found: StoredText[] = []
  for (const chunk of chunked(ids, 500)) {
    const rows = await texts(db)
      .where('id', 'in', [...chunk])
      .execute()
    found.push(...rows.map(toText))
  }
  return found
}

/** Texts that changed since they were compared. */
export async function changedTextIds(db: Kysely<Database>): Promise<readonly string[]> {
  const rows = await db.selectFrom('text_to_compare').select('submission_id').execute()
  return rows.map((row) => row.submission_id)
}

/**
 * Notes that everything up to a row was compared, and the changed texts at the versions that were read. One that has
 * changed again meanwhile stays to be compared.
 */
export async function markCompared(
  trx: Transaction<Database>,
  compared: {
    readonly lastRowId: number
    readonly changed: ReadonlyMap<string, number>
    readonly at: string
  },
): Promise<void> {
  for (const chunk of chunked([...compared.changed.keys()])) {
    const now = await trx
      .selectFrom('submission')
      .select(['id', 'version'])
      .where('id', 'in', [...chunk])
      .execute()
    const settled = now.filter(({ id, version }) => compared.changed.get(id) === version).map(({ id }) => id)
    if (settled.length > 0)
      await trx.deleteFrom('text_to_compare').where('submission_id', 'in', settled).execute()
  }
  await trx
    .updateTable('comparison')
    .set((eb) => ({
      last_row_id: compared.lastRowId,
      round: eb('round', '+', 1),
      compared_at: compared.at,
    }))
    .execute()
}
