import { randomUUID } from 'node:crypto'
import { type Contract, contract } from '../../shared/contract/contract.ts'
import type { FeatureContract, MethodDefinition } from '../../shared/contract/define-contract.ts'
import type { ParvisEvent } from '../../shared/contract/event.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { may, rolesThatMay } from '../../shared/domain/people/permissions.ts'
import { AppError } from '../../shared/errors/app-error.ts'
import type { Ports } from '../ports.ts'
import type { AppCall, DossierCall, Service } from '../services/call.ts'
import { closeDossier } from '../services/dossiers/open-dossier.ts'
import { runChange } from '../services/run-change.ts'
import { createSession, type Session } from '../services/session.ts'

/** One service per feature of the contract. */
export type Services = { readonly [F in keyof Contract]: Service<Contract[F]> }

export interface Router {
  /** Checks permission, parses, calls, wraps. Never throws. */
  call(method: string, input: unknown, callId?: string): Promise<Reply<unknown>>
  /** Asks a running call to stop; it answers `cancelled` when it has. */
  cancel(callId: string): void
  /** Lets running calls end, then closes the dossier. */
  stop(): Promise<void>
  readonly session: Session
}

type AnyMethod = (input: unknown, call: AppCall | DossierCall) => Promise<unknown>

function find(
  method: string,
  services: Services,
): { definition: MethodDefinition; run: AnyMethod } | undefined {
  const [feature, name, ...rest] = method.split('.')
  if (feature === undefined || name === undefined || rest.length > 0) return undefined
  if (!Object.hasOwn(contract, feature)) return undefined
  const methods: FeatureContract = contract[feature as keyof Contract]
  if (!Object.hasOwn(methods, name)) return undefined
  const definition = methods[name]
  // The contract and `Service` fit by construction; the name is only known at run time, so the exact type is lost here.
  const run = (services[feature as keyof Contract] as unknown as Record<string, AnyMethod> | undefined)?.[
    name
  ]
  return definition === undefined || run === undefined ? undefined : { definition, run }
}

/** Only input of the declared shape goes further. Refuses `input-invalid` with the place of the first fault. */
function parse(method: string, definition: MethodDefinition, input: unknown): unknown {
  const parsed = definition.input.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AppError('input-invalid', {
    path: issue?.path.join('.') || method,
    message: issue?.message ?? '',
  })
}

/** Builds the router over the services. `emit` carries progress and change notices to the windows. */
export function createRouter(services: Services, ports: Ports, emit: (event: ParvisEvent) => void): Router {
  const session = createSession()
  const running = new Map<string, { controller: AbortController; done: Promise<unknown> }>()

  async function answer(
    method: string,
    input: unknown,
    callId: string,
    signal: AbortSignal,
  ): Promise<unknown> {
    const found = find(method, services)
    if (found === undefined) throw new AppError('method-unknown', { method })
    const { definition, run } = found
    const app: AppCall = {
      ports,
      session,
      signal,
      progress: (step, done, total) => emit({ kind: 'progress', callId, method, step, done, total }),
    }
    if (definition.permission === 'outside') return run(parse(method, definition, input), app)

    const dossier = session.dossier
    if (dossier === null) throw new AppError('dossier-not-open')
    const { person } = session
    if (definition.permission !== 'anyone') {
      if (person === null) throw new AppError('sign-in-required')
      if (!may(person.roles, definition.permission)) {
        throw new AppError('permission-missing', {
          permission: definition.permission,
          roles: rolesThatMay(definition.permission).join(', '),
        })
      }
    }
    if (definition.writes && dossier.database.readOnly) throw new AppError('dossier-read-only')
    const parsed = parse(method, definition, input)
    const call: DossierCall = {
      ...app,
      database: dossier.database,
      dossierPath: dossier.path,
      person,
      actor() {
        if (person === null) throw new AppError('sign-in-required')
        return person
      },
      change: (topics, work) =>
        runChange({ database: dossier.database, ports, person, signal }, work, () =>
          emit({ kind: 'changed', topics }),
        ),
      announce: (topics) => emit({ kind: 'changed', topics }),
    }
    return run(parsed, call)
  }

  async function call(
    method: string,
    input: unknown,
    callId: string = randomUUID(),
  ): Promise<Reply<unknown>> {
    const controller = new AbortController()
    const done = answer(method, input, callId, controller.signal)
    running.set(callId, { controller, done })
    try {
      return { ok: true, value: await done }
    } catch (error) {
      if (error instanceof AppError)
        return { ok: false, error: { code: error.code, parameters: error.parameters } }
      if (controller.signal.aborted) return { ok: false, error: { code: 'cancelled', parameters: {} } }
      const incidentId = randomUUID().slice(0, 8)
      ports.log.error('call failed', { method, incidentId, fault: error })
      return { ok: false, error: { code: 'internal', parameters: { incidentId }, incidentId } }
    } finally {
      running.delete(callId)
    }
  }

  return {
    call,
    session,
    cancel(callId) {
      running.get(callId)?.controller.abort()
    },
    async stop() {
      for (const { controller } of running.values()) controller.abort()
      await Promise.allSettled([...running.values()].map(({ done }) => done))
      await closeDossier(session)
    },
  }
}
