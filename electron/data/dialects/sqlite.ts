import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect, sql, type Transaction } from 'kysely'
import type { Database } from '../database.ts'
import type { DialectFeatures, OpenDatabase, TableName } from './dialect.ts'

export type RawSqlite = SqliteDatabase.Database

/** "Parv" in ASCII: tells a dossier from any other SQLite file. */
export const parvisApplicationId = 0x50617276

export interface SqliteOptions {
  readonly readOnly?: boolean
}

/** Opens both handles on one SQLite file. Throws what SQLite says; `openDossierFile` turns it into refusals. */
export function openSqlite(
  path: string,
  options: SqliteOptions = {},
): OpenDatabase & { readonly raw: RawSqlite } {
  const readOnly = options.readOnly ?? false
  const raw = new SqliteDatabase(path, { readonly: readOnly, fileMustExist: readOnly })
  try {
    raw.pragma('busy_timeout = 5000')
    raw.pragma('foreign_keys = ON')
    raw.pragma('trusted_schema = OFF')
    raw.pragma('cell_size_check = ON')
    raw.pragma('temp_store = MEMORY')
    raw.pragma('cache_size = -65536')
    if (!readOnly) {
      raw.pragma('journal_mode = WAL')
      // FULL: a commit that was acknowledged survives a power cut, not only a crash of ours.
      raw.pragma('synchronous = FULL')
    }
    const readerHandle = new SqliteDatabase(path, { readonly: true })
    readerHandle.pragma('busy_timeout = 5000')
    readerHandle.pragma('temp_store = MEMORY')
    readerHandle.pragma('cache_size = -65536')
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: raw }) })
    const reader = new Kysely<Database>({ dialect: new SqliteDialect({ database: readerHandle }) })
    return {
      raw,
      db,
      reader,
      readOnly,
      dialect: sqliteFeatures(raw),
      async close() {
        await reader.destroy()
        await db.destroy()
        // Kysely closes only a handle that it has used, and an open one keeps the write-ahead log on disk.
        readerHandle.close()
        raw.close()
      },
    }
  } catch (error) {
    raw.close()
    throw error
  }
}

/** Words become FTS5 prefix terms; quoting keeps FTS5 operators inert. `oe` also finds `œ`, which unicode61 leaves whole. */
function matchExpression(words: readonly string[]): string {
  return words
    .map((word) => {
      const forms = new Set([word, word.replaceAll('oe', 'œ'), word.replaceAll('ae', 'æ')])
      const terms = [...forms].map((form) => `"${form}"*`)
      return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`
    })
    .join(' AND ')
}

function sqliteFeatures(raw: RawSqlite): DialectFeatures {
  const insertStatements = new Map<string, SqliteDatabase.Statement>()
  return {
    kind: 'sqlite',
    columnTypes: {
      text: sql`text`,
      integer: sql`integer`,
      real: sql`real`,
      blob: sql`blob`,
      rowId: sql`integer primary key`,
      tableEnd: sql`strict`,
    },
    async createSearchIndex(db) {
      await sql`create virtual table submission_search using fts5(
        reference, title, body_text, author_name,
        content = 'submission', content_rowid = 'row_id', tokenize = 'unicode61 remove_diacritics 2'
      )`.execute(db)
      await sql`create trigger submission_search_delete after delete on submission begin
        insert into submission_search(submission_search, rowid, reference, title, body_text, author_name)
        values ('delete', old.row_id, old.reference, old.title, old.body_text, old.author_name);
      end`.execute(db)
      await sql`create trigger submission_search_update after update of reference, title, body_text, author_name on submission begin
        insert into submission_search(submission_search, rowid, reference, title, body_text, author_name)
        values ('delete', old.row_id, old.reference, old.title, old.body_text, old.author_name);
        insert into submission_search(rowid, reference, title, body_text, author_name)
        values (new.row_id, new.reference, new.title, new.body_text, new.author_name);
      end`.execute(db)
    },
    async insertRows(_trx: Transaction<Database>, table: TableName, rows) {
      const first = rows[0]
      if (first === undefined) return
      // The transaction holds the only writing connection, so the raw handle writes inside it; compiling one
      // statement instead of one per row is what makes a million rows bearable.
      const columns = Object.keys(first)
      const key = `${table}(${columns.join(',')})`
      let statement = insertStatements.get(key)
      if (statement === undefined) {
        const names = columns.map((column) => `"${column}"`).join(', ')
        statement = raw.prepare(
          `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
        )
        insertStatements.set(key, statement)
      }
      for (const row of rows) statement.run(columns.map((column) => row[column] ?? null))
    },
    async indexSubmissionsAfter(trx, rowId) {
      await sql`insert into submission_search(rowid, reference, title, body_text, author_name)
        select row_id, reference, title, body_text, author_name from submission where row_id > ${rowId}`.execute(
        trx,
      )
    },
    async reindexSubmissions() {
      // The update trigger has done it.
    },
    matchesSearch(words, broad) {
      // A plus keeps the planner from fetching every match by its row: it walks an index of the order asked instead.
      const rowId = broad ? sql`+submission.row_id` : sql`submission.row_id`
      return sql<boolean>`${rowId} in (select rowid from submission_search where submission_search match ${matchExpression(words)})`
    },
    rankedMatches(words) {
      return sql<{
        row_id: number
        relevance: number
      }>`(select rowid as row_id, rank as relevance from submission_search where submission_search match ${matchExpression(words)})`
    },
    async countMatches(db, words) {
      const { rows } = await sql<{
        count: number
      }>`select count(*) as count from submission_search where submission_search match ${matchExpression(words)}`.execute(
        db,
      )
      return rows[0]?.count ?? 0
    },
    async integrityFindings(db) {
      const result = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db)
      const foreign = await sql<{
        table: string
        parent: string
      }>`select "table", parent from pragma_foreign_key_check limit 20`.execute(db)
      const search =
        await sql`insert into submission_search(submission_search, rank) values ('integrity-check', 1)`
          .execute(db)
          .then(() => [] as string[])
          .catch((error: unknown) =>
            /readonly/i.test(String(error)) ? [] : [`search index: ${String(error)}`],
          )
      return [
        ...result.rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
        ...foreign.rows.map((row) => `${row.table} -> ${row.parent}`),
        ...search,
      ]
    },
  }
}
