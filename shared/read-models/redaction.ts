/** One masked passage of a submission, without its words. */
export interface RedactionRecord {
  readonly id: string
  readonly reason: string
  readonly occurrences: number
  readonly madeByName: string
  readonly madeAt: string
}

/** A passage that looks like personal data, and how often it would be masked. */
export interface MaskSuggestion {
  readonly passage: string
  readonly occurrences: number
}

/**
 * A submission as it was before anything was masked, with the masked passages. `body` is safe rich text; `others`:
 * masked texts of its comments, notes, answers, study, project and files, by the kind of object and its field.
 */
export interface SealedOriginal {
  readonly title: string
  readonly body: string
  readonly address: string | null
  readonly extra: readonly (readonly [name: string, value: string])[]
  readonly others: readonly { readonly kind: string; readonly field: string; readonly text: string }[]
  readonly passages: readonly { readonly redactionId: string; readonly passage: string }[]
}
