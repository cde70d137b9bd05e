import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { BrowserContext, Page } from 'playwright-core'
import { closeHiddenBrowser, openHiddenContext, openVisibleContext } from './browser-engine.ts'
import { hostApp } from './host-app.ts'
import type { HostSession } from './host-session.ts'
import { HostWebContents } from './host-web-contents.ts'

const windows = new Set<HostWindow>()

/** What no window of the host ever does: an application that relies on it must not seem to work here. */
function refuseWeakWindows({ webPreferences = {} }: BrowserWindowConstructorOptions): void {
  const { nodeIntegration, contextIsolation, sandbox, webSecurity, webviewTag } = webPreferences
  if (
    nodeIntegration ||
    contextIsolation === false ||
    sandbox === false ||
    webSecurity === false ||
    webviewTag
  ) {
    throw new Error('The Chromium host opens only sandboxed, isolated windows without Node')
  }
}

/**
 * Stand-in for `BrowserWindow`. A window with a preload is the visible one and has a browser of its own; one without
 * is hidden, for printing. The page exists from `loadURL` on.
 */
export class HostWindow extends EventEmitter {
  readonly webContents: HostWebContents
  private readonly options: BrowserWindowConstructorOptions
  private readonly isVisibleWindow: boolean
  private context: BrowserContext | undefined
  private page: Page | undefined
  private destroyed = false
  private size: { width: number; height: number }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    refuseWeakWindows(options)
    this.options = options
    const { preload, session } = options.webPreferences ?? {}
    this.isVisibleWindow = preload !== undefined
    this.size = { width: options.width ?? 800, height: options.height ?? 600 }
    this.webContents = new HostWebContents({
      ...(preload === undefined ? {} : { preload }),
      // Sessions come from our own `session.fromPartition`.
      ...(session === undefined ? {} : { session: session as unknown as HostSession }),
    })
    this.webContents.on('host-resize', (width: number, height: number) => {
      if (width > 0 && height > 0) this.size = { width, height }
    })
    windows.add(this)
    hostApp.emit('web-contents-created', {}, this.webContents)
  }

  static getAllWindows(): HostWindow[] {
    return [...windows]
  }

  async loadURL(url: string): Promise<void> {
    const context = await this.openContext()
    this.context = context
    if (this.destroyed) {
      await context.close()
      throw new Error('The window was closed')
    }
    const page = context.pages()[0] ?? (await context.newPage())
    this.page = page
    page.on('close', () => this.finish())
    context.on('close', () => this.finish())
    await this.webContents.adopt(context, page)
    if (this.isVisibleWindow) page.once('domcontentloaded', () => this.emit('ready-to-show'))
    await this.webContents.load(context, page, url)
  }

  close(): void {
    this.destroy()
  }

  destroy(): void {
    void this.end()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  /** Chromium shows its window by itself; bringing it to the front is all that is left to do. */
  show(): void {
    this.focus()
  }

  focus(): void {
    this.page?.bringToFront().catch(() => {})
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {
    this.focus()
  }

  isMaximized(): boolean {
    return false
  }

  maximize(): void {
    void this.setWindowState('maximized')
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this.size }
  }

  /** Closes the page and its browser. */
  async end(): Promise<void> {
    const { context } = this
    this.finish()
    await context?.close().catch(() => {})
  }

  private openContext(): Promise<BrowserContext> {
    if (!this.isVisibleWindow) return openHiddenContext(this.options.webPreferences?.javascript !== false)
    const others = [...windows].filter((window) => window !== this && window.isVisibleWindow)
    if (others.length > 0) throw new Error('The Chromium host opens one visible window')
    return openVisibleContext(hostApp.getPath('userData'), this.size)
  }

  private async setWindowState(windowState: 'maximized' | 'normal'): Promise<void> {
    if (this.context === undefined || this.page === undefined) return
    const session = await this.context.newCDPSession(this.page)
    const { windowId } = await session.send('Browser.getWindowForTarget')
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
  }

  private finish(): void {
    if (this.destroyed) return
    this.emit('close', { preventDefault() {} })
    this.destroyed = true
    windows.delete(this)
    this.emit('closed')
    if (!this.isVisibleWindow) return
    // Closing the only page leaves its browser without a window.
    void this.context?.close().catch(() => {})
    hostApp.emit('window-all-closed')
  }
}

hostApp.beforeExit(async () => {
  await Promise.all([...windows].map((window) => window.end()))
  await closeHiddenBrowser()
})

HostWindow satisfies abstract new (
  options?: BrowserWindowConstructorOptions,
) => Pick<
  BrowserWindow,
  | 'loadURL'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'show'
  | 'focus'
  | 'isMinimized'
  | 'restore'
  | 'isMaximized'
  | 'maximize'
  | 'getNormalBounds'
>
