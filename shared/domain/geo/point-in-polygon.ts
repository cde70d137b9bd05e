import type { MultiPolygonCoordinates } from '../../read-models/process.ts'

/** Whether a point lies inside rings by the even-odd rule; points on an edge may fall either way. WGS84 degrees. */
export function isInside(longitude: number, latitude: number, polygon: MultiPolygonCoordinates): boolean {
  let inside = false
  for (const rings of polygon) {
    for (const ring of rings) {
      for (let index = 0, previous = ring.length - 1; index < ring.length; previous = index++) {
        const [x1 = 0, y1 = 0] = ring[index] ?? []
        const [x2 = 0, y2 = 0] = ring[previous] ?? []
        if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
          inside = !inside
      }
    }
  }
  return inside
}
