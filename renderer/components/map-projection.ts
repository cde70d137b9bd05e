import type { MultiPolygonCoordinates } from '../../shared/read-models/process.ts'

export interface Projection {
  /** SVG units of the drawing. */
  readonly width: number
  readonly height: number
  /** WGS84 degrees to SVG units. */
  place(longitude: number, latitude: number): readonly [x: number, y: number]
  /** SVG units back to WGS84 degrees. */
  locate(x: number, y: number): readonly [longitude: number, latitude: number]
}

/**
 * Fits outlines in a drawing of the given width. Degrees of longitude are shortened by the cosine of the middle
 * latitude, which is exact enough for a town. Undefined without any point.
 */
export function fitProjection(
  outlines: readonly MultiPolygonCoordinates[],
  width: number,
  margin = 8,
): Projection | undefined {
  const points = outlines.flat(3)
  if (points.length === 0) return undefined
  let [west, east, south, north] = [180, -180, 90, -90]
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (width - 2 * margin) / Math.max((east - west) * shorten, (north - south) * 0.6, 1e-9)
  return {
    width,
    height: (north - south) * scale + 2 * margin,
    place: (longitude, latitude) => [
      margin + (longitude - west) * shorten * scale,
      margin + (north - latitude) * scale,
    ],
    locate: (x, y) => [west + (x - margin) / (shorten * scale), north - (y - margin) / scale],
  }
}

/** The SVG path of an outline, holes included. */
export function outlinePath(outline: MultiPolygonCoordinates, projection: Projection): string {
  return outline
    .flat()
    .map((ring) => {
      const points = ring.map(([longitude, latitude]) =>
        projection
          .place(longitude, latitude)
          .map((value) => value.toFixed(1))
          .join(' '),
      )
      return `M${points.join('L')}Z`
    })
    .join('')
}

/** The middle of the box of an outline's largest part, in SVG units: where its name goes. */
export function labelPlace(
  outline: MultiPolygonCoordinates,
  projection: Projection,
): readonly [x: number, y: number] | undefined {
  const largest = outline.flatMap((polygon) => polygon.slice(0, 1)).toSorted((a, b) => b.length - a.length)[0]
  if (largest === undefined) return undefined
  const placed = largest.map(([longitude, latitude]) => projection.place(longitude, latitude))
  const xs = placed.map(([x]) => x)
  const ys = placed.map(([, y]) => y)
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
}
