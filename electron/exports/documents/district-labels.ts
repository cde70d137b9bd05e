/** A point of a drawing, in its pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Rings of one district in pixels, each closed by its first point. */
export type DrawnRings = readonly (readonly Point[])[]

/** Even-odd test, so that holes count as outside. */
export function isInside(point: Point, rings: DrawnRings): boolean {
  let inside = false
  for (const ring of rings) {
    for (let index = 0; index < ring.length; index += 1) {
      const a = ring[index]
      const b = ring[(index + 1) % ring.length]
      if (a === undefined || b === undefined || a.y > point.y === b.y > point.y) continue
      if (point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
    }
  }
  return inside
}

/**
 * Where a district's name reads best: inside the district, far from its border and from the pins. A grid search, since
 * a centroid may fall outside a crescent. Undefined for a district too thin to hold a point of the grid.
 */
export function labelPoint(rings: DrawnRings, obstacles: readonly Point[]): Point | undefined {
  const points = rings.flat()
  if (points.length === 0) return undefined
  const left = Math.min(...points.map((point) => point.x))
  const right = Math.max(...points.map((point) => point.x))
  const top = Math.min(...points.map((point) => point.y))
  const bottom = Math.max(...points.map((point) => point.y))
  const borders = rings.flatMap(spacedAlong)
  const steps = 18
  let best: Point | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  for (let row = 1; row < steps; row += 1) {
    for (let column = 1; column < steps; column += 1) {
      const candidate = {
        x: left + ((right - left) * column) / steps,
        y: top + ((bottom - top) * row) / steps,
      }
      if (!isInside(candidate, rings)) continue
      // Names are wider than high: sideways distance counts less.
      const border = nearest(candidate, borders, 0.45)
      const pin = obstacles.length === 0 ? 90 : nearest(candidate, obstacles, 0.4)
      const score = Math.min(border, 60) + Math.min(pin, 45) * 1.4
      if (score > bestScore) {
        bestScore = score
        best = candidate
      }
    }
  }
  return best
}

/** The ring with points every few pixels: a long straight border has none of its own. */
function spacedAlong(ring: readonly Point[]): readonly Point[] {
  return ring.flatMap((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from
    const parts = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6))
    return Array.from({ length: parts }, (_, part) => ({
      x: from.x + ((to.x - from.x) * part) / parts,
      y: from.y + ((to.y - from.y) * part) / parts,
    }))
  })
}

function nearest(from: Point, points: readonly Point[], sideways: number): number {
  let shortest = Number.POSITIVE_INFINITY
  for (const point of points) {
    const distance = Math.hypot((point.x - from.x) * sideways, point.y - from.y)
    if (distance < shortest) shortest = distance
  }
  return shortest
}

/** Breaks a name into lines of about this many characters, at spaces. */
export function nameLines(name: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of name.trim().split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > width * 2 ? `${word.slice(0, width * 2 - 1)}…` : word)
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2] ?? ''}…`]
}
