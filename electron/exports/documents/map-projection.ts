import type { MultiPolygonCoordinates } from '../../../shared/read-models/process.ts'
import type { DrawnRings, Point } from './district-labels.ts'

/** Turns WGS84 degrees into pixels of a drawing, true to shape at the scale of a town. */
export interface MapProjection {
  readonly width: number
  readonly height: number
  /** Pixels for one kilometre on the ground. */
  readonly pixelsPerKilometre: number
  project(longitude: number, latitude: number): Point
  /** True for a position on the drawing. */
  holds(longitude: number, latitude: number): boolean
}

const kilometresPerDegree = 111.32

interface Frame {
  readonly width: number
  readonly maximumHeight: number
  readonly margin: number
}

/** A projection that fits these positions into a frame, or undefined when there are none. */
export function fitProjection(
  positions: readonly (readonly [number, number])[],
  { width, maximumHeight, margin }: Frame,
): MapProjection | undefined {
  const valid = positions.filter(
    ([longitude, latitude]) =>
      Number.isFinite(longitude) && Number.isFinite(latitude) && Math.abs(latitude) <= 85,
  )
  if (valid.length === 0) return undefined
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [longitude, latitude] of valid) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  // About 300 m around a single point, so that it does not fill the page.
  const least = 0.003
  const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 }
  const squeeze = Math.cos((middle.latitude * Math.PI) / 180)
  const spanX = Math.max(east - west, least) * squeeze
  const spanY = Math.max(north - south, least)
  const scale = Math.min((width - 2 * margin) / spanX, (maximumHeight - 2 * margin) / spanY)
  const height = Math.ceil(spanY * scale + 2 * margin)
  const project = (longitude: number, latitude: number): Point => ({
    x: width / 2 + (longitude - middle.longitude) * squeeze * scale,
    y: height / 2 - (latitude - middle.latitude) * scale,
  })
  return {
    width,
    height,
    pixelsPerKilometre: scale / kilometresPerDegree,
    project,
    holds(longitude, latitude) {
      const { x, y } = project(longitude, latitude)
      return x >= 0 && y >= 0 && x <= width && y <= height
    },
  }
}

/** The rings of a district in pixels, without the points that no reader could tell apart. */
export function drawRings(polygon: MultiPolygonCoordinates, projection: MapProjection): DrawnRings {
  return polygon
    .flat()
    .map((ring) =>
      simplify(
        ring.map(([longitude, latitude]) => projection.project(longitude, latitude)),
        0.5,
      ),
    )
    .filter((ring) => ring.length >= 3)
}

/** Douglas-Peucker with an explicit stack: rings of real districts are long enough to exhaust recursion. */
function simplify(points: readonly Point[], tolerance: number): readonly Point[] {
  if (points.length < 4) return points
  const kept = new Set([0, Math.floor(points.length / 2), points.length - 1])
  const stack: [number, number][] = [
    [0, Math.floor(points.length / 2)],
    [Math.floor(points.length / 2), points.length - 1],
  ]
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [first, last] = span
    const a = points[first]
    const b = points[last]
    if (a === undefined || b === undefined) continue
    let farthest = -1
    let distance = tolerance
    for (let index = first + 1; index < last; index += 1) {
      const point = points[index]
      if (point === undefined) continue
      const away = distanceToSegment(point, a, b)
      if (away > distance) {
        distance = away
        farthest = index
      }
    }
    if (farthest < 0) continue
    kept.add(farthest)
    stack.push([first, farthest], [farthest, last])
  }
  return points.filter((_, index) => kept.has(index))
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
  const along =
    length === 0
      ? 0
      : Math.max(0, Math.min(1, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length))
  return Math.hypot(point.x - a.x - along * (b.x - a.x), point.y - a.y - along * (b.y - a.y))
}
