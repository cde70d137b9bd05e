import type { KnownStreet } from './address-index.ts'
import type { KnownDoor } from './geocode.ts'

/** A street of a file of addresses, with a point in it. WGS84 degrees. */
export interface PlacedStreetName extends KnownStreet {
  readonly communeCode: string
  readonly longitude: number
  readonly latitude: number
}

/** A door of a file of addresses and the street that it is in. */
export interface PlacedDoor extends KnownDoor {
  readonly streetId: number
}
