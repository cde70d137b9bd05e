import type { AliasableExpression, Expression, Kysely, RawBuilder, SqlBool, Transaction } from 'kysely'
import type { Database } from '../database.ts'

/** Column types where the two engines differ; everything else of a migration is written once. */
export interface ColumnTypes {
  readonly text: RawBuilder<unknown>
  readonly integer: RawBuilder<unknown>
  readonly real: RawBuilder<unknown>
  readonly blob: RawBuilder<unknown>
  /** Integer primary key that the engine numbers itself. */
  readonly rowId: RawBuilder<unknown>
  /** Ends a `create table` (STRICT on SQLite). */
  readonly tableEnd: RawBuilder<unknown>
}

/** What a table name and rows need to be written many at a time. */
export type TableName = keyof Database & string

/** All that the two engines do in their own way. Repositories and queries ask here and know no dialect. */
export interface DialectFeatures {
  readonly kind: 'sqlite' | 'postgres'
  readonly columnTypes: ColumnTypes
  /** Makes the full-text index over submissions (reference, title, text, author). */
  createSearchIndex(db: Kysely<unknown>): Promise<void>
  /** Inserts rows of one shape, fast; column names are those of the first row. */
  insertRows(
    trx: Transaction<Database>,
    table: TableName,
    rows: readonly Readonly<Record<string, unknown>>[],
  ): Promise<void>
  /** Puts submissions inserted after this row id into the search index (0: all of them). */
  indexSubmissionsAfter(trx: Transaction<Database>, rowId: number): Promise<void>
  /** Brings the index up to date with changed submissions. */
  reindexSubmissions(trx: Transaction<Database>, ids: readonly string[]): Promise<void>
  /**
   * Condition on `submission`: all words found, each as a prefix, accents and case aside. `broad` says that many
   * match, so that other conditions and orders had better lead.
   */
  matchesSearch(words: readonly string[], broad: boolean): Expression<SqlBool>
  /**
   * Row ids and relevance (the smaller the better) of all that `matchesSearch` finds by the same words. To cross join
   * with `submission` after it: any other join may search anew for every row.
   */
  rankedMatches(
    words: readonly string[],
  ): AliasableExpression<{ readonly row_id: number; readonly relevance: number }>
  /** How many submissions of the whole dossier `matchesSearch` finds, from the index alone. */
  countMatches(db: Kysely<Database>, words: readonly string[]): Promise<number>
  /** Empty when the engine finds its file sound, else its own words. */
  integrityFindings(db: Kysely<Database>): Promise<readonly string[]>
}

/** An open dossier database: one handle that writes, one that can only read. Both are closed together. */
export interface OpenDatabase {
  readonly db: Kysely<Database>
  readonly reader: Kysely<Database>
  readonly dialect: DialectFeatures
  /** Set when everything is refused to `db` (file opened read-only). */
  readonly readOnly: boolean
  close(): Promise<void>
}
