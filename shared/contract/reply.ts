import type { ErrorParameters } from '../errors/app-error.ts'

/** What a call answers over any border. Electron keeps only the message of a thrown error, so refusals travel as data. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ReplyError }

/** `incidentId` is there for faults only (`code` is then `internal`): it names the line in the log. */
export interface ReplyError {
  readonly code: string
  readonly parameters: ErrorParameters
  readonly incidentId?: string
}
