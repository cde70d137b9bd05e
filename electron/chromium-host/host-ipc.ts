import { EventEmitter } from 'node:events'
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'

type InvokeHandler = (event: IpcMainInvokeEvent, ...parameters: unknown[]) => unknown

/** Stand-in for `ipcMain`: one handler per channel for questions, listeners for messages. */
class HostIpcMain extends EventEmitter {
  private readonly handlers = new Map<string, InvokeHandler>()

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  /** Answers one question of a page. */
  async ask(
    channel: string,
    event: Pick<IpcMainInvokeEvent, 'senderFrame'>,
    parameters: unknown[],
  ): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler(event as IpcMainInvokeEvent, ...parameters)
  }

  /** Hands on one message of a page. */
  hear(channel: string, event: Pick<IpcMainEvent, 'senderFrame'>, parameters: unknown[]): void {
    this.emit(channel, event, ...parameters)
  }
}

export const hostIpcMain = new HostIpcMain()
hostIpcMain satisfies Pick<IpcMain, 'handle' | 'removeHandler'>
