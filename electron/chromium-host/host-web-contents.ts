import { EventEmitter } from 'node:events'
import type { PrintToPDFOptions, WebContents, WebFrameMain } from 'electron'
import type { BrowserContext, Frame, Page, Request, Route } from 'playwright-core'
import { createCloneCodec } from './clone-codec.ts'
import { hostIpcMain } from './host-ipc.ts'
import { schemeHandler } from './host-protocol.ts'
import { type HostSession, sessionOf } from './host-session.ts'
import { pageScript } from './page-preload.ts'
import { fromChromiumUrl, toChromiumUrl } from './url-mapping.ts'

const codec = createCloneCodec()

/** Stand-in for a frame of a page. */
class HostFrame {
  private readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
  }

  get url(): string {
    return fromChromiumUrl(this.frame.url())
  }
}

HostFrame satisfies new (
  frame: Frame,
) => Pick<WebFrameMain, 'url'>

/** An event of Electron's that a listener can refuse. */
function refusableEvent<T extends object>(
  details: T,
): T & { preventDefault(): void; defaultPrevented: boolean } {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}

/** Stand-in for `webContents`: one page of Chromium, its traffic answered by the application. */
export class HostWebContents extends EventEmitter {
  readonly session: HostSession
  private readonly preloadPath: string | undefined
  private readonly binding = `host${crypto.randomUUID().replaceAll('-', '')}`
  private readonly receiver = `host${crypto.randomUUID().replaceAll('-', '')}`
  private readonly frames = new WeakMap<Frame, HostFrame>()
  private page: Page | undefined
  private allowedLoad = ''
  private openHandler: ((details: { url: string }) => { action: string }) | undefined

  constructor(preferences: { preload?: string; session?: HostSession }) {
    super()
    this.session = preferences.session ?? sessionOf('')
    this.preloadPath = preferences.preload
  }

  get mainFrame(): HostFrame | null {
    return this.page === undefined ? null : this.frameOf(this.page.mainFrame())
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }

  /** Sends a message to the preload. Messages to a page that is loading or gone are lost, as in Electron. */
  send(channel: string, ...parameters: unknown[]): void {
    const message = { receiver: this.receiver, channel, text: codec.encode(parameters) }
    this.page
      ?.evaluate(({ receiver, channel, text }) => {
        const receive = (globalThis as unknown as Record<string, (channel: string, text: string) => void>)[
          receiver
        ]
        receive?.(channel, text)
      }, message)
      .catch(() => {})
  }

  reload(): void {
    this.page?.reload().catch(() => {})
  }

  getURL(): string {
    return fromChromiumUrl(this.page?.url() ?? '')
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    if (this.page === undefined) throw new Error('Nothing is loaded')
    const known = [
      'pageSize',
      'preferCSSPageSize',
      'printBackground',
      'generateTaggedPDF',
      'generateDocumentOutline',
      'landscape',
    ]
    const unknown = Object.keys(options).filter((key) => !known.includes(key))
    if (unknown.length > 0) throw new Error(`The Chromium host does not print with ${unknown.join(', ')}`)
    const { pageSize } = options
    if (pageSize !== undefined && typeof pageSize !== 'string') throw new Error('Only named page sizes')
    const bytes = await this.page.pdf({
      ...(pageSize === undefined ? {} : { format: pageSize }),
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      printBackground: options.printBackground ?? false,
      landscape: options.landscape ?? false,
      tagged: options.generateTaggedPDF ?? false,
      outline: options.generateDocumentOutline ?? false,
    })
    return Buffer.from(new Uint8Array(bytes))
  }

  /** Takes a page over: from here on, everything that it asks for goes through the application. */
  async adopt(context: BrowserContext, page: Page): Promise<void> {
    this.page = page
    await context.route('**/*', (route, request) => this.answer(route, request))
    await context.routeWebSocket('**/*', (socket) => socket.close())
    context.on('page', (other) => {
      if (other !== page) void other.close().catch(() => {})
    })
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
  }

  /** Loads the first document; the preload runs before it. */
  async load(context: BrowserContext, page: Page, url: string): Promise<void> {
    if (this.preloadPath !== undefined) {
      await context.exposeBinding(this.binding, ({ frame }, kind: string, channel: string, text: string) =>
        this.receive(frame, kind, channel, text),
      )
      const settings = {
        origin: new URL(toChromiumUrl(url)).origin,
        binding: this.binding,
        receiver: this.receiver,
        platform: process.platform,
      }
      await context.addInitScript(pageScript(settings, this.preloadPath))
    }
    this.allowedLoad = toChromiumUrl(url)
    await page.goto(this.allowedLoad, { waitUntil: 'load', timeout: 0 })
    this.emit('did-finish-load')
  }

  private frameOf(frame: Frame): HostFrame {
    const known = this.frames.get(frame) ?? new HostFrame(frame)
    this.frames.set(frame, known)
    return known
  }

  private async receive(frame: Frame, kind: string, channel: string, text: string): Promise<string> {
    const parameters = codec.decode(text) as unknown[]
    const event = { senderFrame: this.frameOf(frame) as unknown as WebFrameMain }
    try {
      if (kind === 'invoke') {
        return codec.encode({ ok: true, value: await hostIpcMain.ask(channel, event, parameters) })
      }
      if (kind === 'open-window') this.refuseWindow(String(parameters[0]))
      else if (kind === 'resize') this.emit('host-resize', ...parameters)
      else hostIpcMain.hear(channel, event, parameters)
      return codec.encode({ ok: true, value: undefined })
    } catch (error) {
      return codec.encode({ ok: false, message: error instanceof Error ? error.message : String(error) })
    }
  }

  private async answer(route: Route, request: Request): Promise<void> {
    const url = fromChromiumUrl(request.url())
    if (!(await this.mayAsk(request, url))) return route.abort('aborted')
    if (url.startsWith('file:')) return route.continue()
    const handler = schemeHandler(url)
    if (handler === undefined) return this.answerFromWeb(route, request)
    try {
      const response = await handler(new Request(url, { method: request.method() }))
      const body = Buffer.from(await response.arrayBuffer())
      await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body })
    } catch {
      await route.abort('failed').catch(() => {})
    }
  }

  /** What the application's filter lets out to the web is asked by this process: the browser has no network of its own. */
  private async answerFromWeb(route: Route, request: Request): Promise<void> {
    const isWeb = /^https?:/.test(request.url()) && request.method() === 'GET'
    if (!isWeb || !this.session.isFiltered) return route.abort('blockedbyclient')
    try {
      const response = await fetch(request.url(), { redirect: 'error', referrerPolicy: 'no-referrer' })
      const body = Buffer.from(await response.arrayBuffer())
      const type = response.headers.get('content-type') ?? 'application/octet-stream'
      await route.fulfill({ status: response.status, headers: { 'content-type': type }, body })
    } catch {
      await route.abort('failed').catch(() => {})
    }
  }

  private async mayAsk(request: Request, url: string): Promise<boolean> {
    if (!(await this.session.allows(url, request.resourceType() === 'image'))) return false
    if (!request.isNavigationRequest() || request.url() === this.allowedLoad) return true
    const isMainFrame = request.frame() === this.page?.mainFrame()
    const event = refusableEvent({ url, isMainFrame })
    if (isMainFrame) this.emit('will-navigate', event, url)
    this.emit('will-frame-navigate', event)
    if (request.redirectedFrom() !== null) this.emit('will-redirect', event)
    return !event.defaultPrevented
  }

  private refuseWindow(url: string): void {
    const answer = this.openHandler?.({ url: fromChromiumUrl(url) })
    if (answer?.action === 'allow') throw new Error('The Chromium host opens no further window')
  }
}

HostWebContents satisfies abstract new (
  ...parameters: never[]
) => Pick<WebContents, 'send' | 'reload' | 'getURL' | 'printToPDF'>
