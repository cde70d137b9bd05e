/** One line of the append-only journal. `before` and `after` are JSON texts of what changed, or null. */
export interface JournalEntry {
  readonly sequence: number
  readonly at: string
  readonly personId: string | null
  readonly personName: string
  readonly action: string
  readonly objectKind: string
  readonly objectId: string | null
  readonly objectLabel: string
  readonly processId: string | null
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
  readonly undoesSequence: number | null
  readonly undoneBySequence: number | null
}

export interface JournalPage {
  readonly entries: readonly JournalEntry[]
  readonly total: number
}

/** Whether the chain of hashes is whole; if not, the first entry that does not fit. */
export interface JournalVerification {
  readonly sound: boolean
  readonly entries: number
  readonly brokenAtSequence: number | null
}
