import type { MultiPolygonCoordinates } from '../../read-models/process.ts'
import { isInside } from './point-in-polygon.ts'

/** A district as far as its shape goes; without a polygon no point lies in it. */
export interface DistrictShape {
  readonly id: string
  readonly polygon: MultiPolygonCoordinates | null
}

/**
 * Where a point lies among the districts. `border`: on the edge of several, or in the overlap of several; a rule or a
 * person must choose (domain reference §8.2). `unknown`: no district has a shape.
 */
export type Located =
  | { readonly kind: 'inside'; readonly districtId: string }
  | { readonly kind: 'border'; readonly districtIds: readonly string[] }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unknown' }

export interface DistrictLocator {
  /** WGS84 degrees. */
  locate(longitude: number, latitude: number): Located
}

/** Metres of a degree of latitude. */
export const metresPerDegree = 111_320

/**
 * So near an edge, in metres, a point is on it: coordinates are published with five decimals, which is a metre, and
 * neighbours are often drawn apart by less.
 */
const edgeMetres = 1

interface PreparedShape {
  readonly id: string
  readonly polygon: MultiPolygonCoordinates
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

function prepare({ id, polygon }: DistrictShape): readonly PreparedShape[] {
  if (polygon === null) return []
  let [west, east, south, north] = [180, -180, 90, -90]
  for (const rings of polygon) {
    for (const [longitude, latitude] of rings[0] ?? []) {
      west = Math.min(west, longitude)
      east = Math.max(east, longitude)
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
  }
  return west > east ? [] : [{ id, polygon, west, east, south, north }]
}

/** Whether a point is within `metres` of an edge of the polygon, on a plane that is exact enough for a town. */
export function isNearEdge(
  longitude: number,
  latitude: number,
  polygon: MultiPolygonCoordinates,
  metres: number,
): boolean {
  const shorten = Math.cos((latitude * Math.PI) / 180)
  const reach = metres / metresPerDegree
  const squared = reach * reach
  for (const rings of polygon) {
    for (const ring of rings) {
      for (let index = 0, previous = ring.length - 1; index < ring.length; previous = index++) {
        const [x1 = 0, y1 = 0] = ring[previous] ?? []
        const [x2 = 0, y2 = 0] = ring[index] ?? []
        if (Math.min(y1, y2) - reach > latitude || Math.max(y1, y2) + reach < latitude) continue
        const ax = (x1 - longitude) * shorten
        const ay = y1 - latitude
        const dx = (x2 - x1) * shorten
        const dy = y2 - y1
        const length = dx * dx + dy * dy
        const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
        const x = ax + along * dx
        const y = ay + along * dy
        if (x * x + y * y <= squared) return true
      }
    }
  }
  return false
}

/** Prepares the districts of a démarche for many questions; a question costs a few microseconds. */
export function createDistrictLocator(districts: readonly DistrictShape[]): DistrictLocator {
  const shapes = districts.flatMap(prepare)
  return {
    locate(longitude, latitude) {
      if (shapes.length === 0) return { kind: 'unknown' }
      const reach = edgeMetres / metresPerDegree
      const sideways = reach / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
      const inside: string[] = []
      const near: string[] = []
      for (const shape of shapes) {
        if (longitude < shape.west - sideways || longitude > shape.east + sideways) continue
        if (latitude < shape.south - reach || latitude > shape.north + reach) continue
        if (isInside(longitude, latitude, shape.polygon)) inside.push(shape.id)
        else if (isNearEdge(longitude, latitude, shape.polygon, edgeMetres)) near.push(shape.id)
      }
      const [only, second] = [...inside, ...near]
      if (only === undefined) return { kind: 'outside' }
      if (second === undefined) return { kind: 'inside', districtId: only }
      return { kind: 'border', districtIds: [...inside, ...near] }
    },
  }
}

/** How a proposal's district and its point agree. */
export type PlaceState = 'agrees' | 'differs' | 'no-district' | 'border' | 'outside' | 'no-point' | 'unknown'

/** The list of states; their order is their number where many travel together. */
export const placeStates = [
  'agrees',
  'differs',
  'no-district',
  'border',
  'outside',
  'no-point',
  'unknown',
] as const satisfies readonly PlaceState[]

/**
 * Compares a chosen district with the point's. A district that a person kept on purpose (`kept`) agrees; a district is
 * never wrong on a border that is its own.
 */
export function placeState(
  located: Located | undefined,
  districtId: string | null,
  origin: DistrictOrigin | null,
): PlaceState {
  if (located === undefined) return 'no-point'
  if (located.kind === 'unknown') return 'unknown'
  if (districtId === null) {
    if (located.kind === 'inside') return 'no-district'
    return located.kind
  }
  if (origin === 'kept') return 'agrees'
  if (located.kind === 'inside') return located.districtId === districtId ? 'agrees' : 'differs'
  if (located.kind === 'border') return located.districtIds.includes(districtId) ? 'agrees' : 'differs'
  return 'differs'
}

/**
 * Who said the district: `point` deduced from the point and follows it; `hand` a person chose it; `kept` a person saw
 * that the point says otherwise and kept it. Null: the citizen or the platform declared it.
 */
export const districtOrigins = ['point', 'hand', 'kept'] as const
export type DistrictOrigin = (typeof districtOrigins)[number]

/** Reads the column; what it does not know counts as declared. */
export function readDistrictOrigin(value: string | null): DistrictOrigin | null {
  return districtOrigins.find((origin) => origin === value) ?? null
}
