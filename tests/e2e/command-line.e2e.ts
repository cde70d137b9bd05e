import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockDossier } from '../../electron/data/dialects/sqlite-file/dossier-lock.ts'
import { reportKinds } from '../../shared/contract/reports.contract.ts'
import { startParvis } from '../helpers/test-parvis.ts'
import { writeBadFiles } from './bad-files.ts'
import { runParvis } from './run-parvis.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...typed: readonly string[]) => runParvis(folder, typed)
const inFolder = (name: string): string => join(folder, name)

/** Bytes of the dossier and everything that stands beside it. */
function fingerprint(name: string): readonly unknown[] {
  const bytes = createHash('sha256')
    .update(readFileSync(inFolder(name)))
    .digest('hex')
  return [bytes, readdirSync(folder).filter((file) => file.startsWith(name))]
}

const proposals = [
  'id;titre;description;auteur',
  '11;Un tilleul sur la place;De l’ombre l’été;Inès',
  '12;Des jeux au parc;Pour les petits;Noé',
  '13;Un banc;Devant l’école;Léa',
  '14;Sans texte;;Zoé',
]

beforeAll(async () => {
  writeFileSync(inFolder('propositions.csv'), `${proposals.join('\n')}\n`)
  const made = await run(
    ...['new', 'bp.parvis', '--title', 'Budget 2026', '--kind', 'participatory-budget'],
    ...['--envelope', '100 000 €', '--prefix', 'BP26', '--administrator', 'Camille Martin', '--json'],
  )
  expect(made.exitCode, made.complaint).toBe(0)
  expect(made.json()).toMatchObject({ path: inFolder('bp.parvis'), title: 'Budget 2026' })
})

describe('the command line', () => {
  it('explains itself in both languages and says its version', async () => {
    const french = await run('help')
    expect(french).toMatchObject({ exitCode: 0, complaint: '' })
    expect(french.output).toContain('Commandes')
    const english = await run('help', 'import', '--language', 'en')
    expect(english.output).toContain('--dry-run')
    expect(english.output).toContain('entirely or not at all')
    expect((await run('--version', '--json')).json()).toEqual({ version: expect.stringMatching(/^\d+\.\d+/) })
  })

  it.concurrent.each([
    [['frobnicate']],
    [[]],
    [['import', 'bp.parvis']],
    [['import', 'bp.parvis', 'a.csv', 'b.csv']],
    [['import', 'bp.parvis', 'a.csv', '--nope']],
    [['import', 'bp.parvis', 'a.csv', '--as', 'poem']],
    [['list', 'bp.parvis', 'recipes']],
    [['list', 'bp.parvis', 'submissions', '--limit', 'many']],
    [['catalogue', 'bp.parvis', '--format', 'a4', '--out']],
    [['new', 'other.parvis', '--title', 'T']],
    [['new', 'other.parvis', '--title', 'T', '--kind', 'survey', '--envelope', 'beaucoup']],
  ])('answers wrong usage %j with exit code 2 and the way to write it', async (typed) => {
    const wrong = await run(...typed, '--json')
    expect(wrong.exitCode).toBe(2)
    expect(wrong.complaint).toMatch(/parvis/)
    expect(wrong.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
  })

  it('previews, imports, and changes nothing the second time', async () => {
    const preview = await run('import', 'bp.parvis', 'propositions.csv', '--dry-run', '--json')
    expect(preview.json()).toMatchObject({ rows: 4, created: 4, batchId: null })
    const first = await run('import', 'bp.parvis', 'propositions.csv', '--json')
    expect(first.exitCode).toBe(0)
    expect(first.json()).toMatchObject({ format: 'csv', rows: 4, created: 4, rejected: 0 })
    const before = fingerprint('bp.parvis')
    const second = await run('import', 'bp.parvis', 'propositions.csv', '--json')
    expect(second.json()).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejected: 0 })
    expect(fingerprint('bp.parvis')).toEqual(before)
  })

  it('imports a table through a mapping file', async () => {
    await run('new', 'carte.parvis', '--title', 'Consultation', '--kind', 'consultation')
    writeFileSync(inFolder('carte.csv'), 'A;B\nUn banc;Devant l’école\n')
    writeFileSync(inFolder('carte.json'), JSON.stringify({ columns: { A: 'title', B: 'body' } }))
    const imported = await run('import', 'carte.parvis', 'carte.csv', '--mapping', 'carte.json', '--json')
    expect(imported.json()).toMatchObject({ created: 1, rejected: 0 })
    writeFileSync(inFolder('carte.json'), '{"columns": {"A": "colour"}}')
    const refused = await run('import', 'carte.parvis', 'carte.csv', '--mapping', 'carte.json', '--json')
    expect(refused.exitCode).toBe(1)
    expect(refused.json()).toMatchObject({ error: { code: 'mapping-unreadable' } })
  })

  it('lists what it holds and finds words without their accents', async () => {
    const found = await run('list', 'bp.parvis', 'submissions', '--search', 'ecole', '--json')
    expect(found.json()).toMatchObject({ total: 1, rows: [{ reference: 'BP26-0003', title: 'Un banc' }] })
    const limited = await run('list', 'bp.parvis', 'submissions', '--limit', '2', '--json')
    expect(limited.json()).toMatchObject({ total: 4, rows: [{ number: 1 }, { number: 2 }] })
    for (const name of ['projects', 'studies', 'comments', 'meetings', 'districts', 'journal', 'people']) {
      const listed = (await run('list', 'bp.parvis', name, '--json')).json()
      expect({ name, listed }).toEqual({
        name,
        listed: { rows: expect.any(Array), total: expect.any(Number) },
      })
    }
  })

  it('takes decisions in French and in English, all or none', async () => {
    writeFileSync(
      inFolder('decisions.csv'),
      '\ufeffRéférence;Décision;Motif;Réponse\nBP26-0001;recevable;;\nBP26-0002;irrecevable;Hors compétence communale;Le parc est départemental.\n',
    )
    const french = await run('decide', 'bp.parvis', 'decisions.csv', '--json')
    expect(french.exitCode, french.output).toBe(0)
    expect(french.json()).toEqual({ decided: 2, proposed: 0, unchanged: 0, rejected: [] })
    const latin = 'reference,decision,reason,answer\nBP26-0003,incomplete,,Précisez le lieu.\n'
    writeFileSync(inFolder('latin.csv'), Buffer.from(latin, 'latin1'))
    expect((await run('decide', 'bp.parvis', 'latin.csv', '--json')).json()).toMatchObject({ decided: 1 })
    const listed = await run('list', 'bp.parvis', 'submissions', '--json')
    expect(listed.json()).toMatchObject({
      rows: [
        { stage: 'admissible' },
        { stage: 'inadmissible' },
        { stage: 'incomplete' },
        { stage: 'submitted' },
      ],
    })
    const before = fingerprint('bp.parvis')
    writeFileSync(
      inFolder('bad.csv'),
      'reference;decision\nBP26-0004;recevable\nBP26-9999;recevable\n4;peut-être\n',
    )
    const refused = await run('decide', 'bp.parvis', 'bad.csv', '--json')
    expect(refused.exitCode).toBe(1)
    expect(refused.json()).toMatchObject({
      decided: 0,
      rejected: [
        { line: 3, code: 'reference-unknown' },
        { line: 4, code: 'decision-unknown' },
      ],
    })
    expect(fingerprint('bp.parvis')).toEqual(before)
  })

  it('writes catalogue, reports and other files', async () => {
    const catalogue = await run(
      'catalogue',
      'bp.parvis',
      '--out',
      'catalogue.pdf',
      '--format',
      'a5',
      '--json',
    )
    expect(catalogue.exitCode, catalogue.complaint).toBe(0)
    expect(catalogue.json()).toMatchObject({ path: inFolder('catalogue.pdf'), pages: expect.any(Number) })
    expect(readFileSync(inFolder('catalogue.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    const reports = await run('report', 'bp.parvis', '--out', 'rapports', '--json')
    const { files } = reports.json() as { files: readonly { report: string; path: string; bytes: number }[] }
    expect(files.map(({ report }) => report)).toEqual([...reportKinds])
    expect(readdirSync(inFolder('rapports')).sort()).toEqual(
      files.map(({ path }) => path.slice(inFolder('rapports').length + 1)).sort(),
    )
    for (const { path, bytes } of files) expect(readFileSync(path).length).toBe(bytes)
    const answers = await run('export', 'bp.parvis', 'decidim-answers', '--out', 'reponses.csv', '--json')
    expect(answers.json()).toMatchObject({ path: inFolder('reponses.csv'), answers: expect.any(Number) })
  })

  it('finds a sound dossier sound', async () => {
    const checked = await run('check', 'bp.parvis', '--json')
    expect(checked.exitCode).toBe(0)
    expect(checked.json()).toMatchObject({ sound: true })
  })
})

describe('a file that cannot be imported', async () => {
  const bad = await writeBadFiles(folder)
  it.each(bad)('$name leaves the dossier byte for byte as it was', async ({ name, code, rejections }) => {
    const before = fingerprint('bp.parvis')
    const answer = await run('import', 'bp.parvis', name, '--json')
    if (code !== null) {
      expect(answer.exitCode).toBe(1)
      expect(answer.json()).toEqual({ error: { code, message: expect.stringMatching(/\s/) } })
      expect(answer.complaint).not.toBe('')
    } else {
      expect(answer.exitCode).toBe(0)
      const outcome = answer.json() as {
        created: number
        rejections: readonly { code: string; message: string }[]
      }
      expect(outcome.created).toBe(0)
      expect(outcome.rejections.map((rejection) => rejection.code)).toEqual(rejections)
      for (const { message } of outcome.rejections) expect(message).toMatch(/\s/)
    }
    expect(fingerprint('bp.parvis')).toEqual(before)
  })
})

describe('a dossier that cannot be used', () => {
  async function expectRefused(name: string, code: string, ...typed: readonly string[]): Promise<void> {
    const before = fingerprint(name)
    const refused = await run(typed[0] ?? 'check', name, ...typed.slice(1), '--json')
    expect(refused.exitCode, refused.output).toBe(1)
    expect(refused.json()).toEqual({ error: { code, message: expect.stringMatching(/\s/) } })
    expect(fingerprint(name)).toEqual(before)
  }

  it('is refused when it is open elsewhere, and read all the same when that is asked', async () => {
    const unlock = lockDossier(inFolder('bp.parvis'))
    try {
      await expectRefused('bp.parvis', 'dossier-open-elsewhere', 'import', 'propositions.csv')
      const read = await run('list', 'bp.parvis', 'submissions', '--read-only', '--json')
      expect(read.json()).toMatchObject({ total: 4 })
    } finally {
      unlock()
    }
  })

  it('is refused when it is damaged, newer or something else', async () => {
    copyFileSync(inFolder('bp.parvis'), inFolder('coupe.parvis'))
    truncateSync(inFolder('coupe.parvis'), 50_000)
    await expectRefused('coupe.parvis', 'dossier-damaged')
    const newer = readFileSync(inFolder('bp.parvis'))
    newer.writeUInt32BE(999, 60)
    writeFileSync(inFolder('demain.parvis'), newer)
    await expectRefused('demain.parvis', 'dossier-newer')
    writeFileSync(inFolder('courses.parvis'), 'Du pain, du lait.\n'.repeat(20))
    await expectRefused('courses.parvis', 'dossier-not-a-dossier')
    expect((await run('check', 'absent.parvis')).exitCode).toBe(1)
  })

  it('is not changed when it was opened read-only', async () => {
    await expectRefused('bp.parvis', 'dossier-read-only', 'import', 'propositions.csv', '--read-only')
  })

  it.skipIf(process.getuid?.() === 0)('is not changed when its file is protected', async () => {
    copyFileSync(inFolder('bp.parvis'), inFolder('protege.parvis'))
    chmodSync(inFolder('protege.parvis'), 0o444)
    await expectRefused('protege.parvis', 'dossier-read-only', 'import', 'propositions.csv')
  })

  it('is told unsound when its content was changed behind its back', async () => {
    copyFileSync(inFolder('bp.parvis'), inFolder('truque.parvis'))
    const database = new SqliteDatabase(inFolder('truque.parvis'))
    const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").pluck().all()
    for (const name of triggers)
      if (String(name).startsWith('journal')) database.exec(`drop trigger "${String(name)}"`)
    database.exec("update journal_entry set reason = 'autre' where sequence = 2")
    database.close()
    const checked = await run('check', 'truque.parvis', '--json')
    expect(checked.exitCode).toBe(1)
    const { findings } = checked.json() as { findings: readonly { code: string; sound: boolean }[] }
    expect(findings.filter(({ sound }) => !sound).map(({ code }) => code)).toEqual(['journal-chain'])
  })

  it('acts only as somebody who may', async () => {
    mkdirSync(inFolder('personnes'))
    const parvis = startParvis(inFolder('personnes'))
    const path = await parvis.createDossier('equipe')
    await parvis.call('people', 'add', { name: 'Rosa Lectrice', roles: ['reader'] })
    await parvis.call('people', 'setPassphrase', { next: 'tilleul et banc' })
    await parvis.call('dossiers', 'close', {})
    const typed = ['import', path, 'propositions.csv', '--json']
    const code = async (extra: readonly string[], passphrase?: string): Promise<unknown> => {
      const environment: Record<string, string> =
        passphrase === undefined ? {} : { PARVIS_PASSPHRASE: passphrase }
      const answer = (await runParvis(folder, [...typed, ...extra], environment)).json()
      return (answer.error as { code: string } | undefined)?.code
    }
    expect(await code([])).toBe('passphrase-needed')
    expect(await code(['--as-person', 'Rosa Lectrice'])).toBe('permission-missing')
    expect(await code(['--as-person', 'Personne'])).toBe('person-unknown')
    expect(await code([], 'pas la bonne')).toBe('passphrase-wrong')
    expect(await code([], 'tilleul et banc')).toBeUndefined()
    await parvis.stop()
  })
})
