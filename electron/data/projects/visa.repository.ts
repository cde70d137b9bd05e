import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database, VisaTable } from '../database.ts'

export type VisaRow = Selectable<VisaTable>

/** Noted on a visa that its signer took back: it counts as never given, and stays on record. */
export const takenBack = 'visa.sign.undo'

/** The visa that speaks for a project: the newest that was not taken back. `visas`: the newest first. */
export function standingVisa<V extends { readonly voided_reason: string | null }>(
  visas: readonly V[],
): V | undefined {
  return visas.find((visa) => visa.voided_reason !== takenBack)
}

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
