import type { DistrictOrigin, Located } from '../domain/geo/district-locator.ts'
import type { Stage } from '../domain/lifecycle/stage.ts'

/**
 * Every proposal of a list that has a point, column by column so that a hundred thousand cross at once. The same index
 * is the same proposal in all of them; they stand by number.
 */
export interface MapPoints {
  /** 16 bytes each: `idAt`. */
  readonly ids: Uint8Array
  readonly numbers: Int32Array
  /** Place of each in the whole list by number, those without a point counted. */
  readonly positions: Int32Array
  /** WGS84 degrees. */
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
  /** Index in `stages`. */
  readonly stages: Uint8Array
  /** Index in `placeStates`. */
  readonly places: Uint8Array
  /** Numbers and ids of the proposals of the list that have no point. */
  readonly pointless: Int32Array
  readonly pointlessIds: Uint8Array
  /** Of these, how many have an address from which one may be found. */
  readonly withAddress: number
}

/** Where one proposal stands, what its point says of its district, and who said its district. */
export interface SubmissionPlace {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly stage: Stage
  readonly themeId: string | null
  readonly districtId: string | null
  readonly districtOrigin: DistrictOrigin | null
  readonly assigneeId: string | null
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly version: number
  /** Undefined without a point. */
  readonly located: Located | undefined
}

/** What giving districts by the points does, or would do. */
export interface PlacementOutcome {
  /** How many get or change their district, by the district that they get. */
  readonly assigned: readonly { readonly districtId: string; readonly count: number }[]
  /** How many lose a deduced district, their point being outside all of them. */
  readonly cleared: number
  /** Chosen or declared otherwise: left as they are, to be looked at. */
  readonly differing: number
  /** On the edge of several districts, no address near enough to tell. */
  readonly border: number
  readonly outside: number
}

/** Where the images behind the map come from, when an administrator allows them. */
export interface MapBackground {
  readonly enabled: boolean
  /** `https` address with `{z}`, `{x}` and `{y}`. */
  readonly urlTemplate: string
  readonly attribution: string
  readonly version: number
}
