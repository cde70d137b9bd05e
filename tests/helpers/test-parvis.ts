import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createParvis } from '../../electron/compose.ts'
import type { Router } from '../../electron/ipc/router.ts'
import type { Ports } from '../../electron/ports.ts'
import type { Feature, InputFor, MethodOf, OutputFor } from '../../shared/contract/contract.ts'
import type { ReplyError } from '../../shared/contract/reply.ts'
import type { Role } from '../../shared/domain/people/permissions.ts'

/** The whole of Parvis behind its router, as the worker runs it, in a folder of its own. */
export interface TestParvis {
  readonly folder: string
  readonly router: Router
  /** Answers the value; a refusal fails the test. */
  call<F extends Feature, M extends MethodOf<F>>(
    feature: F,
    method: M,
    input: InputFor<F, M>,
  ): Promise<OutputFor<F, M>>
  /** Answers the refusal; a value fails the test. */
  refusal(method: string, input: unknown): Promise<ReplyError>
  /** Makes `name.parvis` in the folder and opens it; the person is its administrator. Answers its path. */
  createDossier(name?: string): Promise<string>
  /** Adds a person with these roles and signs in as them. Needs an administrator signed in. */
  actAs(name: string, roles: readonly Role[]): Promise<string>
  setNow(instant: string): void
  stop(): Promise<void>
}

/** Starts one; `folder` shares the files of another one, `outside` replaces ports. */
export function startParvis(
  folder: string = mkdtempSync(join(tmpdir(), 'parvis-test-')),
  outside: Partial<Ports> = {},
): TestParvis {
  let now = '2026-03-02T09:00:00.000Z'
  const ports: Ports = {
    clock: { now: () => now },
    printer: { print: () => Promise.reject(new Error('no printer in this test')) },
    picker: { pick: () => Promise.resolve(undefined) },
    opener: { open: () => Promise.resolve(), showInFolder: () => Promise.resolve() },
    paths: {
      userData: join(folder, 'user'),
      documents: folder,
      temporary: folder,
      resources: join(import.meta.dirname, '../../resources'),
    },
    log: { info() {}, error() {} },
    ...outside,
  }
  const router = createParvis(ports)
  const parvis: TestParvis = {
    folder,
    router,
    async call(feature, method, input) {
      const reply = await router.call(`${feature}.${method}`, input)
      if (!reply.ok) throw new Error(`${feature}.${method} refused: ${JSON.stringify(reply.error)}`)
      // The router answers what the contract says; its type is lost on the wire.
      return reply.value as OutputFor<typeof feature, typeof method>
    },
    async refusal(method, input) {
      const reply = await router.call(method, input)
      if (reply.ok) throw new Error(`${method} was not refused: ${JSON.stringify(reply.value)}`)
      return reply.error
    },
    async createDossier(name = 'essai') {
      const path = join(folder, `${name}.parvis`)
      await parvis.call('dossiers', 'create', {
        path,
        title: 'Budget participatif',
        kind: 'participatory-budget',
        personName: 'Alix Administratrice',
        districts: ['Pile', 'Fraternité'],
      })
      return path
    },
    async actAs(name, roles) {
      const person = await parvis.call('people', 'add', { name, roles: [...roles] })
      await parvis.call('people', 'signIn', { personId: person.id })
      return person.id
    },
    setNow(instant) {
      now = instant
    },
    async stop() {
      await router.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return parvis
}
