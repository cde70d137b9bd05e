import { existsSync, readdirSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupFolder } from '../../../electron/data/dialects/sqlite-file/backups.ts'
import { migrate, schemaVersion } from '../../../electron/data/migrate.ts'
import { migrations } from '../../../electron/data/migrations/index.ts'
import type { Migration } from '../../../electron/data/migrations/migration.ts'
import { describeOnBothEngines, type TestDossier } from '../../helpers/test-dossier.ts'
import { startParvis, type TestParvis } from '../../helpers/test-parvis.ts'

const now = '2026-03-03T08:00:00.000Z'

function next(up: Migration['up']): readonly Migration[] {
  return [...migrations, { number: migrations.length + 1, name: 'trial', up }]
}

describeOnBothEngines('a migration', (open) => {
  let dossier: TestDossier
  beforeEach(async () => {
    dossier = await open()
  })
  afterEach(() => dossier.close())

  it('keeps what is there and is done once', async () => {
    let runs = 0
    const added = next(async (db) => {
      runs++
      await sql`alter table process add column motto text`.execute(db)
    })
    await migrate(dossier.database, now, added)
    await migrate(dossier.database, now, added)
    const { rows } = await sql<{
      title: string
      motto: string | null
    }>`select title, motto from process`.execute(dossier.database.reader)
    expect([runs, rows, await schemaVersion(dossier.database)]).toEqual([
      1,
      [{ title: 'Budget participatif 2026', motto: null }],
      added.length,
    ])
  })

  it('leaves nothing half done when it fails', async () => {
    const failing = next(async (db) => {
      await sql`alter table process add column motto text`.execute(db)
      await sql`update process set motto = 'x'`.execute(db)
      throw new Error('broken on purpose')
    })
    await expect(migrate(dossier.database, now, failing)).rejects.toThrow('broken on purpose')
    expect(await schemaVersion(dossier.database)).toBe(migrations.length)
    await expect(sql`select motto from process`.execute(dossier.database.reader)).rejects.toThrow(/motto/)
  })

  it('refuses a database of a newer Parvis', async () => {
    await migrate(
      dossier.database,
      now,
      next(async () => {}),
    )
    await expect(migrate(dossier.database, now)).rejects.toMatchObject({ code: 'dossier-newer' })
  })

  it('numbers the migrations in order, without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1))
  })
})

describe('opening a dossier of an older Parvis', () => {
  let parvis: TestParvis
  beforeEach(() => {
    parvis = startParvis()
  })
  afterEach(() => parvis.stop())

  it('makes a verified copy first, and says from where it came', async () => {
    const path = await parvis.createDossier()
    await parvis.call('dossiers', 'close', {})
    const raw = new SqliteDatabase(path)
    raw.pragma('user_version = 0')
    raw.close()
    const opened = await parvis.call('dossiers', 'open', { path })
    expect([opened.migratedFrom, opened.title]).toEqual([0, 'Budget participatif'])
    const copies = readdirSync(backupFolder(path)).filter((name) => name.endsWith('migration.parvis'))
    expect(copies).toHaveLength(1)
    const copy = new SqliteDatabase(`${backupFolder(path)}/${copies[0]}`, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })

  it('refuses one that it may only read, without making anything', async () => {
    const path = await parvis.createDossier()
    await parvis.call('dossiers', 'close', {})
    const raw = new SqliteDatabase(path)
    raw.pragma('user_version = 0')
    raw.close()
    const error = await parvis.refusal('dossiers.open', { path, readOnly: true })
    const migrationCopies = existsSync(backupFolder(path))
      ? readdirSync(backupFolder(path)).filter((name) => name.endsWith('migration.parvis'))
      : []
    expect([error.code, migrationCopies]).toEqual(['dossier-needs-migration', []])
  })
})
