import { type Kysely, sql, type Transaction } from 'kysely'
import type { DossierProperties } from '../../../shared/read-models/dossier.ts'
import type { Database } from '../database.ts'

export interface DossierHead {
  readonly id: string
  readonly title: string
  readonly createdAt: string
  readonly createdWith: string
  readonly demonstration: boolean
}

/** The dossier's own line. */
export async function getDossier(db: Kysely<Database>): Promise<DossierHead> {
  const row = await db.selectFrom('dossier').selectAll().executeTakeFirstOrThrow()
  return {
    id: row.id,
    title: row.title,
    createdAt: row.created_at,
    createdWith: row.created_with,
    demonstration: row.demonstration === 1,
  }
}

/** Writes the dossier's own line, once. */
export async function insertDossier(trx: Transaction<Database>, dossier: DossierHead): Promise<void> {
  await trx
    .insertInto('dossier')
    .values({
      id: dossier.id,
      title: dossier.title,
      created_at: dossier.createdAt,
      created_with: dossier.createdWith,
      demonstration: dossier.demonstration ? 1 : 0,
    })
    .execute()
}

/** Gives the dossier another title. */
export async function renameDossier(trx: Transaction<Database>, title: string): Promise<void> {
  await trx.updateTable('dossier').set({ title }).execute()
}

/** How much the dossier holds. */
export async function countEverything(
  db: Kysely<Database>,
): Promise<DossierProperties['counts'] & { readonly attachmentBytes: number }> {
  const count = (table: keyof Database) => sql<number>`(select count(*) from ${sql.table(table)})`
  const row = await db
    .selectNoFrom([
      count('process').as('processes'),
      count('submission').as('submissions'),
      count('project').as('projects'),
      count('citizen_comment').as('comments'),
      count('meeting').as('meetings'),
      count('journal_entry').as('journalEntries'),
      count('person').as('people'),
      sql<number>`(select coalesce(sum(bytes), 0) from attachment)`.as('attachmentBytes'),
    ])
    .executeTakeFirstOrThrow()
  return row
}
