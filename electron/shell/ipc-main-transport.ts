import type { BrowserWindow, IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import type { ParvisEvent } from '../../shared/contract/event.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { isOwnUrl } from './navigation-guard.ts'
import type { WorkerClient } from './worker-client.ts'

/** Longest name of a call or method, in characters. */
const longestName = 200

/** True when a message comes from the main frame of our own window, showing our own page. */
export function isTrustedSender(
  event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'senderFrame'>,
  window: Pick<BrowserWindow, 'isDestroyed' | 'webContents'> | undefined,
): boolean {
  const frame = event.senderFrame
  if (frame === null || window === undefined || window.isDestroyed()) return false
  return frame === window.webContents.mainFrame && isOwnUrl(frame.url)
}

/** Carries calls, cancels and events between our window and the worker. Strangers get an error and a line in the log. */
export function connectWindow(
  ipcMain: Pick<IpcMain, 'handle' | 'on'>,
  worker: WorkerClient,
  currentWindow: () => BrowserWindow | undefined,
): void {
  ipcMain.handle('parvis:call', (event, message: unknown): Promise<Reply<unknown>> => {
    if (!isTrustedSender(event, currentWindow())) throw new Error('Call from a frame that is not ours')
    const method = nameIn(message, 'method')
    const callId = nameIn(message, 'callId')
    if (method === undefined || callId === undefined) throw new Error('Call without a name')
    return worker.call(method, Object(message).input, callId)
  })
  ipcMain.on('parvis:cancel', (event, message: unknown) => {
    const callId = nameIn(message, 'callId')
    if (callId !== undefined && isTrustedSender(event, currentWindow())) worker.cancel(callId)
  })
  worker.onEvent((event: ParvisEvent) => {
    const window = currentWindow()
    if (window !== undefined && !window.isDestroyed()) window.webContents.send('parvis:event', event)
  })
}

function nameIn(message: unknown, key: string): string | undefined {
  const value: unknown = Object(message)[key]
  return typeof value === 'string' && value.length > 0 && value.length <= longestName ? value : undefined
}
