import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../database.ts'

/** What a person was typing in a démarche, if anything. */
export async function findDraft(
  db: Kysely<Database>,
  processId: string,
  personId: string,
): Promise<{ readonly value: string; readonly savedAt: string } | undefined> {
  const row = await db
    .selectFrom('paper_draft')
    .select(['value', 'saved_at'])
    .where('process_id', '=', processId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row === undefined ? undefined : { value: row.value, savedAt: row.saved_at }
}

/** Keeps what a person is typing; replaces what was kept. */
export async function putDraft(
  trx: Transaction<Database>,
  draft: {
    readonly processId: string
    readonly personId: string
    readonly value: string
    readonly savedAt: string
  },
): Promise<void> {
  await trx
    .insertInto('paper_draft')
    .values({
      process_id: draft.processId,
      person_id: draft.personId,
      value: draft.value,
      saved_at: draft.savedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['process_id', 'person_id'])
        .doUpdateSet({ value: draft.value, saved_at: draft.savedAt }),
    )
    .execute()
}

/** Forgets what a person was typing. */
export async function deleteDraft(
  trx: Transaction<Database>,
  processId: string,
  personId: string,
): Promise<void> {
  await trx
    .deleteFrom('paper_draft')
    .where('process_id', '=', processId)
    .where('person_id', '=', personId)
    .execute()
}
