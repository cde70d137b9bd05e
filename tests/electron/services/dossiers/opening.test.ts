import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fr } from '../../../../shared/messages/fr/index.ts'
import { startParvis, type TestParvis } from '../../../helpers/test-parvis.ts'

const fingerprint = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('opening a dossier', () => {
  let parvis: TestParvis
  let sound: string
  beforeEach(async () => {
    parvis = startParvis()
    sound = await parvis.createDossier()
    await parvis.call('dossiers', 'close', {})
  })
  afterEach(() => parvis.stop())

  function copyAs(name: string): string {
    const path = join(parvis.folder, name)
    copyFileSync(sound, path)
    return path
  }

  /** Tries to open a bad file: it must be refused with this code and its own sentence, and harm nothing. */
  async function expectRefused(path: string, code: string): Promise<void> {
    const before = [fingerprint(path), readdirSync(parvis.folder).sort()]
    const error = await parvis.refusal('dossiers.open', { path })
    expect(error.code).toBe(code)
    expect(Object.keys(fr.errors)).toContain(code)
    expect([fingerprint(path), readdirSync(parvis.folder).sort()]).toEqual(before)
  }

  it('refuses a text file', async () => {
    const path = join(parvis.folder, 'notes.parvis')
    writeFileSync(path, 'Ceci est une liste de courses.\n'.repeat(20))
    await expectRefused(path, 'dossier-not-a-dossier')
  })

  it('refuses an empty file', async () => {
    const path = join(parvis.folder, 'vide.parvis')
    writeFileSync(path, '')
    await expectRefused(path, 'dossier-not-a-dossier')
  })

  it('refuses a database of another program', async () => {
    const path = join(parvis.folder, 'autre.parvis')
    const other = new SqliteDatabase(path)
    other.exec('create table recipe (name text)')
    other.close()
    await expectRefused(path, 'dossier-not-a-dossier')
  })

  it('refuses a copy that was cut short', async () => {
    const path = copyAs('coupe.parvis')
    truncateSync(path, 40_000)
    await expectRefused(path, 'dossier-damaged')
  })

  it('opens one whose process was killed while its log was being folded in', async () => {
    const path = join(parvis.folder, 'tue.parvis')
    const working = new SqliteDatabase(sound)
    working.pragma('wal_autocheckpoint = 0')
    working.exec(
      'insert into import_mapping (id, name, header_signature, mapping, saved_at) ' +
        "values ('a', 'Grand', 'x', hex(zeroblob(500000)), '2026-03-01T09:00:00.000Z')",
    )
    copyFileSync(sound, path)
    copyFileSync(`${sound}-wal`, `${path}-wal`)
    working.close()
    // The first page went in, and tells of pages that are not there yet.
    const handle = openSync(path, 'r+')
    writeSync(handle, readFileSync(sound).subarray(0, 4_096), 0, 4_096, 0)
    closeSync(handle)
    await parvis.call('dossiers', 'open', { path })
    const report = await parvis.call('dossiers', 'check', {})
    expect(report.findings.filter((finding) => !finding.sound)).toEqual([])
    await parvis.call('dossiers', 'close', {})
    expect(statSync(path).size).toBe(statSync(sound).size)
  })

  it('refuses a file whose pages were overwritten', async () => {
    const path = copyAs('abime.parvis')
    const handle = openSync(path, 'r+')
    for (let page = 3; page < 30; page++) writeSync(handle, Buffer.alloc(2_000, 0xab), 0, 2_000, page * 4_096)
    closeSync(handle)
    await expectRefused(path, 'dossier-damaged')
  })

  it('refuses a dossier of a newer Parvis', async () => {
    const path = copyAs('demain.parvis')
    const handle = openSync(path, 'r+')
    writeSync(handle, Buffer.from([0, 0, 0, 99]), 0, 4, 60)
    closeSync(handle)
    await expectRefused(path, 'dossier-newer')
  })

  it('says that a file is missing', async () => {
    const error = await parvis.refusal('dossiers.open', { path: join(parvis.folder, 'absent.parvis') })
    expect(error).toEqual({ code: 'dossier-missing', parameters: { file: 'absent.parvis' } })
  })

  it('refuses a dossier that is open elsewhere, and lets it in once it is closed there', async () => {
    await parvis.call('dossiers', 'open', { path: sound })
    const neighbour = startParvis(parvis.folder)
    expect((await neighbour.refusal('dossiers.open', { path: sound })).code).toBe('dossier-open-elsewhere')
    expect((await neighbour.call('dossiers', 'open', { path: sound, readOnly: true })).readOnly).toBe(true)
    await neighbour.router.stop()
    await parvis.call('dossiers', 'close', {})
    const after = startParvis(parvis.folder)
    expect((await after.call('dossiers', 'open', { path: sound })).readOnly).toBe(false)
    await after.router.stop()
  })

  it('reads a read-only dossier and refuses every change to it', async () => {
    const before = fingerprint(sound)
    const opened = await parvis.call('dossiers', 'open', { path: sound, readOnly: true })
    expect(opened).toMatchObject({ readOnly: true, title: 'Budget participatif' })
    expect((await parvis.refusal('dossiers.rename', { title: 'Autre' })).code).toBe('dossier-read-only')
    await parvis.call('dossiers', 'close', {})
    expect(fingerprint(sound)).toBe(before)
  })

  it('keeps the open dossier when the next one is refused', async () => {
    await parvis.call('dossiers', 'open', { path: sound })
    await parvis.refusal('dossiers.open', { path: join(parvis.folder, 'absent.parvis') })
    expect((await parvis.call('dossiers', 'current', {}))?.path).toBe(sound)
  })

  it('leaves one file, without companions, when it is closed', async () => {
    await parvis.call('dossiers', 'open', { path: sound })
    await parvis.call('dossiers', 'rename', { title: 'Renommé' })
    await parvis.call('dossiers', 'close', {})
    expect(readdirSync(parvis.folder).filter((name) => name.startsWith('essai.parvis'))).toEqual([
      'essai.parvis',
    ])
  })
})
