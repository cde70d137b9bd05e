import type { ComparedText, SimilarPair } from '../../../shared/domain/similarity/similarity-index.ts'

/** What the thread that compares is told. `ids` null: everything with everything. Structured-clone data only. */
export type ToSimilarityThread =
  | { readonly kind: 'put'; readonly texts: readonly ComparedText[]; readonly gone: readonly string[] }
  | { readonly kind: 'compare'; readonly ids: readonly string[] | null }

/** What it answers: `taken` to each `put`; shares done, then `found`, to each `compare`. */
export type FromSimilarityThread =
  | { readonly kind: 'taken' }
  | { readonly kind: 'share'; readonly done: number }
  | { readonly kind: 'found'; readonly pairs: readonly SimilarPair[] }
