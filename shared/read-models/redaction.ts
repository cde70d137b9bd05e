import type { Rectangle } from '../domain/pictures/blur.ts'

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

/** What was blurred in a picture, why, by whom. Rectangles in pixels of the picture as it is shown. */
export interface PictureBlur {
  readonly rectangles: readonly Rectangle[]
  readonly reason: string
  readonly madeByName: string
  readonly madeAt: string
}

/** A picture as everybody sees it; `sha256` names this state of it. */
export interface RedactablePicture {
  readonly attachmentId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly blur: PictureBlur | null
}
