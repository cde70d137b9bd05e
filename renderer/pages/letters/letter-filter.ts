import type { LetterFilter } from '../../../shared/contract/letters.contract.ts'
import type { LetterChannel, LetterKind } from '../../../shared/domain/letters/letter-kind.ts'
import type { LetterRow, LetterState } from '../../../shared/read-models/letter.ts'

/** What the list of letters is narrowed to. */
export interface LetterQuery {
  readonly state: LetterState
  readonly kind: LetterKind | null
  readonly channel: LetterChannel | 'none' | null
  readonly search: string
}

export const firstQuery: LetterQuery = { state: 'to-write', kind: null, channel: null, search: '' }

/** The same for the service. */
export function filterOf(processId: string, { state, kind, channel, search }: LetterQuery): LetterFilter {
  return {
    processId,
    state,
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(channel === null ? {} : { channels: [channel] }),
    ...(search === '' ? {} : { search }),
  }
}

/** Names a letter while it is owed as well as once it is made. */
export interface LetterKey {
  readonly submissionId: string
  readonly kind: LetterKind
  readonly event: string
}

/** The key of a line. */
export function keyOf({ submissionId, kind, event }: LetterRow): LetterKey {
  return { submissionId, kind, event }
}

/** Names a line of the list: what is owed by its proposal, what was made by its letter. */
export function rowIdOf(row: LetterRow): string {
  return row.producedAt === null ? row.submissionId : (row.letterId ?? row.submissionId)
}
