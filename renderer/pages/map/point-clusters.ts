import Supercluster from 'supercluster'
import { stages } from '../../../shared/domain/lifecycle/stage.ts'
import type { MapPoints } from '../../../shared/read-models/map.ts'

/** Nearest that the map shows, as a zoom of web maps: a house. */
export const mostZoom = 19
/** Points nearer than this on screen, in px, are drawn as one. */
const clusterRadius = 54

interface PointProperties {
  readonly index: number
}

interface ClusterCount {
  /** How many of them wait for a decision. */
  open: number
}

/** What is drawn at one place: one proposal, or several as one. WGS84 degrees. */
export type DrawnPlace =
  | { readonly kind: 'point'; readonly longitude: number; readonly latitude: number; readonly index: number }
  | {
      readonly kind: 'cluster'
      readonly longitude: number
      readonly latitude: number
      readonly id: number
      readonly count: number
      readonly open: number
    }

export interface PointClusters {
  /** What is to be drawn in a box at a zoom. */
  within(west: number, south: number, east: number, north: number, zoom: number): readonly DrawnPlace[]
  /** Zoom at which a cluster falls apart; undefined where all its points are at one place. */
  expansionZoom(id: number): number | undefined
  /** Indexes of all points of a cluster. */
  members(id: number): readonly number[]
}

const openStages = new Set((['submitted', 'incomplete'] as const).map((stage) => stages.indexOf(stage)))

/** Groups points for every zoom at once: afterwards each view costs what is on screen, not what is in the dossier. */
export function clusterPoints(points: MapPoints): PointClusters {
  const index = new Supercluster<PointProperties, ClusterCount>({
    radius: clusterRadius,
    maxZoom: mostZoom,
    map: ({ index: at }) => ({ open: openStages.has(points.stages[at] ?? -1) ? 1 : 0 }),
    reduce: (sum, { open }) => {
      sum.open += open
    },
  })
  index.load(
    Array.from(points.longitudes, (longitude, at) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [longitude, points.latitudes[at] ?? 0] },
      properties: { index: at },
    })),
  )
  return {
    within: (west, south, east, north, zoom) =>
      index.getClusters([west, south, east, north], Math.round(zoom)).map(({ geometry, properties }) => {
        const [longitude = 0, latitude = 0] = geometry.coordinates
        return 'cluster' in properties
          ? {
              kind: 'cluster',
              longitude,
              latitude,
              id: properties.cluster_id,
              count: properties.point_count,
              open: properties.open,
            }
          : { kind: 'point', longitude, latitude, index: properties.index }
      }),
    expansionZoom(id) {
      const zoom = index.getClusterExpansionZoom(id)
      return zoom > mostZoom ? undefined : zoom
    },
    members: (id) => index.getLeaves(id, Number.POSITIVE_INFINITY).map(({ properties }) => properties.index),
  }
}
