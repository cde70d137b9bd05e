import { isInside } from '../../geo/point-in-polygon.ts'
import type { Signal } from './signal.ts'

/** A point in none of the districts (R5: on the commune's territory). Silent without polygons or without a point. */
export const outsideTerritorySignal = {
  id: 'outside-territory',
  evidence({ latitude, longitude, territory }) {
    if (latitude === null || longitude === null || territory.length === 0) return []
    if (territory.some((polygon) => isInside(longitude, latitude, polygon))) return []
    return [`${latitude.toFixed(5)}, ${longitude.toFixed(5)}`]
  },
} as const satisfies Signal
