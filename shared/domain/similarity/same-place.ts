import { distanceInMetres } from '../geo/distance.ts'
import { createFoundPairs, type FoundPairs } from './found-pairs.ts'

/** Two proposals of one theme within this distance, in metres, may be about one place. */
export const samePlaceWithin = 150

/** Of many proposals on one spot, each is told with the next few only. */
const toldOfEach = 12

/** A proposal on the map. `subject`: what must be equal for a pair, the démarche and the theme; WGS84 degrees. */
export interface PlacedText {
  readonly slot: number
  readonly subject: string
  readonly latitude: number
  readonly longitude: number
}

/** Degrees of latitude of a cell of the grid: a little more than the distance looked for. */
const cellDegrees = (samePlaceWithin * 1.02) / 111_195

/**
 * Pairs of one subject within `samePlaceWithin`. The score is the distance in metres. A grid as wide as the
 * distance: only a cell and its eight neighbours can hold the other one.
 */
export function samePlaces(texts: Iterable<PlacedText>): FoundPairs {
  const found = createFoundPairs()
  const cells = new Map<string, PlacedText[]>()
  for (const text of texts) {
    const row = Math.floor(text.latitude / cellDegrees)
    // Meridians draw together towards the poles: as many degrees as make the same distance at the row's far edge.
    const width = cellDegrees / Math.max(0.01, Math.cos(((Math.abs(row) + 2) * cellDegrees * Math.PI) / 180))
    const column = Math.floor(text.longitude / width)
    let told = 0
    for (const near of [row - 1, row, row + 1]) {
      // A neighbouring row counts its columns in its own width; one column more on each side covers the difference.
      const nearWidth =
        cellDegrees / Math.max(0.01, Math.cos(((Math.abs(near) + 2) * cellDegrees * Math.PI) / 180))
      const nearColumn = Math.floor(text.longitude / nearWidth)
      for (const side of [nearColumn - 1, nearColumn, nearColumn + 1]) {
        const others = cells.get(`${text.subject}/${near}/${side}`) ?? []
        for (let index = others.length - 1; index >= 0 && told < toldOfEach; index--) {
          const other = others[index]
          if (other === undefined) continue
          const distance = distanceInMetres(text, other)
          if (distance > samePlaceWithin) continue
          found.add(text.slot, other.slot, distance)
          told++
        }
      }
    }
    const key = `${text.subject}/${row}/${column}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [text])
    else cell.push(text)
  }
  return found
}

/** What stands within `samePlaceWithin` of the texts looked at and is of their subject, by one pass over all for each. */
export function placesNear(texts: readonly PlacedText[], looked: ReadonlySet<number>): FoundPairs {
  const found = createFoundPairs()
  for (const text of texts) {
    if (!looked.has(text.slot)) continue
    for (const other of texts) {
      if (Math.abs(other.latitude - text.latitude) > cellDegrees || other.subject !== text.subject) continue
      // Of two that are both looked at, the first tells the pair.
      if (other.slot === text.slot || (other.slot < text.slot && looked.has(other.slot))) continue
      const distance = distanceInMetres(text, other)
      if (distance <= samePlaceWithin) found.add(text.slot, other.slot, distance)
    }
  }
  return found
}
