import { sql } from 'kysely'
import type { OpenDatabase } from '../dialect.ts'

/** Gives back the space of what was deleted. The write-ahead log is folded in first and last, so the size on disk is true. */
export async function compactDossier(database: OpenDatabase): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(database.db)
  await sql`vacuum`.execute(database.db)
  await sql`pragma wal_checkpoint(truncate)`.execute(database.db)
}
