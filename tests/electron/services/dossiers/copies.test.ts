import { existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backupFolder } from '../../../../electron/data/dialects/sqlite-file/backups.ts'
import { diskRefusal } from '../../../../electron/data/dialects/sqlite-file/disk-refusal.ts'
import { lockDossier } from '../../../../electron/data/dialects/sqlite-file/dossier-lock.ts'
import { startParvis, type TestParvis } from '../../../helpers/test-parvis.ts'

describe('copies of a dossier', () => {
  let parvis: TestParvis
  let path: string
  beforeEach(async () => {
    parvis = startParvis()
    path = await parvis.createDossier()
    await vi.waitFor(() => expect(existsSync(backupFolder(path))).toBe(true))
  })
  afterEach(() => parvis.stop())

  const title = async () => (await parvis.call('dossiers', 'current', {}))?.title
  const saveCopy = (target: string) => parvis.refusal('dossiers.saveCopy', { path: target })

  it('never go over a dossier that a Parvis has open', async () => {
    const other = await parvis.createDossier('autre')
    await parvis.call('dossiers', 'open', { path })
    const unlock = lockDossier(other)
    const before = readFileSync(other)
    expect((await saveCopy(other)).code).toBe('dossier-open-elsewhere')
    unlock()
    expect(readFileSync(other).equals(before)).toBe(true)
    expect(readdirSync(parvis.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('never go over the dossier itself under another name', async () => {
    const link = join(parvis.folder, 'lien.parvis')
    linkSync(path, link)
    expect((await saveCopy(link)).code).toBe('copy-onto-itself')
    expect((await saveCopy(parvis.folder)).code).toBe('target-is-folder')
    expect(await title()).toBe('Budget participatif')
  })

  it('take nothing over from the log of the dossier that they replace', async () => {
    const target = join(parvis.folder, 'remplacé.parvis')
    const killed = new SqliteDatabase(target)
    killed.pragma('journal_mode = WAL')
    killed.exec("create table citizen(name text); insert into citizen values ('Durand')")
    // As a process that was stopped leaves it: changes are in the log, not in the file.
    const log = readFileSync(`${target}-wal`)
    killed.close()
    writeFileSync(`${target}-wal`, log)
    await parvis.call('dossiers', 'saveCopy', { path: target })
    expect(existsSync(`${target}-wal`)).toBe(false)
    await parvis.call('dossiers', 'open', { path: target })
    expect((await parvis.call('dossiers', 'check', {})).sound).toBe(true)
  })

  it('say what is wrong with their place, and leave nothing there', async () => {
    writeFileSync(join(parvis.folder, 'note.txt'), 'à moi')
    const { code } = await saveCopy(join(parvis.folder, 'note.txt/ici/copie.parvis'))
    expect([code, readFileSync(join(parvis.folder, 'note.txt'), 'utf8')]).toEqual(['folder-missing', 'à moi'])
    const said = ['SQLITE_FULL', 'SQLITE_CANTOPEN', 'EROFS', 'ENOENT'].map((code) =>
      diskRefusal(Object.assign(new Error('disk'), { code }), '/ici/copie.parvis'),
    )
    expect(said).toMatchObject([
      { code: 'disk-full', parameters: { file: 'copie.parvis', folder: '/ici' } },
      { code: 'place-read-only' },
      { code: 'place-read-only' },
      { code: 'folder-missing' },
    ])
    const other = new Error('other')
    expect(diskRefusal(other, '/ici')).toBe(other)
  })

  it('that are damaged replace nothing: the dossier stays open to the same person', async () => {
    await parvis.call('dossiers', 'rename', { title: 'Aujourd’hui' })
    const [daily] = await parvis.call('dossiers', 'backups', {})
    const backup = readFileSync(daily?.path ?? '')
    backup.fill(0xff, 4096 + 8, backup.length)
    writeFileSync(daily?.path ?? '', backup)
    const { code } = await parvis.refusal('dossiers.restoreBackup', { path: daily?.path ?? '' })
    expect(code).toBe('dossier-damaged')
    expect(await title()).toBe('Aujourd’hui')
    expect((await parvis.call('dossiers', 'current', {}))?.person?.name).toBe('Alix Administratrice')
    expect(readdirSync(parvis.folder).filter((name) => name.includes('.restoring'))).toEqual([])
  })
})
