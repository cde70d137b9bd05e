import type { ParvisBridge } from '../../shared/contract/bridge.ts'
import type { Feature, InputFor, MethodOf, OutputFor } from '../../shared/contract/contract.ts'
import type { ErrorParameters } from '../../shared/errors/app-error.ts'

/** Wire names of the contract: `'submissions.list'`. */
export type MethodName = { [F in Feature]: `${F}.${MethodOf<F>}` }[Feature]

export type InputOfName<N extends MethodName> = N extends `${infer F extends Feature}.${infer M}`
  ? M extends MethodOf<F>
    ? InputFor<F, M>
    : never
  : never

export type OutputOfName<N extends MethodName> = N extends `${infer F extends Feature}.${infer M}`
  ? M extends MethodOf<F>
    ? OutputFor<F, M>
    : never
  : never

/** A refusal or a fault, as the services answered it. `code` names the sentence in `errors`. */
export class CallError extends Error {
  readonly code: string
  readonly parameters: ErrorParameters
  readonly incidentId: string | undefined

  constructor(code: string, parameters: ErrorParameters = {}, incidentId?: string) {
    super(code)
    this.name = 'CallError'
    this.code = code
    this.parameters = parameters
    this.incidentId = incidentId
  }
}

/** `client.submissions.list(input)`: every method of the contract as a function. Throws `CallError`. */
export type Client = {
  readonly [F in Feature]: {
    readonly [M in MethodOf<F>]: (input: InputFor<F, M>, callId?: string) => Promise<OutputFor<F, M>>
  }
}

/** Calls one method by its wire name. Throws `CallError`; a broken bridge is an `internal` one. */
export async function callMethod<N extends MethodName>(
  bridge: ParvisBridge,
  name: N,
  input: InputOfName<N>,
  callId?: string,
): Promise<OutputOfName<N>> {
  const reply = await bridge.call(name, input, callId)
  if (reply.ok) return reply.value as OutputOfName<N>
  throw new CallError(reply.error.code, reply.error.parameters, reply.error.incidentId)
}

/** Makes the typed client over a bridge; method names are never listed a second time. */
export function createClient(bridge: ParvisBridge): Client {
  const features = new Map<string, unknown>()
  const featureClient = (feature: string): unknown =>
    new Proxy(
      {},
      {
        get: (_target, name) => (input: unknown, callId?: string) =>
          callMethod(bridge, `${feature}.${String(name)}` as MethodName, input as never, callId),
      },
    )
  return new Proxy({} as Client, {
    get: (_target, feature) => {
      const name = String(feature)
      const known = features.get(name) ?? featureClient(name)
      features.set(name, known)
      return known
    },
  })
}
