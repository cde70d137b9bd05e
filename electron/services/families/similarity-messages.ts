import type { ComparedText, SimilarPair } from '../../../shared/domain/similarity/similarity-index.ts'

/** What the thread that compares is told. `ids` null: everything with everything. Structured-clone data only. */
export type ToSimilarityThread =
  | { readonly kind: 'put'; readonly texts: readonly ComparedText[]; readonly gone: readonly string[] }
  | { readonly kind: 'compare'; readonly ids: readonly string[] | null }
  | { readonly kind: 'tell'; readonly from: number; readonly count: number }

/** What it answers: `taken` to each `put`; shares done, then the number found, to each `compare`; a few of them to each `tell`. */
export type FromSimilarityThread =
  | { readonly kind: 'taken' }
  | { readonly kind: 'share'; readonly done: number }
  | { readonly kind: 'found'; readonly count: number }
  | { readonly kind: 'pairs'; readonly pairs: readonly SimilarPair[] }
