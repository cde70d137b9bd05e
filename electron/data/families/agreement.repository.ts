import type { Kysely, Transaction } from 'kysely'
import type { Database, FamilyAgreementTable } from '../database.ts'

/** What a proposer said of being grouped under a lead, if anything is known. */
export function findAgreement(
  db: Kysely<Database>,
  submissionId: string,
  leadId: string,
): Promise<FamilyAgreementTable | undefined> {
  return db
    .selectFrom('family_agreement')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .where('lead_id', '=', leadId)
    .executeTakeFirst()
}

/** Writes it in the place of what was known, or takes it away (`row` undefined). */
export async function putAgreement(
  trx: Transaction<Database>,
  submissionId: string,
  leadId: string,
  row: FamilyAgreementTable | undefined,
): Promise<void> {
  await trx
    .deleteFrom('family_agreement')
    .where('submission_id', '=', submissionId)
    .where('lead_id', '=', leadId)
    .execute()
  if (row !== undefined) await trx.insertInto('family_agreement').values(row).execute()
}
