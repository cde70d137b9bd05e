import { isInside } from './point-in-polygon.ts'

export type PlanePoint = readonly [x: number, y: number]

/**
 * Thins a drawn line: what is left passes within `tolerance` of every point that was drawn. Ramer, Douglas and
 * Peucker; iterative, since a long stroke would overflow a recursion.
 */
export function simplifyLine(points: readonly PlanePoint[], tolerance: number): readonly PlanePoint[] {
  if (points.length < 3) return points
  const kept = new Uint8Array(points.length)
  kept[0] = 1
  kept[points.length - 1] = 1
  const waiting: (readonly [number, number])[] = [[0, points.length - 1]]
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    const [from, to] = range
    let farthest = -1
    let distance = tolerance
    for (let index = from + 1; index < to; index += 1) {
      const away = distanceToSegment(points[index], points[from], points[to])
      if (away > distance) {
        farthest = index
        distance = away
      }
    }
    if (farthest < 0) continue
    kept[farthest] = 1
    waiting.push([from, farthest], [farthest, to])
  }
  return points.filter((_point, index) => kept[index] === 1)
}

function distanceToSegment(
  [x, y]: PlanePoint = [0, 0],
  [x1, y1]: PlanePoint = [0, 0],
  [x2, y2]: PlanePoint = [0, 0],
): number {
  const dx = x2 - x1
  const dy = y2 - y1
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}

/** Coordinates of many points, each at the same index of both arrays. WGS84 degrees. */
export interface PointColumns {
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
}

/** Indexes of the points inside a drawn loop, closed or not, in their order. Fewer than three corners hold nothing. */
export function pointsInLoop(points: PointColumns, loop: readonly PlanePoint[]): readonly number[] {
  if (loop.length < 3) return []
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of loop) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  const polygon = [[loop]]
  const found: number[] = []
  for (let index = 0; index < points.longitudes.length; index += 1) {
    const x = points.longitudes[index] ?? Number.NaN
    const y = points.latitudes[index] ?? Number.NaN
    if (!(x >= west && x <= east && y >= south && y <= north)) continue
    if (isInside(x, y, polygon)) found.push(index)
  }
  return found
}
