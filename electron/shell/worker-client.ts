import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { ParvisEvent } from '../../shared/contract/event.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { AppError } from '../../shared/errors/app-error.ts'
import type { FromWorker, PortRequest, ToWorker, WorkerSettings } from '../ipc/worker-messages.ts'
import type { Ports } from '../ports.ts'

/** What the worker asks of the main thread. */
export type ShellPorts = Pick<Ports, 'printer' | 'picker' | 'opener' | 'log' | 'tileGate'>

/** The thread that holds the dossier, seen from the main thread. */
export interface WorkerClient {
  /** Always answers; `internal` with an incident number when the thread died before its reply. */
  call(method: string, input: unknown, callId?: string): Promise<Reply<unknown>>
  cancel(callId: string): void
  /** Answers the function that stops listening. */
  onEvent(listener: (event: ParvisEvent) => void): () => void
  /** Lets the thread close the dossier, then ends it; ends it anyway after ten seconds. */
  stop(): Promise<void>
}

/** In milliseconds: a dossier closes in well under a second, a stuck thread must not keep the application open. */
const longestStop = 10_000

/** Everything that a page may show changes when the thread starts anew. */
const afterRestart: ParvisEvent = { kind: 'changed', topics: ['application', 'dossiers', 'people'] }

/** Starts the thread whose built file is `entry`. When it dies, the next call starts another one. */
export function startWorker(settings: WorkerSettings, ports: ShellPorts, entry: string): WorkerClient {
  const listeners = new Set<(event: ParvisEvent) => void>()
  const tell = (event: ParvisEvent): void => {
    for (const listener of listeners) listener(event)
  }
  let stopped = false
  let thread: Thread | undefined = open()

  function open(): Thread {
    const opened = openThread(settings, ports, entry, tell, () => {
      if (thread === opened) thread = undefined
      // The dossier that allowed it is no longer open.
      void ports.tileGate?.allow(null)
      if (!stopped) tell(afterRestart)
    })
    return opened
  }

  return {
    call(method, input, callId = randomUUID()) {
      if (stopped) return Promise.resolve(fault(ports, 'call after the end', { method }))
      thread ??= open()
      return thread.call(method, input, callId)
    },
    cancel(callId) {
      thread?.say({ kind: 'cancel', callId })
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    async stop() {
      stopped = true
      await thread?.stop()
    },
  }
}

interface Thread {
  call(method: string, input: unknown, callId: string): Promise<Reply<unknown>>
  say(message: ToWorker): void
  stop(): Promise<void>
}

function openThread(
  settings: WorkerSettings,
  ports: ShellPorts,
  entry: string,
  tell: (event: ParvisEvent) => void,
  onEnd: () => void,
): Thread {
  const worker = new Worker(entry, { workerData: settings })
  const pending = new Map<string, { method: string; answer(reply: Reply<unknown>): void }>()
  const ending = new AbortController()
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const say = (message: ToWorker): void => worker.postMessage(message)

  worker.on('message', (message: FromWorker) => {
    switch (message.kind) {
      case 'reply':
        pending.get(message.callId)?.answer(message.reply)
        pending.delete(message.callId)
        return
      case 'event':
        tell(message.event)
        return
      case 'port-request':
        void answerPort(message.request, ports, ending.signal).then((reply) =>
          say({ kind: 'port-reply', requestId: message.requestId, reply }),
        )
        return
      case 'stopped':
        void worker.terminate()
    }
  })
  worker.on('error', (error) => ports.log.error('worker failed', { fault: error }))
  worker.on('exit', (code) => {
    ending.abort()
    for (const [callId, { method, answer }] of pending) {
      answer(fault(ports, 'worker ended during a call', { callId, method, code }))
    }
    pending.clear()
    onEnd()
    end()
  })

  return {
    say,
    call(method, input, callId) {
      return new Promise((answer) => {
        pending.set(callId, { method, answer })
        try {
          say({ kind: 'call', callId, method, input })
        } catch (error) {
          pending.delete(callId)
          answer(fault(ports, 'call cannot be sent', { method, fault: error }))
        }
      })
    },
    async stop() {
      ending.abort()
      say({ kind: 'stop' })
      const timer = setTimeout(() => void worker.terminate(), longestStop)
      await ended
      clearTimeout(timer)
    },
  }
}

async function answerPort(
  request: PortRequest,
  ports: ShellPorts,
  signal: AbortSignal,
): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await askPort(request, ports, signal) }
  } catch (error) {
    if (error instanceof AppError) {
      return { ok: false, error: { code: error.code, parameters: error.parameters } }
    }
    return fault(ports, 'port failed', { port: request.port, fault: error })
  }
}

function askPort(request: PortRequest, ports: ShellPorts, signal: AbortSignal): Promise<unknown> {
  switch (request.port) {
    case 'print':
      return ports.printer.print(request.request, signal)
    case 'pick':
      return ports.picker.pick(request.request)
    case 'open':
      return ports.opener.open(request.path)
    case 'show-in-folder':
      return ports.opener.showInFolder(request.path)
    case 'allow-tiles':
      return ports.tileGate?.allow(request.origin) ?? Promise.resolve()
  }
}

function fault(
  ports: ShellPorts,
  message: string,
  details: Readonly<Record<string, unknown>>,
): Reply<unknown> {
  const incidentId = randomUUID().slice(0, 8)
  ports.log.error(message, { ...details, incidentId })
  return { ok: false, error: { code: 'internal', parameters: { incidentId }, incidentId } }
}
