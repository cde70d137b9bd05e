import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../shared/errors/app-error.ts'
import { createParvis } from './compose.ts'
import type { FromWorker, PortRequest, ToWorker, WorkerSettings } from './ipc/worker-messages.ts'
import { createFileLog } from './log/file-log.ts'
import type { Ports } from './ports.ts'

/** Composition root of everything that touches data. The main thread only carries messages to and from it. */
const port = parentPort
if (port === null) throw new Error('The worker runs only as a worker thread')
// Made by our own shell when it starts this thread.
const { paths, language } = workerData as WorkerSettings

const send = (message: FromWorker): void => port.postMessage(message)
const log = createFileLog(paths.userData, 'worker')

const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
let lastRequest = 0

/** Asks the main thread for what only it can do. */
function ask(request: PortRequest, signal?: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new AppError('cancelled'))
      return
    }
    const requestId = ++lastRequest
    waiting.set(requestId, { resolve, reject })
    signal?.addEventListener('abort', () => reject(new AppError('cancelled')), { once: true })
    send({ kind: 'port-request', requestId, request })
  })
}

const ports: Ports = {
  clock: { now: () => new Date().toISOString() },
  printer: {
    async print(request, signal) {
      const bytes = await ask({ port: 'print', request }, signal)
      if (!(bytes instanceof Uint8Array)) throw new TypeError('The printer answered no bytes')
      return bytes
    },
  },
  picker: {
    async pick(request) {
      const path = await ask({ port: 'pick', request })
      return typeof path === 'string' ? path : undefined
    },
  },
  opener: {
    async open(path) {
      await ask({ port: 'open', path })
    },
    async showInFolder(path) {
      await ask({ port: 'show-in-folder', path })
    },
  },
  paths,
  log,
  language,
  tileGate: {
    async allow(origin) {
      await ask({ port: 'allow-tiles', origin })
    },
  },
}

const router = createParvis(ports, (event) => send({ kind: 'event', event }))

async function receive(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'call':
      send({
        kind: 'reply',
        callId: message.callId,
        reply: await router.call(message.method, message.input, message.callId),
      })
      return
    case 'cancel':
      router.cancel(message.callId)
      return
    case 'port-reply': {
      const request = waiting.get(message.requestId)
      waiting.delete(message.requestId)
      if (message.reply.ok) request?.resolve(message.reply.value)
      else request?.reject(new AppError(message.reply.error.code, message.reply.error.parameters))
      return
    }
    case 'stop':
      await router.stop()
      send({ kind: 'stopped' })
  }
}

port.on('message', (message: ToWorker) => void receive(message))
process.on('unhandledRejection', (reason) => {
  log.error('unhandled rejection', { fault: reason })
})
