import type { Insertable, Kysely, Transaction, Updateable } from 'kysely'
import { z } from 'zod'
import type { ColumnMapping } from '../../../shared/domain/imports/column-mapping.ts'
import { mappableFields } from '../../../shared/domain/imports/column-mapping.ts'
import type { ImportBatchRecord } from '../../../shared/read-models/import-preview.ts'
import type {
  CommentTable,
  Database,
  ImportBatchTable,
  MeetingTable,
  ProjectTable,
  SubmissionTable,
} from '../database.ts'
import { readJson } from '../json-column.ts'
import { chunked } from '../submissions/submission.repository.ts'

const mappingSchema = z.object({
  columns: z.record(z.string(), z.enum(mappableFields)),
  dateOrder: z.enum(['day-first', 'month-first']),
})

/** What is known of an imported object: enough to tell changed from unchanged. */
export interface KnownObject {
  readonly id: string
  readonly contentHash: string | null
}

type ImportedTable = 'submission' | 'citizen_comment' | 'meeting' | 'project'

/** Objects of a démarche from one source by their platform id. Millions fit: id and hash only. */
export async function knownObjects(
  db: Kysely<Database>,
  table: ImportedTable,
  processId: string,
  source: string,
): Promise<ReadonlyMap<string, KnownObject>> {
  const known = new Map<string, KnownObject>()
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'external_id', 'content_hash'])
      .where('process_id', '=', processId)
      .where('source', '=', source)
      .where('external_id', '>', after)
      .orderBy('external_id')
      .limit(20_000)
      .execute()
    for (const row of rows) {
      if (row.external_id !== null) known.set(row.external_id, { id: row.id, contentHash: row.content_hash })
    }
    const last = rows.at(-1)?.external_id
    if (rows.length < 20_000 || last === undefined || last === null) return known
    after = last
  }
}

/** Whole submissions by id, for comparing before and after. */
export async function submissionsById(db: Kysely<Database>, ids: readonly string[]) {
  const rows = []
  for (const chunk of chunked(ids)) {
    rows.push(
      ...(await db
        .selectFrom('submission')
        .selectAll()
        .where('id', 'in', [...chunk])
        .execute()),
    )
  }
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whole meetings or projects by id, for comparing before and after. */
export async function importedRows(
  db: Kysely<Database>,
  table: 'meeting' | 'project',
  ids: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const rows = await db
    .selectFrom(table)
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Highest row id in the search index's sense: what comes after it is new. */
export async function lastRowId(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('submission')
    .select((eb) => eb.fn.max<number | null>('row_id').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Writes columns of one imported object. */
export async function updateImported(
  trx: Transaction<Database>,
  table: ImportedTable,
  id: string,
  columns:
    | Updateable<SubmissionTable>
    | Updateable<CommentTable>
    | Updateable<MeetingTable>
    | Updateable<ProjectTable>,
): Promise<void> {
  switch (table) {
    case 'submission':
      await trx
        .updateTable('submission')
        .set((eb) => ({ ...(columns as Updateable<SubmissionTable>), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute()
      return
    case 'project':
      await trx
        .updateTable('project')
        .set((eb) => ({ ...(columns as Updateable<ProjectTable>), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute()
      return
    case 'meeting':
      await trx
        .updateTable('meeting')
        .set(columns as Updateable<MeetingTable>)
        .where('id', '=', id)
        .execute()
      return
    case 'citizen_comment':
      await trx
        .updateTable('citizen_comment')
        .set(columns as Updateable<CommentTable>)
        .where('id', '=', id)
        .execute()
  }
}

/** Where the submissions of a démarche come from, each source once, in the order of their names. */
export async function submissionSources(db: Kysely<Database>, processId: string): Promise<readonly string[]> {
  const sources: string[] = []
  // One step along the index per source: a `distinct` would read all of a million rows.
  for (;;) {
    const next = await db
      .selectFrom('submission')
      .select('source')
      .where('process_id', '=', processId)
      .where('source', '>', sources.at(-1) ?? '')
      .orderBy('source')
      .limit(1)
      .executeTakeFirst()
    if (next === undefined) return sources
    sources.push(next.source)
  }
}

/** Title and text of submissions of one source by their number there. */
export async function submissionTexts(
  db: Kysely<Database>,
  processId: string,
  source: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly bodyText: string }>> {
  if (externalIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('submission')
    .select(['external_id', 'title', 'body_text'])
    .where('process_id', '=', processId)
    .where('source', '=', source)
    .where('external_id', 'in', [...externalIds])
    .execute()
  return new Map(rows.map((row) => [row.external_id ?? '', { title: row.title, bodyText: row.body_text }]))
}

/** Ids of submissions of a démarche by the platform's id, looked for in these sources. */
export async function submissionsByExternalId(
  db: Kysely<Database>,
  processId: string,
  sources: readonly string[],
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (sources.length === 0) return found
  for (const chunk of chunked([...new Set(externalIds)])) {
    const rows = await db
      .selectFrom('submission')
      .select(['id', 'external_id'])
      .where('process_id', '=', processId)
      .where('source', 'in', [...sources])
      .where('external_id', 'in', [...chunk])
      .execute()
    for (const row of rows) if (row.external_id !== null) found.set(row.external_id, row.id)
  }
  return found
}

/** Records an import. */
export async function insertBatch(
  trx: Transaction<Database>,
  batch: Insertable<ImportBatchTable>,
): Promise<void> {
  await trx.insertInto('import_batch').values(batch).execute()
}

/** Completes the counts of an import. */
export async function updateBatch(
  trx: Transaction<Database>,
  id: string,
  columns: Updateable<ImportBatchTable>,
): Promise<void> {
  await trx.updateTable('import_batch').set(columns).where('id', '=', id).execute()
}

/** Imports of a démarche, the latest first. */
export async function listBatches(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly ImportBatchRecord[]> {
  const rows = await db
    .selectFrom('import_batch')
    .selectAll()
    .where('process_id', '=', processId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    target: row.target,
    importedByName: row.imported_by_name,
    importedAt: row.imported_at,
    created: row.created_count,
    updated: row.updated_count,
    unchanged: row.unchanged_count,
    rejected: row.rejected_count,
  }))
}

/** The mapping that was remembered for tables of this layout. */
export async function findMapping(
  db: Kysely<Database>,
  headerSignature: string,
): Promise<{ readonly name: string; readonly mapping: ColumnMapping } | undefined> {
  const row = await db
    .selectFrom('import_mapping')
    .selectAll()
    .where('header_signature', '=', headerSignature)
    .executeTakeFirst()
  return row === undefined ? undefined : { name: row.name, mapping: readJson(mappingSchema, row.mapping) }
}

/** Remembers a mapping for tables of this layout. */
export async function putMapping(
  trx: Transaction<Database>,
  entry: { id: string; name: string; headerSignature: string; mapping: ColumnMapping; savedAt: string },
): Promise<void> {
  const columns = { name: entry.name, mapping: JSON.stringify(entry.mapping), saved_at: entry.savedAt }
  await trx
    .insertInto('import_mapping')
    .values({ id: entry.id, header_signature: entry.headerSignature, ...columns })
    .onConflict((conflict) => conflict.column('header_signature').doUpdateSet(columns))
    .execute()
}
