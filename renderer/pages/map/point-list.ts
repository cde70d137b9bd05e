import { type PlaceState, placeStates } from '../../../shared/domain/geo/district-locator.ts'
import type { PlanePoint } from '../../../shared/domain/geo/lasso.ts'
import { idAt } from '../../../shared/domain/geo/packed-ids.ts'
import { mostListedNumbers } from '../../../shared/domain/submissions/number-ranges.ts'
import type { MapPoints } from '../../../shared/read-models/map.ts'

/** The points of a list, to be asked by proposal. */
export interface PointList {
  readonly points: MapPoints
  /** Index of a proposal among the points; undefined when it has none here. */
  indexOf(submissionId: string): number | undefined
  placeOf(index: number): PlanePoint
  stateOf(index: number): PlaceState
  /** How many are in each state; those without a point included. */
  readonly counts: ReadonlyMap<PlaceState, number>
  /** Numbers of those in a state, as many as a list takes. */
  numbersIn(state: PlaceState): readonly number[]
  /** Number of a proposal of the list, with or without a point. */
  numberOf(submissionId: string): number | undefined
  /** How many proposals the list has in all. */
  readonly total: number
}

/** Prepares the points of an answer. */
export function listPoints(points: MapPoints): PointList {
  const byId = new Map<string, number>()
  const pointless = new Map<string, number>()
  for (const [index, number] of points.pointless.entries())
    pointless.set(idAt(points.pointlessIds, index), number)
  const counts = new Map<PlaceState, number>()
  for (let index = 0; index < points.numbers.length; index += 1) {
    byId.set(idAt(points.ids, index), index)
    const state = placeStates[points.places[index] ?? 0] ?? 'unknown'
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  if (points.pointless.length > 0) counts.set('no-point', points.pointless.length)
  return {
    points,
    counts,
    total: points.numbers.length + points.pointless.length,
    indexOf: (submissionId) => byId.get(submissionId),
    placeOf: (index) => [points.longitudes[index] ?? 0, points.latitudes[index] ?? 0],
    numberOf(submissionId) {
      const index = byId.get(submissionId)
      return index === undefined ? pointless.get(submissionId) : points.numbers[index]
    },
    stateOf: (index) => placeStates[points.places[index] ?? 0] ?? 'unknown',
    numbersIn(state) {
      if (state === 'no-point') return [...points.pointless.slice(0, mostListedNumbers)]
      const wanted = placeStates.indexOf(state)
      return [...points.numbers.filter((_number, index) => points.places[index] === wanted)].slice(
        0,
        mostListedNumbers,
      )
    },
  }
}
