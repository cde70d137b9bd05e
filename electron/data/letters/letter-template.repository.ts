import type { Kysely, Selectable, Transaction } from 'kysely'
import type { LetterTopic } from '../../../shared/domain/letters/letter-kind.ts'
import type { Database, LetterTemplateTable } from '../database.ts'

export type TemplateRecord = Selectable<LetterTemplateTable>

/** Every version of a démarche's texts, the newest first. */
export async function listTemplateVersions(
  db: Kysely<Database>,
  processId: string,
  topic?: LetterTopic,
): Promise<readonly TemplateRecord[]> {
  let query = db.selectFrom('letter_template').selectAll().where('process_id', '=', processId)
  if (topic !== undefined)
    query = query.where('kind', '=', topic.kind).where('reason', '=', topic.reason ?? '')
  return query.orderBy('number', 'desc').execute()
}

/** Adds a version; the number is taken only once. */
export async function insertTemplate(trx: Transaction<Database>, row: TemplateRecord): Promise<void> {
  await trx.insertInto('letter_template').values(row).execute()
}
