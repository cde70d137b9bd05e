import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database, VisaTable } from '../database.ts'

export type VisaRow = Selectable<VisaTable>

/** Visas of a project, the newest first. */
export async function listVisas(db: Kysely<Database>, projectId: string): Promise<readonly VisaRow[]> {
  return db
    .selectFrom('visa')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Appends a visa. */
export async function insertVisa(
  trx: Transaction<Database>,
  visa: Omit<VisaRow, 'voided_at' | 'voided_reason'>,
): Promise<void> {
  await trx
    .insertInto('visa')
    .values({ ...visa, voided_at: null, voided_reason: null })
    .execute()
}

/** Marks a visa as fallen; it stays on record. */
export async function voidVisa(
  trx: Transaction<Database>,
  visaId: string,
  at: string,
  reason: string,
): Promise<void> {
  await trx
    .updateTable('visa')
    .set({ voided_at: at, voided_reason: reason })
    .where('id', '=', visaId)
    .execute()
}
