import type { ParvisEvent } from '../../shared/contract/event.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import type { Language } from '../../shared/messages/translator.ts'
import type { AppPaths, FilePickRequest, PdfPrintRequest } from '../ports.ts'

/** Everything that the main thread may say to the worker that holds the dossier. Structured-clone data only. */
export type ToWorker =
  | { readonly kind: 'call'; readonly callId: string; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly callId: string }
  | { readonly kind: 'port-reply'; readonly requestId: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'stop' }

/** Everything that the worker may say to the main thread. `stopped` comes once the dossier is closed. */
export type FromWorker =
  | { readonly kind: 'reply'; readonly callId: string; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: ParvisEvent }
  | { readonly kind: 'port-request'; readonly requestId: number; readonly request: PortRequest }
  | { readonly kind: 'stopped' }

/** What only the main thread can do, asked by the worker. Answers: bytes, a path or nothing, then nothing. */
export type PortRequest =
  | { readonly port: 'print'; readonly request: PdfPrintRequest }
  | { readonly port: 'pick'; readonly request: FilePickRequest }
  | { readonly port: 'open'; readonly path: string }
  | { readonly port: 'show-in-folder'; readonly path: string }
  | { readonly port: 'allow-tiles'; readonly origin: string | null }

/** `workerData` of the worker. */
export interface WorkerSettings {
  readonly paths: AppPaths
  readonly language?: Language | undefined
}
