import type { MatchKind } from '../domain/addresses/geocode.ts'

/** The address base of the dossier. */
export interface AddressBase {
  readonly fileName: string
  readonly importedAt: string
  readonly importedByName: string
  readonly streets: number
  readonly addresses: number
  readonly communes: readonly string[]
}

/** What a file of addresses holds, before it replaces the base. */
export interface AddressFile {
  readonly fileName: string
  readonly sha256: string
  readonly rows: number
  readonly streets: number
  readonly addresses: number
  readonly communes: readonly { readonly code: string; readonly name: string; readonly addresses: number }[]
  /** Rows left out: without a street, without coordinates. The first lines of them. */
  readonly rejected: number
  readonly rejectedLines: readonly number[]
}

/** A door or a street of the base: what a placing names, so that its coordinates come from the base. */
export type AddressChoice =
  | { readonly kind: 'address'; readonly id: number }
  | { readonly kind: 'street'; readonly id: number }

/** A place that a written address may mean. `score` 0 to 1. */
export interface AddressSuggestion {
  readonly choice: AddressChoice
  readonly label: string
  readonly kind: MatchKind
  readonly score: number
  readonly longitude: number
  readonly latitude: number
}

/** A proposal with an address and no point, and what the base makes of it. */
export interface AddressReviewRow {
  readonly submissionId: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly address: string
  readonly best: AddressSuggestion | null
}

export interface AddressReview {
  /** The surest first. */
  readonly rows: readonly AddressReviewRow[]
  /** How many there are in all, beyond those shown. */
  readonly total: number
}
