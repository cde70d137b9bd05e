import { createHash } from 'node:crypto'
import type { Insertable, Kysely, Selectable, Transaction, Updateable } from 'kysely'
import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { LetterHead } from '../../../shared/read-models/letter.ts'
import type { Database, LetterTable } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'
import { chunked } from '../submissions/submission.repository.ts'

export type LetterRecord = Selectable<LetterTable>

const headSchema = z.object({
  communeName: z.string(),
  service: z.string(),
  sender: z.array(z.string()),
  place: z.string(),
  signature: z.array(z.string()),
  accentColor: z.string(),
  logo: z.string().nullable(),
})

/** The letter of a proposal about a decision, drafted or made. */
export async function findLetter(
  db: Kysely<Database>,
  key: { readonly submissionId: string; readonly kind: string; readonly event: string },
): Promise<LetterRecord | undefined> {
  return db
    .selectFrom('letter')
    .selectAll()
    .where('submission_id', '=', key.submissionId)
    .where('kind', '=', key.kind)
    .where('event', '=', key.event)
    .executeTakeFirst()
}

/** What names a letter before it has an id: whose, which, about which decision. */
export function letterKeyOf(letter: {
  readonly submission_id: string
  readonly kind: string
  readonly event: string
}): string {
  return `${letter.submission_id} ${letter.kind} ${letter.event}`
}

/** Letters of these proposals, drafted and made, by their key. */
export async function lettersByKey(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, LetterRecord>> {
  const found = new Map<string, LetterRecord>()
  for (const chunk of chunked(submissionIds)) {
    const rows = await db
      .selectFrom('letter')
      .selectAll()
      .where('submission_id', 'in', [...chunk])
      .execute()
    for (const row of rows) found.set(letterKeyOf(row), row)
  }
  return found
}

/** References of proposals, by id. */
export async function referencesOf(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const references = new Map<string, string>()
  for (const chunk of chunked([...new Set(submissionIds)])) {
    const rows = await db
      .selectFrom('submission')
      .select(['id', 'reference'])
      .where('id', 'in', [...chunk])
      .execute()
    for (const row of rows) references.set(row.id, row.reference)
  }
  return references
}

/** Letters by id, any number of them; one that is gone is refused with `not-found`. */
export async function getLetters(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly LetterRecord[]> {
  const found: LetterRecord[] = []
  for (const chunk of chunked([...new Set(ids)]))
    found.push(
      ...(await db
        .selectFrom('letter')
        .selectAll()
        .where('id', 'in', [...chunk])
        .execute()),
    )
  if (found.length < new Set(ids).size) throw new AppError('not-found', { object: 'letter' })
  return found
}

/** Every letter of one proposal that was made, the newest first. */
export async function lettersOf(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly LetterRecord[]> {
  return db
    .selectFrom('letter')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .where('produced_at', 'is not', null)
    .orderBy('produced_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Adds letters. */
export async function insertLetters(
  trx: Transaction<Database>,
  rows: readonly Insertable<LetterTable>[],
): Promise<void> {
  for (const chunk of chunked(rows, 500))
    await trx
      .insertInto('letter')
      .values([...chunk])
      .execute()
}

/** Writes columns of a letter that is still at `version`. Refuses `changed-meanwhile`. */
export async function updateLetterAt(
  trx: Transaction<Database>,
  id: string,
  version: number,
  columns: Updateable<LetterTable>,
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('letter')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Writes columns of letters, whatever their version, and moves it on. */
export async function updateLetters(
  trx: Transaction<Database>,
  ids: readonly string[],
  columns: Updateable<LetterTable>,
): Promise<void> {
  for (const chunk of chunked(ids))
    await trx
      .updateTable('letter')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', 'in', [...chunk])
      .execute()
}

/** Takes letters out; the journal keeps that they were there. */
export async function deleteLetters(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  for (const chunk of chunked(ids)) {
    await trx
      .deleteFrom('sealed_field')
      .where('object_kind', '=', 'letter')
      .where('object_id', 'in', [...chunk])
      .execute()
    await trx
      .deleteFrom('letter')
      .where('id', 'in', [...chunk])
      .execute()
  }
}

/** Keeps a letterhead, once for all letters that bear it, and answers its id. */
export async function keepHead(trx: Transaction<Database>, head: LetterHead): Promise<string> {
  const content = JSON.stringify(headSchema.parse(head))
  const id = createHash('sha256').update(content).digest('hex')
  await trx
    .insertInto('letter_head')
    .values({ id, content })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return id
}

/** The letterheads of letters, by their id. */
export async function headsOf(
  db: Kysely<Database>,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, LetterHead>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('letter_head').selectAll().where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, headSchema.parse(JSON.parse(row.content))]))
}
