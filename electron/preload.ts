import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { ParvisBridge } from '../shared/contract/bridge.ts'
import type { ParvisEvent } from '../shared/contract/event.ts'
import type { Reply } from '../shared/contract/reply.ts'

/** Wire names of the contract, put here by the build. */
declare const PARVIS_METHOD_NAMES: readonly string[]

const known = new Set(PARVIS_METHOD_NAMES)
const refusal = (method: string): Reply<unknown> => ({
  ok: false,
  error: { code: 'method-unknown', parameters: { method } },
})

const bridge: ParvisBridge = {
  async call(method, input, callId = crypto.randomUUID()) {
    if (!known.has(method)) return refusal(String(method))
    return ipcRenderer.invoke('parvis:call', { callId, method, input })
  },
  cancel(callId) {
    ipcRenderer.send('parvis:cancel', { callId })
  },
  onEvent(listener) {
    const hear = (_event: IpcRendererEvent, event: ParvisEvent): void => listener(event)
    ipcRenderer.on('parvis:event', hear)
    return () => {
      ipcRenderer.off('parvis:event', hear)
    }
  },
  platform: process.platform,
}

contextBridge.exposeInMainWorld('parvis', bridge)
