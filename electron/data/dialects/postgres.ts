import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from '../database.ts'
import type { DialectFeatures, OpenDatabase } from './dialect.ts'
import { allWords } from './search-words.ts'

/** How many rows one statement carries: PostgreSQL takes at most 65,535 parameters. */
const parametersPerStatement = 60_000

/** Opens a dossier kept in one schema of a PostgreSQL server; the schema is made if it is missing. */
export async function openPostgres(connectionString: string, schema: string): Promise<OpenDatabase> {
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new RangeError(`Not a schema name: ${schema}`)
  const types = new pg.TypeOverrides()
  // Counts and cents are 64-bit there; ours stay within the exact range of a double, checked by `cents`.
  types.setTypeParser(pg.types.builtins.INT8, Number)
  types.setTypeParser(pg.types.builtins.NUMERIC, Number)
  const settings = { connectionString, types, options: `-c search_path=${schema}` }
  const pool = new pg.Pool({ ...settings, max: 4 })
  const readPool = new pg.Pool({
    ...settings,
    options: `${settings.options} -c default_transaction_read_only=on`,
    max: 4,
  })
  await pool.query(`create schema if not exists ${schema}`)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const reader = new Kysely<Database>({ dialect: new PostgresDialect({ pool: readPool }) })
  return {
    db,
    reader,
    readOnly: false,
    dialect: postgresFeatures,
    async close() {
      await reader.destroy()
      await db.destroy()
    },
  }
}

function tsQuery(words: readonly string[]): string {
  return words.map((word) => `${word}:*`).join(' & ')
}

async function index(trx: Transaction<Database>, condition: ReturnType<typeof sql<boolean>>): Promise<void> {
  const { rows } = await sql<{
    row_id: number
    reference: string
    title: string
    body_text: string
    author_name: string | null
  }>`
    select row_id, reference, title, body_text, author_name from submission where ${condition} order by row_id`.execute(
    trx,
  )
  for (let start = 0; start < rows.length; start += 500) {
    const batch = rows.slice(start, start + 500)
    const values = batch.map((row) => {
      // Bare words: of `BP26-0142` the server's own parser would make a word and the number -142.
      const document = allWords(
        [row.reference, row.title, row.body_text, row.author_name ?? ''].join(' '),
      ).join(' ')
      return sql`(${row.row_id}::bigint, to_tsvector('simple', ${document}::text))`
    })
    await sql`insert into submission_search (row_id, document) values ${sql.join(values)}
      on conflict (row_id) do update set document = excluded.document`.execute(trx)
  }
}

const postgresFeatures: DialectFeatures = {
  kind: 'postgres',
  columnTypes: {
    // Byte order, as SQLite compares: sorting and keyset paging give the same answer on both engines.
    text: sql`text collate "C"`,
    integer: sql`bigint`,
    real: sql`double precision`,
    blob: sql`bytea`,
    rowId: sql`bigint generated always as identity primary key`,
    tableEnd: sql``,
  },
  async createSearchIndex(db) {
    await sql`create table submission_search (
      row_id bigint primary key references submission (row_id) on delete cascade, document tsvector not null
    )`.execute(db)
    await sql`create index submission_search_document on submission_search using gin (document)`.execute(db)
  },
  async insertRows(trx, table, rows) {
    const first = rows[0]
    if (first === undefined) return
    const columns = Object.keys(first)
    const perStatement = Math.max(1, Math.floor(parametersPerStatement / columns.length))
    for (let start = 0; start < rows.length; start += perStatement) {
      const batch = rows.slice(start, start + perStatement)
      const values = batch.map(
        (row) => sql`(${sql.join(columns.map((column) => sql.val(row[column] ?? null)))})`,
      )
      await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
        trx,
      )
    }
  },
  indexSubmissionsAfter: (trx, rowId) => index(trx, sql<boolean>`row_id > ${rowId}`),
  reindexSubmissions: async (trx, ids) => {
    if (ids.length > 0) await index(trx, sql<boolean>`id = any(${[...ids]})`)
  },
  matchesSearch: (words) =>
    sql<boolean>`submission.row_id in (select row_id from submission_search where document @@ to_tsquery('simple', ${tsQuery(words)}))`,
  rankedMatches: (words) => {
    const query = sql`to_tsquery('simple', ${tsQuery(words)})`
    return sql<{
      row_id: number
      relevance: number
    }>`(select row_id, -ts_rank(document, ${query}) as relevance from submission_search where document @@ ${query})`
  },
  async countMatches(db, words) {
    const { rows } = await sql<{
      count: number
    }>`select count(*) as count from submission_search where document @@ to_tsquery('simple', ${tsQuery(words)})`.execute(
      db,
    )
    return rows[0]?.count ?? 0
  },
  async integrityFindings() {
    // The server checks its own pages; foreign keys are enforced at every write.
    return []
  },
}
