import type { ImportDraft } from '../../../shared/domain/imports/import-draft.ts'
import type { ImportChange } from '../../../shared/read-models/import-preview.ts'
import type { KnownObject } from '../../data/imports/import.repository.ts'
import type { Identity } from './identity.ts'

/** A draft with its identity, and the object that it changes if there is one. */
export interface Arrival<D extends ImportDraft = ImportDraft> {
  readonly line: number
  readonly draft: D
  readonly identity: Identity
  readonly known: KnownObject | undefined
}

/** What receives the arrivals of an import, batch after batch: one kind of object, written or only compared. */
export interface ImportSink {
  create(arrivals: readonly Arrival[]): Promise<void>
  update(arrivals: readonly Arrival[]): Promise<void>
  /** After the last batch, before the transaction ends. */
  finish(): Promise<void>
  /** A sample of what was or would be changed. */
  readonly changes: ImportChange[]
}

/** Changes shown as a sample. */
export const sampledChanges = 50

/** Fields that differ, as people read them. */
export function fieldChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): ImportChange['fields'] {
  const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
  return Object.keys(after)
    .filter((field) => text(before[field]) !== text(after[field]))
    .map((field) => ({
      field,
      before: text(before[field]).slice(0, 500),
      after: text(after[field]).slice(0, 500),
    }))
}
