import { readFileSync } from 'node:fs'
import { createCloneCodec } from './clone-codec.ts'

/** What the bootstrap of a page is told. */
interface PageSettings {
  readonly origin: string
  /** Name of Playwright's binding, taken off the page at once. */
  readonly binding: string
  /** Name under which Node reaches the page; random for each window. */
  readonly receiver: string
  readonly platform: string
}

type Codec = ReturnType<typeof createCloneCodec>
type Send = (kind: string, channel: string, text: string) => Promise<string>
type Preload = (require: (name: string) => unknown, process: unknown) => void

/** Runs in the page, before any of its scripts: gives the preload its `require('electron')` and nothing else of Node. */
function bootstrap(settings: PageSettings, codec: Codec, preload: Preload): void {
  const scope = globalThis as unknown as Record<string, unknown>
  const send = scope[settings.binding] as Send | undefined
  delete scope[settings.binding]
  if (window !== window.top || location.origin !== settings.origin || send === undefined) return

  type Listener = (event: object, ...parameters: unknown[]) => void
  const listeners = new Map<string, Set<Listener>>()
  Object.defineProperty(scope, settings.receiver, {
    enumerable: false,
    value: (channel: string, text: string) => {
      const parameters = codec.decode(text) as unknown[]
      for (const listener of listeners.get(channel) ?? []) listener({}, ...parameters)
    },
  })
  const answerOf = async (reply: Promise<string>): Promise<unknown> => {
    const answer = codec.decode(await reply) as { ok: boolean; value?: unknown; message?: string }
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  }
  const missing = (name: string, slice: object): object =>
    new Proxy(slice, {
      get(target, key) {
        if (typeof key === 'string' && !(key in target)) {
          throw new Error(`The Chromium host does not implement electron.${name}.${key}`)
        }
        return Reflect.get(target, key)
      },
    })
  const ipcRenderer = missing('ipcRenderer', {
    invoke: (channel: string, ...parameters: unknown[]) =>
      answerOf(send('invoke', channel, codec.encode(parameters))).catch((error: Error) => {
        throw new Error(`Error invoking remote method '${channel}': ${error.message}`)
      }),
    send: (channel: string, ...parameters: unknown[]) => void send('send', channel, codec.encode(parameters)),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
  })
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, freeze(item)])))
  }
  const contextBridge = missing('contextBridge', {
    exposeInMainWorld: (name: string, api: unknown) =>
      Object.defineProperty(scope, name, { value: freeze(api), enumerable: true }),
  })
  const electron = missing('preload', { contextBridge, ipcRenderer })
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  preload(require, Object.freeze({ platform: settings.platform, env: {}, type: 'renderer' }))
  const openWindow = (url: string): null => {
    void send('open-window', '', codec.encode([new URL(url, location.href).href]))
    return null
  }
  Object.defineProperty(scope, 'open', { value: (url = '') => openWindow(String(url)) })
  const followLink = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
    const opens =
      link?.target === '_blank' || event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    if (link === undefined || link.href === '' || event.defaultPrevented || !opens) return
    event.preventDefault()
    openWindow(link.href)
  }
  addEventListener('click', followLink)
  addEventListener('auxclick', followLink)
  addEventListener('resize', () => void send('resize', '', codec.encode([outerWidth, outerHeight])))
}

/** The source text of a page's init script: codec, bootstrap and the built preload at `preloadPath`. */
export function pageScript(settings: PageSettings, preloadPath: string): string {
  const preload = readFileSync(preloadPath, 'utf8')
  return `(() => {
const preload = (require, process) => { const module = { exports: {} }; const exports = module.exports;
((require, module, exports, process) => {\n${preload}\n})(require, module, exports, process) };
(${bootstrap.toString()})(${JSON.stringify(settings)}, (${createCloneCodec.toString()})(), preload);
})()`
}
