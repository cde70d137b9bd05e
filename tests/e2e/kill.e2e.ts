import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openArchive, verifyArchive } from '../../electron/imports/formats/archive.ts'
import { startParvis, type TestParvis } from '../helpers/test-parvis.ts'

/** Kills per kind of work: 54 in all. */
const rounds = 18
const rowsPerFile = 1_500
const filesPerRound = 6

const seed = Number(process.env.PARVIS_KILL_SEED ?? Date.now() % 1_000_000)
process.stderr.write(`kill tests: PARVIS_KILL_SEED=${seed} repeats these moments\n`)

const folder = mkdtempSync(join(tmpdir(), 'parvis-kill-'))
mkdirSync(join(folder, 'deposits'))
mkdirSync(join(folder, 'exported'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Each kind of work has its own session, which looks at its dossier between two kills. */
function sessionOf(name: string): TestParvis {
  return startParvis(join(folder, `looking-${name}`))
}

/** Evenly spread numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function writeDeposits(name: string, count: number): string {
  const path = join(folder, 'deposits', `${name}.csv`)
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `${name}-${index};Banc ${name} ${index};${'Un banc à l’ombre, près de l’école. '.repeat(8)};Habitant ${index}`,
  )
  writeFileSync(path, `id;titre;description;auteur\n${lines.join('\n')}\n`)
  return path
}

/** A new dossier with some proposals in it. */
async function newDossier(parvis: TestParvis, name: string, deposits: number): Promise<string> {
  const path = join(folder, `${name}.parvis`)
  await parvis.call('dossiers', 'create', {
    path,
    title: 'Budget participatif',
    kind: 'participatory-budget',
    personName: 'Camille Martin',
  })
  if (deposits > 0) {
    const processId = await onlyProcess(parvis)
    await parvis.call('imports', 'commit', { processId, path: writeDeposits(`base-${name}`, deposits) })
  }
  await parvis.call('dossiers', 'close', {})
  return path
}

async function onlyProcess(parvis: TestParvis): Promise<string> {
  const [process] = await parvis.call('processes', 'list', {})
  return process?.id ?? ''
}

interface Killed {
  /** What was acknowledged before the end, as words. */
  readonly acknowledged: readonly (readonly string[])[]
  /** True when something had been begun and not acknowledged. */
  readonly midway: boolean
  readonly signal: NodeJS.Signals | null
}

/** Lets the child work and kills it `delay` milliseconds after it began to open the dossier. */
async function killDuring(work: string, path: string, round: number, delay: number): Promise<Killed> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'kill-child.ts'), work, path, folder, String(round)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_code, signal) => resolve(signal)),
  )
  let output = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      output += String(chunk)
      if (output.startsWith('opening')) resolve()
    })
    child.on('close', () => resolve())
  })
  await pause(delay)
  child.kill('SIGKILL')
  const signal = await ended
  // A line cut by the kill was not said.
  const lines = output.split('\n').slice(1, -1)
  const acknowledged = lines.filter((line) => !line.endsWith('ing')).map((line) => line.split(' '))
  return { acknowledged, midway: lines.at(-1)?.endsWith('ing') === true, signal }
}

/** Opens the dossier as the next session does, asks for its check, and hands it over. */
async function reopened<T>(
  parvis: TestParvis,
  path: string,
  look: (processId: string) => Promise<T>,
): Promise<T> {
  await parvis.call('dossiers', 'open', { path })
  try {
    const report = await parvis.call('dossiers', 'check', {})
    expect(report.findings.filter(({ sound }) => !sound)).toEqual([])
    return await look(await onlyProcess(parvis))
  } finally {
    await parvis.call('dossiers', 'close', {})
  }
}

async function countDeposits(parvis: TestParvis, processId: string): Promise<number> {
  return (await parvis.call('submissions', 'list', { processId, limit: 1 })).total
}

describe('a process killed at random moments', () => {
  it.concurrent(`of imports keeps those that were acknowledged and nothing of the one that was not, ${rounds} times`, async () => {
    const random = randomFrom(seed)
    const parvis = sessionOf('imports')
    const path = await newDossier(parvis, 'imports', 0)
    let before = 0
    let interrupted = 0
    for (let round = 0; round < rounds; round++) {
      for (let number = 0; number < filesPerRound; number++) writeDeposits(`${round}-${number}`, rowsPerFile)
      const killed = await killDuring('import', path, round, 50 + random() * 900)
      expect(killed.signal).toBe('SIGKILL')
      const said = killed.acknowledged.reduce((sum, [, created]) => sum + Number(created), 0)
      const after = await reopened(parvis, path, async (processId) => {
        const batches = await parvis.call('imports', 'batches', { processId })
        const total = await countDeposits(parvis, processId)
        // What was not yet said may be there whole, never in part.
        expect(batches.map(({ created }) => created)).toEqual(batches.map(() => rowsPerFile))
        expect(total).toBe(batches.length * rowsPerFile)
        return total
      })
      expect(after - before - said).toBeOneOf([0, rowsPerFile])
      if (killed.midway && after - before === said) interrupted++
      before = after
    }
    expect(before).toBeGreaterThan(0)
    expect(interrupted).toBeGreaterThan(0)
  })

  it.concurrent(`of decisions keeps every acknowledged one, ${rounds} times`, async () => {
    const random = randomFrom(seed + 1)
    const parvis = sessionOf('decisions')
    const path = await newDossier(parvis, 'decisions', 60)
    const known = new Map<string, { readonly stage: string; readonly version: number }>()
    let decisions = 0
    for (let round = 0; round < rounds; round++) {
      const killed = await killDuring('decide', path, round, 50 + random() * 500)
      expect(killed.signal).toBe('SIGKILL')
      for (const [, id = '', stage = '', version] of killed.acknowledged)
        known.set(id, { stage, version: Number(version) })
      decisions += killed.acknowledged.length
      await reopened(parvis, path, async (processId) => {
        const { rows } = await parvis.call('submissions', 'list', { processId, limit: 1_000 })
        const ahead = rows.filter((row) => row.version > (known.get(row.id)?.version ?? 1))
        // At most the one decision whose reply was on its way.
        expect(ahead.length).toBeLessThanOrEqual(1)
        for (const row of rows) {
          const last = known.get(row.id)
          if (!ahead.includes(row) && last !== undefined)
            expect({ stage: row.stage, version: row.version }).toEqual(last)
        }
        for (const row of ahead) known.set(row.id, { stage: row.stage, version: row.version })
        decisions += ahead.length
        const journal = await parvis.call('journal', 'list', { action: 'submission.decide', limit: 1 })
        expect(journal.total).toBe(decisions)
      })
    }
    expect(decisions).toBeGreaterThan(rounds)
  })

  it.concurrent(`of exports leaves the previous file or the new one, whole, ${rounds} times`, async () => {
    const random = randomFrom(seed + 2)
    const parvis = sessionOf('exports')
    const path = await newDossier(parvis, 'exports', 1_000)
    const target = join(folder, 'exported', 'registre.xlsx')
    let exported = 0
    let interrupted = 0
    for (let round = 0; round < rounds; round++) {
      const killed = await killDuring('export', path, round, 50 + random() * 1_000)
      expect(killed.signal).toBe('SIGKILL')
      exported += killed.acknowledged.length
      if (killed.midway) interrupted++
      await reopened(parvis, path, async (processId) =>
        expect(await countDeposits(parvis, processId)).toBe(1_000),
      )
      const visible = readdirSync(join(folder, 'exported')).filter((name) => !name.startsWith('.'))
      if (exported > 0) expect(visible).toEqual(['registre.xlsx'])
      if (visible.length === 0) continue
      const archive = await openArchive(target, 'registre.xlsx')
      await verifyArchive(archive, 'registre.xlsx', new AbortController().signal)
      expect(archive.entries.map((entry) => entry.fileName)).toContain('xl/workbook.xml')
      archive.close()
    }
    expect(exported).toBeGreaterThan(0)
    expect(interrupted).toBeGreaterThan(0)
  })
})
