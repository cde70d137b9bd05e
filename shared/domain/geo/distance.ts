/** A point of the globe, WGS84 degrees. */
export interface GlobePoint {
  readonly latitude: number
  readonly longitude: number
}

/** Mean radius of the Earth in metres (IUGG). */
const earthRadius = 6_371_008.8

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Distance over the ground in metres, by the haversine formula: off by at most 0.5 %, the Earth being no sphere. */
export function distanceInMetres(one: GlobePoint, other: GlobePoint): number {
  const height = Math.sin(radians(other.latitude - one.latitude) / 2)
  const width = Math.sin(radians(other.longitude - one.longitude) / 2)
  const chord =
    height * height + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * width * width
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}
