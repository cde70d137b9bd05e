/** One masked passage of a submission, without its words. */
export interface RedactionRecord {
  readonly id: string
  readonly reason: string
  readonly occurrences: number
  readonly madeByName: string
  readonly madeAt: string
}

/** A submission as it was before anything was masked, with the masked passages. `body` is safe rich text. */
export interface SealedOriginal {
  readonly title: string
  readonly body: string
  readonly address: string | null
  readonly passages: readonly { readonly redactionId: string; readonly passage: string }[]
}
