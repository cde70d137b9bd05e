import { EventEmitter } from 'node:events'
import type { BrowserWindow, IpcMain } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { connectWindow, isTrustedSender } from '../../../electron/shell/ipc-main-transport.ts'
import type { ParvisEvent } from '../../../shared/contract/event.ts'

const mainFrame = { url: 'app://parvis/index.html#/home' }
const send = vi.fn()
const window = {
  isDestroyed: () => false,
  webContents: { mainFrame, send },
} as unknown as BrowserWindow

function connected() {
  const handlers = new Map<string, (event: unknown, message: unknown) => unknown>()
  const messages = new EventEmitter()
  const listeners: ((event: ParvisEvent) => void)[] = []
  const worker = {
    call: vi.fn(async () => ({ ok: true as const, value: 1 })),
    cancel: vi.fn(),
    onEvent: (listener: (event: ParvisEvent) => void) => {
      listeners.push(listener)
      return () => {}
    },
    stop: async () => {},
  }
  const ipcMain = {
    handle: (channel: string, handler: never) => handlers.set(channel, handler),
    on: (channel: string, listener: never) => messages.on(channel, listener),
  }
  connectWindow(ipcMain as unknown as IpcMain, worker, () => window)
  return {
    worker,
    tell: (event: ParvisEvent) => listeners[0]?.(event),
    call: (senderFrame: unknown, message: unknown) => handlers.get('parvis:call')?.({ senderFrame }, message),
    cancel: (senderFrame: unknown, message: unknown) =>
      messages.emit('parvis:cancel', { senderFrame }, message),
  }
}

const strangers: readonly unknown[] = [
  null,
  { url: 'app://parvis/index.html' },
  { url: 'https://example.org/' },
]

describe('the transport between window and worker', () => {
  it('trusts the main frame of our own window on our own page, and nobody else', () => {
    const trusts = (senderFrame: unknown, over: BrowserWindow | undefined = window) =>
      isTrustedSender({ senderFrame } as Parameters<typeof isTrustedSender>[0], over)
    expect(trusts(mainFrame)).toBe(true)
    expect(strangers.filter((frame) => trusts(frame))).toEqual([])
    const elsewhere = { url: 'https://example.org/' }
    const navigated = { ...window, webContents: { mainFrame: elsewhere } } as unknown as BrowserWindow
    expect(trusts(elsewhere, navigated)).toBe(false)
    const closed = { ...window, isDestroyed: () => true } as unknown as BrowserWindow
    expect(trusts(mainFrame, closed)).toBe(false)
  })

  it('hands a call over with its name, its input and its number', async () => {
    const { call, worker } = connected()
    const message = { callId: 'c1', method: 'submissions.list', input: { at: new Date(0) } }
    expect(await call(mainFrame, message)).toEqual({ ok: true, value: 1 })
    expect(worker.call).toHaveBeenCalledWith('submissions.list', message.input, 'c1')
  })

  it('refuses calls and cancels of strangers, and calls without a name', () => {
    const { call, cancel, worker } = connected()
    const message = { callId: 'c1', method: 'submissions.list', input: {} }
    for (const frame of strangers) {
      expect(() => call(frame, message)).toThrow('not ours')
      cancel(frame, message)
    }
    for (const malformed of [undefined, null, 'x', {}, { callId: 'c' }, { callId: 1, method: 'a' }]) {
      expect(() => call(mainFrame, malformed)).toThrow('without a name')
      cancel(mainFrame, { callId: 7 })
    }
    expect([worker.call, worker.cancel].map((port) => port.mock.calls.length)).toEqual([0, 0])
    cancel(mainFrame, message)
    expect(worker.cancel).toHaveBeenCalledWith('c1')
  })

  it('carries events to the window', () => {
    const event: ParvisEvent = { kind: 'changed', topics: ['projects'] }
    connected().tell(event)
    expect(send).toHaveBeenCalledWith('parvis:event', event)
  })
})
