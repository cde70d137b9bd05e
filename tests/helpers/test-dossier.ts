import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import type { OpenDatabase } from '../../electron/data/dialects/dialect.ts'
import { openPostgres } from '../../electron/data/dialects/postgres.ts'
import { openSqlite } from '../../electron/data/dialects/sqlite.ts'
import { migrate } from '../../electron/data/migrate.ts'
import type { Ports } from '../../electron/ports.ts'
import type { DossierCall } from '../../electron/services/call.ts'
import { newId } from '../../electron/services/new-id.ts'
import { runChange } from '../../electron/services/run-change.ts'
import { createSession } from '../../electron/services/session.ts'
import type { Role } from '../../shared/domain/people/permissions.ts'
import type { PersonProfile } from '../../shared/read-models/dossier.ts'

/** A migrated, nearly empty dossier on one engine: one participatory budget with two themes, two districts, rules. */
export interface TestDossier {
  readonly database: OpenDatabase
  readonly folder: string
  readonly processId: string
  readonly rulebookId: string
  readonly themeIds: readonly string[]
  readonly districtIds: readonly string[]
  /** A call as somebody with these roles; one person per name. */
  callAs(name: string, roles: readonly Role[], overrides?: Partial<DossierCall>): Promise<DossierCall>
  /** Moves the clock that `change` reads. */
  setNow(instant: string): void
  readonly topics: string[]
  close(): Promise<void>
}

export type EngineName = 'sqlite' | 'postgres'

/** Runs the same specs on SQLite and, where a server runs, on PostgreSQL. */
export function describeOnBothEngines(name: string, specs: (open: () => Promise<TestDossier>) => void): void {
  describe(`${name} (SQLite)`, () => specs(() => openTestDossier('sqlite')))
  describe.skipIf(process.env.PARVIS_TEST_POSTGRES === undefined)(`${name} (PostgreSQL)`, () =>
    specs(() => openTestDossier('postgres')),
  )
}

const commune = {
  kind: 'participatory-budget',
  title: 'Budget participatif 2026',
  edition: '2026',
  reference_prefix: 'BP26',
  commune_name: 'Roubaix',
  insee_code: '59512',
  contact: '',
  signature_block: '',
  accent_color: '#1f5f99',
  logo_attachment_id: null,
  envelope_cents: 10_000_000,
  project_cap_cents: 2_000_000,
  published_cost_step_cents: 10_000,
  foreword: '',
  voting_instructions: '',
  time_zone: 'Europe/Paris',
  voters_count: null,
  demonstration: 0,
  departments: '[]',
  next_submission_number: 1,
  next_project_number: 1,
  position: 0,
}

/** Opens a fresh dossier in a folder of its own; `close` removes every trace. */
export async function openTestDossier(engine: EngineName = 'sqlite'): Promise<TestDossier> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-test-'))
  const schema = `test_${newId().replaceAll('-', '').slice(0, 20)}${Math.random().toString(36).slice(2, 8)}`
  const database =
    engine === 'sqlite'
      ? openSqlite(join(folder, 'test.parvis'))
      : await openPostgres(process.env.PARVIS_TEST_POSTGRES ?? '', schema)
  let now = '2026-03-01T09:00:00.000Z'
  await migrate(database, now)

  const processId = newId()
  const rulebookId = newId()
  const themeIds = [newId(), newId()]
  const districtIds = [newId(), newId()]
  const { db } = database
  await db
    .insertInto('dossier')
    .values({ id: newId(), title: 'Essai', created_at: now, created_with: 'test', demonstration: 0 })
    .execute()
  await db
    .insertInto('process')
    .values({ id: processId, ...commune })
    .execute()
  await db
    .insertInto('rulebook')
    .values({ id: rulebookId, process_id: processId, number: 1, text: '', criteria: '[]', adopted_at: now })
    .execute()
  await db
    .insertInto('theme')
    .values(
      themeIds.map((id, position) => ({
        id,
        process_id: processId,
        name: ['Nature', 'Sport'][position] ?? '',
        color: '#227755',
        position,
      })),
    )
    .execute()
  await db
    .insertInto('district')
    .values(
      districtIds.map((id, position) => ({
        id,
        process_id: processId,
        code: `0${position + 1}`,
        name: ['Pile', 'Fraternité'][position] ?? '',
        population: null,
        envelope_cents: null,
        polygon: null,
        position,
      })),
    )
    .execute()

  const ports: Ports = {
    clock: { now: () => now },
    printer: { print: () => Promise.reject(new Error('no printer in this test')) },
    picker: { pick: () => Promise.resolve(undefined) },
    opener: { open: () => Promise.resolve(), showInFolder: () => Promise.resolve() },
    paths: {
      userData: folder,
      documents: folder,
      temporary: folder,
      resources: join(import.meta.dirname, '../../resources'),
    },
    log: { info() {}, error() {} },
  }
  const people = new Map<string, PersonProfile>()
  const topics: string[] = []
  return {
    database,
    folder,
    processId,
    rulebookId,
    themeIds,
    districtIds,
    topics,
    setNow(instant) {
      now = instant
    },
    async callAs(name, roles, overrides = {}) {
      let person = people.get(name)
      if (person === undefined) {
        person = {
          id: newId(),
          name,
          roles,
          department: null,
          active: true,
          hasPassphrase: false,
          version: 1,
        }
        await db
          .insertInto('person')
          .values({
            id: person.id,
            name,
            roles: JSON.stringify(roles),
            department: null,
            active: 1,
            passphrase: null,
            created_at: now,
          })
          .execute()
        people.set(name, person)
      }
      const signal = overrides.signal ?? new AbortController().signal
      const actor = person
      return {
        ports,
        session: createSession(),
        signal,
        progress() {},
        database,
        dossierPath: join(folder, 'test.parvis'),
        person: actor,
        actor: () => actor,
        announce: (changed) => void topics.push(...changed),
        change: (changed, work) =>
          runChange({ database, ports, person: actor, signal }, work, () => topics.push(...changed)),
        ...overrides,
      }
    },
    async close() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
