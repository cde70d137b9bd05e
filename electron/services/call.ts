import type { Transaction } from 'kysely'
import type { FeatureContract, OutputOf, ParsedInputOf } from '../../shared/contract/define-contract.ts'
import type { PersonProfile } from '../../shared/read-models/dossier.ts'
import type { Database } from '../data/database.ts'
import type { OpenDatabase } from '../data/dialects/dialect.ts'
import type { JournalDraft } from '../data/journal/journal.repository.ts'
import type { Ports } from '../ports.ts'
import type { Session } from './session.ts'

/** What every call brings to a service: the outside world, a way to tell progress, a way to be cancelled. */
export interface AppCall {
  readonly ports: Ports
  readonly session: Session
  /** Aborted when the person cancels; long work looks at it between batches and throws `cancelled`. */
  readonly signal: AbortSignal
  /** `done` and `total` in one unit; `total` 0 while unknown. */
  progress(step: string, done: number, total: number): void
}

/** One act that changes the dossier: a transaction, its instant, and the journal entries that will close it. */
export interface Change {
  readonly trx: Transaction<Database>
  readonly at: string
  readonly actId: string
  readonly person: PersonProfile
  /** Adds an entry to the journal; all entries of an act are written, chained, at its end. */
  record(entry: JournalDraft): void
}

/** A call on the open dossier. */
export interface DossierCall extends AppCall {
  readonly database: OpenDatabase
  readonly dossierPath: string
  /** Who acts; absent only in methods that `'anyone'` may call. */
  readonly person: PersonProfile | null
  /** Who acts, or `sign-in-required`. */
  actor(): PersonProfile
  /**
   * Runs one act in one transaction: everything that `work` writes and its journal entries become durable together,
   * or nothing does. Windows are told afterwards that `topics` (features of the contract) changed.
   * Inside, only `change.trx` may touch the database.
   */
  change<T>(topics: readonly string[], work: (change: Change) => Promise<T>): Promise<T>
  /** Tells windows that `topics` changed where no act did it: what is worked out from the dossier was worked out anew. */
  announce(topics: readonly string[]): void
}

type CallOf<M> = M extends { readonly permission: 'outside' } ? AppCall : DossierCall

/** The service of a feature: one function per method of its contract. A missing or extra method does not compile. */
export type Service<C extends FeatureContract> = {
  readonly [M in keyof C]: (input: ParsedInputOf<C[M]>, call: CallOf<C[M]>) => Promise<OutputOf<C[M]>>
}
