import type { Protocol } from 'electron'
import { refuseTheRest } from './refuse-the-rest.ts'

type ProtocolHandler = Parameters<Protocol['handle']>[1]

const handlers = new Map<string, ProtocolHandler>()
const declared = new Set<string>()

/** The handler of a custom scheme, when the application gave one. */
export function schemeHandler(url: string): ProtocolHandler | undefined {
  return handlers.get(url.slice(0, Math.max(0, url.indexOf(':'))))
}

/** Stand-in for `protocol`: schemes answered by the application itself. */
export const hostProtocol = refuseTheRest('protocol', {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme } of schemes) declared.add(scheme)
  },
  handle(scheme, handler) {
    // Chromium sees an https origin: a scheme with fewer rights than that cannot be imitated.
    if (!declared.has(scheme)) throw new Error(`The scheme ${scheme} was not declared as privileged`)
    handlers.set(scheme, handler)
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'>)
