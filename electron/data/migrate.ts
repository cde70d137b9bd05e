import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/errors/app-error.ts'
import type { OpenDatabase } from './dialects/dialect.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'

/** The version that this Parvis writes. */
export const currentSchemaVersion = allMigrations.length

/** Version of a database that has been migrated at least once. */
export async function schemaVersion(database: OpenDatabase): Promise<number> {
  const last = await database.reader
    .selectFrom('schema_version')
    .select('number')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return last?.number ?? 0
}

/**
 * Brings a database to the current schema, each step in its own transaction. Refuses `dossier-newer` when it
 * comes from a newer Parvis. The caller has made the backup copy.
 */
export async function migrate(
  database: OpenDatabase,
  now: string,
  migrations: readonly Migration[] = allMigrations,
): Promise<void> {
  await database.db.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('number', database.dialect.columnTypes.integer, (column) => column.primaryKey())
    .addColumn('name', database.dialect.columnTypes.text, (column) => column.notNull())
    .addColumn('applied_at', database.dialect.columnTypes.text, (column) => column.notNull())
    .modifyEnd(database.dialect.columnTypes.tableEnd)
    .execute()
  const from = await schemaVersion(database)
  if (from > migrations.length) throw new AppError('dossier-newer', { version: from })
  for (const migration of migrations.slice(from)) {
    await database.db.transaction().execute(async (trx) => {
      // A migration knows no table types of today.
      await migration.up(trx as unknown as Kysely<unknown>, database.dialect)
      await sql`insert into schema_version (number, name, applied_at) values (${migration.number}, ${migration.name}, ${now})`.execute(
        trx,
      )
    })
  }
}
