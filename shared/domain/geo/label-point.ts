import type { MultiPolygonCoordinates } from '../../read-models/process.ts'
import { isInside } from './point-in-polygon.ts'

type Position = readonly [number, number]

/** Rows looked at for a place that is inside, where the centre of gravity is not. */
const sweeps = 15

function areaAndCentre(ring: readonly Position[]): { readonly area: number; readonly centre: Position } {
  let [area, x, y] = [0, 0, 0]
  const [originX = 0, originY = 0] = ring[0] ?? []
  for (let index = 0; index < ring.length; index += 1) {
    const [x1 = 0, y1 = 0] = ring[index] ?? []
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? []
    // Relative to the first corner: degrees of a town differ only in their last digits.
    const cross = (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY)
    area += cross
    x += (x1 + x2 - 2 * originX) * cross
    y += (y1 + y2 - 2 * originY) * cross
  }
  if (area === 0) return { area: 0, centre: [originX, originY] }
  return { area: Math.abs(area), centre: [originX + x / (3 * area), originY + y / (3 * area)] }
}

/** Where the name of a district stands: the middle of its largest part, or the middle of its widest row where that lies outside. */
export function labelPoint(polygon: MultiPolygonCoordinates): Position | undefined {
  const parts = polygon.flatMap((rings) => {
    const outer = rings[0]
    return outer === undefined || outer.length < 3 ? [] : [{ rings, outer, ...areaAndCentre(outer) }]
  })
  const largest = parts.toSorted((left, right) => right.area - left.area)[0]
  if (largest === undefined) return undefined
  const { rings, outer, centre } = largest
  if (isInside(centre[0], centre[1], [rings])) return centre
  const latitudes = outer.map(([, latitude]) => latitude)
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  let best: { readonly point: Position; readonly width: number } | undefined
  for (let row = 1; row < sweeps; row += 1) {
    const latitude = south + ((north - south) * row) / sweeps
    const crossings = rings
      .flatMap((ring) =>
        ring.flatMap(([x1, y1], index) => {
          const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? []
          return y1 > latitude === y2 > latitude ? [] : [x1 + ((latitude - y1) * (x2 - x1)) / (y2 - y1)]
        }),
      )
      .sort((left, right) => left - right)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = crossings.slice(index, index + 2)
      if (to - from > (best?.width ?? 0)) best = { point: [(from + to) / 2, latitude], width: to - from }
    }
  }
  return best?.point ?? centre
}
