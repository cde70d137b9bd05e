import { parentPort } from 'node:worker_threads'
import type { FromWorker, ToWorker } from '../../../electron/ipc/worker-messages.ts'

/** A worker that answers by the name of the method; `wait` ends only when cancelled, `die` ends the thread. */
const port = parentPort
if (port === null) throw new Error('Not a worker')
const say = (message: FromWorker): void => port.postMessage(message)
const waiting = new Map<number, string>()

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'cancel':
      say({
        kind: 'reply',
        callId: message.callId,
        reply: { ok: false, error: { code: 'cancelled', parameters: {} } },
      })
      return
    case 'stop':
      say({ kind: 'stopped' })
      return
    case 'port-reply':
      say({
        kind: 'reply',
        callId: waiting.get(message.requestId) ?? '',
        reply: { ok: true, value: message.reply },
      })
      return
    case 'call':
      answer(message)
  }
})

function answer({ callId, method, input }: Extract<ToWorker, { kind: 'call' }>): void {
  const reply = (): void => say({ kind: 'reply', callId, reply: { ok: true, value: input } })
  if (method === 'echo') reply()
  else if (method === 'slow') setTimeout(reply, 50)
  else if (method === 'die') process.exit(3)
  else if (method === 'tell') {
    say({ kind: 'event', event: { kind: 'changed', topics: ['submissions'] } })
    reply()
  } else if (method === 'ask') {
    waiting.set(waiting.size, callId)
    say({ kind: 'port-request', requestId: waiting.size - 1, request: input as never })
  }
}
