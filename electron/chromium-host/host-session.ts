import type { OnBeforeRequestListenerDetails, Session, WebRequest } from 'electron'
import { refuseTheRest } from './refuse-the-rest.ts'

type RequestFilter = (
  details: Pick<OnBeforeRequestListenerDetails, 'url' | 'resourceType'>,
  answer: (response: { cancel?: boolean }) => void,
) => void

/**
 * Stand-in for a session. Permission handlers are taken and not asked: the host grants nothing, and the
 * `permissions-policy` of the pages is enforced by Chromium itself.
 */
export class HostSession {
  private filter: RequestFilter | undefined

  readonly webRequest = refuseTheRest('session.webRequest', {
    onBeforeRequest: (listener: unknown) => {
      if (typeof listener !== 'function')
        throw new Error('The Chromium host filters requests without patterns')
      this.filter = listener as RequestFilter
    },
  } satisfies { onBeforeRequest: (listener: never) => void }) as unknown as WebRequest

  setPermissionRequestHandler(_handler: unknown): void {}
  setPermissionCheckHandler(_handler: unknown): void {}

  /** True once the application filters what is asked: only then may anything of the web be let through. */
  get isFiltered(): boolean {
    return this.filter !== undefined
  }

  /** Asks the application's filter about one request. Of the kinds of Electron, only images are told apart. */
  allows(url: string, isImage = false): Promise<boolean> {
    const { filter } = this
    if (filter === undefined) return Promise.resolve(true)
    const resourceType = isImage ? 'image' : 'other'
    return new Promise((resolve) => filter({ url, resourceType }, ({ cancel }) => resolve(cancel !== true)))
  }
}

HostSession satisfies new () => Pick<
  Session,
  'webRequest' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler'
>

const sessions = new Map<string, HostSession>()

/** The session of a partition; the same name gives the same session. */
export function sessionOf(partition: string): HostSession {
  const session = sessions.get(partition) ?? new HostSession()
  sessions.set(partition, session)
  return session
}

/** Stand-in for `session`. */
export const hostSession = refuseTheRest('session', {
  get defaultSession() {
    return sessionOf('')
  },
  // A partition is held by the window that uses it: keeping each one by name would keep them all.
  fromPartition: (partition: string) =>
    partition.startsWith('persist:') ? sessionOf(partition) : new HostSession(),
})
