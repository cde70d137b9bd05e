import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backupFolder, takeDailyBackup } from '../../../../electron/data/dialects/sqlite-file/backups.ts'
import { startParvis, type TestParvis } from '../../../helpers/test-parvis.ts'

const uuidVersion7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('the dossier', () => {
  let parvis: TestParvis
  let path: string
  beforeEach(async () => {
    parvis = startParvis()
    path = await parvis.createDossier()
  })
  afterEach(() => parvis.stop())

  const rename = (title: string) => parvis.call('dossiers', 'rename', { title })
  const title = async () => (await parvis.call('dossiers', 'current', {}))?.title

  it('is one SQLite file of ours, in WAL mode, whose maker is its administrator', async () => {
    const current = await parvis.call('dossiers', 'current', {})
    expect(current?.person).toMatchObject({ name: 'Alix Administratrice', roles: ['administrator'] })
    expect(current?.person?.id).toMatch(uuidVersion7)
    const file = new SqliteDatabase(path, { readonly: true })
    expect([
      file.pragma('application_id', { simple: true }),
      file.pragma('journal_mode', { simple: true }),
    ]).toEqual([0x50617276, 'wal'])
    file.close()
  })

  it('never takes the place of an existing file', async () => {
    const taken = join(parvis.folder, 'pris.parvis')
    writeFileSync(taken, 'à moi')
    const error = await parvis.refusal('dossiers.create', {
      path: taken,
      title: 'X',
      kind: 'survey',
      personName: 'Y',
    })
    expect([error.code, readFileSync(taken, 'utf8')]).toEqual(['file-exists', 'à moi'])
  })

  it('refuses a folder that is not there and leaves nothing', async () => {
    const error = await parvis.refusal('dossiers.create', {
      path: join(parvis.folder, 'nulle-part/x.parvis'),
      title: 'X',
      kind: 'survey',
      personName: 'Y',
    })
    expect([error.code, existsSync(join(parvis.folder, 'nulle-part'))]).toEqual(['folder-missing', false])
  })

  it('remembers the dossiers opened here, the latest first, and says which are gone', async () => {
    const second = await parvis.createDossier('second')
    await parvis.call('dossiers', 'close', {})
    rmSync(path)
    const recent = await parvis.call('dossiers', 'recent', {})
    expect(recent.map((entry) => [entry.path, entry.present])).toEqual([
      [second, true],
      [path, false],
    ])
    await parvis.call('dossiers', 'forget', { path })
    expect(await parvis.call('dossiers', 'recent', {})).toHaveLength(1)
  })

  it('saves a copy that opens on its own and holds the latest change', async () => {
    await rename('Dernier titre')
    const copy = join(parvis.folder, 'copie.parvis')
    await parvis.call('dossiers', 'saveCopy', { path: copy })
    expect((await parvis.refusal('dossiers.saveCopy', { path })).code).toBe('copy-onto-itself')
    await parvis.call('dossiers', 'open', { path: copy })
    expect(await title()).toBe('Dernier titre')
    expect((await parvis.call('dossiers', 'check', {})).sound).toBe(true)
  })

  it('gives back the space of what is gone', async () => {
    const { bytesBefore, bytesAfter } = await parvis.call('dossiers', 'compact', {})
    expect(bytesAfter).toBeLessThanOrEqual(bytesBefore)
    expect(bytesAfter).toBe(statSync(path).size)
    expect((await parvis.call('dossiers', 'check', {})).sound).toBe(true)
  })

  it('takes a backup of each day when it is opened', async () => {
    await vi.waitFor(() => expect(existsSync(backupFolder(path))).toBe(true))
    const [backup] = await parvis.call('dossiers', 'backups', {})
    expect(backup).toMatchObject({ reason: 'daily', fileName: 'essai 2026-03-02 daily.parvis' })
  })

  it('keeps seven daily backups and four weekly ones', () => {
    rmSync(backupFolder(path), { recursive: true, force: true })
    for (let day = 0; day < 60; day++)
      takeDailyBackup(path, new Date(Date.UTC(2026, 2, 2 + day, 9)).toISOString())
    const days = readdirSync(backupFolder(path))
      .map((name) => /\d{4}-\d{2}-\d{2}/.exec(name)?.[0])
      .sort()
    expect(days.slice(-7)).toEqual([
      '2026-04-24',
      '2026-04-25',
      '2026-04-26',
      '2026-04-27',
      '2026-04-28',
      '2026-04-29',
      '2026-04-30',
    ])
    // One of each of the four weeks before.
    expect(days.slice(0, -7)).toEqual(['2026-04-05', '2026-04-12', '2026-04-19', '2026-04-23'])
  })

  it('goes back to a backup, keeps the present state beside it, and says so in the journal', async () => {
    await vi.waitFor(() => expect(existsSync(backupFolder(path))).toBe(true))
    await rename('Après')
    const [daily] = await parvis.call('dossiers', 'backups', {})
    const opened = await parvis.call('dossiers', 'restoreBackup', { path: daily?.path ?? '' })
    expect([opened.title, opened.person?.name]).toEqual(['Budget participatif', 'Alix Administratrice'])
    const backups = await parvis.call('dossiers', 'backups', {})
    const kept = backups.find(({ reason }) => reason === 'restore')
    const { entries } = await parvis.call('journal', 'list', {})
    expect(entries[0]).toMatchObject({ action: 'dossier.restore-backup', personName: 'Alix Administratrice' })
    await parvis.call('dossiers', 'restoreBackup', { path: kept?.path ?? '' })
    expect(await title()).toBe('Après')
  })

  it('refuses a backup of another dossier', async () => {
    const other = await parvis.createDossier('autre')
    await vi.waitFor(() => expect(existsSync(backupFolder(other))).toBe(true))
    const [foreign] = await parvis.call('dossiers', 'backups', {})
    await parvis.call('dossiers', 'open', { path })
    const error = await parvis.refusal('dossiers.restoreBackup', { path: foreign?.path ?? '' })
    expect(error.code).toBe('backup-unknown')
  })

  it('finds a dossier sound, and names the journal entry that somebody forged', async () => {
    await rename('Deux')
    await rename('Trois')
    const before = await parvis.call('dossiers', 'check', {})
    expect(before.findings.filter(({ sound }) => !sound)).toEqual([])
    const forger = new SqliteDatabase(path)
    forger.exec('drop trigger journal_entry_unchanged')
    const { changes } = forger
      .prepare("update journal_entry set after = replace(after, 'Deux', 'Faux')")
      .run()
    forger.close()
    expect(changes).toBeGreaterThan(0)
    const after = await parvis.call('dossiers', 'check', {})
    expect(after.sound).toBe(false)
    expect(after.findings.find(({ code }) => code === 'journal-chain')).toMatchObject({ sound: false })
  })
})
