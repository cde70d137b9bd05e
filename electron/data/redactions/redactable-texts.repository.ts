import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../database.ts'
import { type RedactableTable, redactableTables } from './redactable-tables.ts'

/** The texts of one object, by column, as they stand. */
export interface RedactableObject {
  readonly table: RedactableTable
  readonly id: string
  readonly fields: Readonly<Record<string, string | null>>
}

/** Everything in which a submission's words may stand: itself, its comments, what staff wrote about it, its project. */
export async function redactableObjects(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly RedactableObject[]> {
  const objects: RedactableObject[] = []
  for (const table of redactableTables) {
    const columns = Object.keys(table.columns)
    const { rows } = await sql<Record<string, string | null>>`
      select id, ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table.table)}
      where id in (${table.ids(submissionId)}) order by id`.execute(db)
    for (const { id, ...fields } of rows) objects.push({ table, id: id ?? '', fields })
  }
  return objects
}

/** Writes fields of one of them, and moves its version on where it has one. */
export async function writeRedactable(
  trx: Transaction<Database>,
  { table, id }: RedactableObject,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = Object.entries(fields).map(([column, text]) => sql`${sql.ref(column)} = ${text}`)
  if (table.versioned) columns.push(sql`version = version + 1`)
  await sql`update ${sql.table(table.table)} set ${sql.join(columns)} where id = ${id}`.execute(trx)
}
