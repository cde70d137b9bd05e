import {
  createDistrictLocator,
  type DistrictOrigin,
  type Located,
  metresPerDegree,
  readDistrictOrigin,
} from '../../../shared/domain/geo/district-locator.ts'
import type { PlacementOutcome } from '../../../shared/read-models/map.ts'
import { doorsAround } from '../../data/addresses/address.repository.ts'
import type { PlacedSubmission } from '../../data/map/place.repository.ts'
import { listDistricts } from '../../data/processes/district.repository.ts'
import { updateSubmissions } from '../../data/submissions/submission.repository.ts'
import type { Change, DossierCall } from '../call.ts'
import { about } from '../submissions/on-submission.ts'

/** An address further than this, in metres, says nothing of a point on a border. */
const addressReach = 150

type Reader = DossierCall['database']['reader']

export interface PlaceFinder {
  /** The district of a point; a border is settled by the nearest address that lies in one of its districts. */
  find(longitude: number, latitude: number): Promise<Located>
}

/** Finds districts by points, with the shapes and addresses as they are now. Domain reference §8.2 for borders. */
export async function createPlaceFinder(db: Reader, processId: string): Promise<PlaceFinder> {
  const { locate } = createDistrictLocator(await listDistricts(db, processId))
  return {
    async find(longitude, latitude) {
      const located = locate(longitude, latitude)
      if (located.kind !== 'border') return located
      const shorten = Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
      const reach = addressReach / metresPerDegree
      const doors = await doorsAround(db, longitude, latitude, {
        latitude: reach,
        longitude: reach / shorten,
      })
      const settled = doors
        .map((door) => ({
          away: Math.hypot((door.longitude - longitude) * shorten, door.latitude - latitude),
          located: locate(door.longitude, door.latitude),
        }))
        .sort((left, right) => left.away - right.away)
        .find(
          (door) =>
            door.away <= reach &&
            door.located.kind === 'inside' &&
            located.districtIds.includes(door.located.districtId),
        )
      return settled?.located ?? located
    },
  }
}

/** A district that follows from a point: what an empty or deduced one becomes. */
export interface DeducedDistrict {
  readonly districtId: string | null
  readonly districtOrigin: DistrictOrigin | null
}

interface Point {
  readonly longitude: number | null
  readonly latitude: number | null
}

/**
 * The district after a point was set: one that was chosen or declared stays, an empty or deduced one follows the point.
 * Outside of all districts, or on a border that no address settles, there is none.
 */
export async function deduceDistrict(
  db: Reader,
  processId: string,
  point: Point,
  before: DeducedDistrict,
): Promise<DeducedDistrict> {
  if (before.districtId !== null && before.districtOrigin !== 'point') return before
  if (point.longitude === null && before.districtId === null) return before
  return follow(await createPlaceFinder(db, processId), point, before)
}

/** The same for many, with one finder. */
export async function deducedBy(
  finder: PlaceFinder,
  row: { readonly district_id: string | null; readonly district_origin: string | null },
  point: Point,
): Promise<DeducedDistrict> {
  const before = { districtId: row.district_id, districtOrigin: readDistrictOrigin(row.district_origin) }
  return before.districtId !== null && before.districtOrigin !== 'point'
    ? before
    : follow(finder, point, before)
}

async function follow(finder: PlaceFinder, point: Point, before: DeducedDistrict): Promise<DeducedDistrict> {
  if (point.longitude === null || point.latitude === null) return { districtId: null, districtOrigin: null }
  const located = await finder.find(point.longitude, point.latitude)
  if (located.kind === 'unknown') return before
  return located.kind === 'inside'
    ? { districtId: located.districtId, districtOrigin: 'point' }
    : { districtId: null, districtOrigin: null }
}

/**
 * District and its origin after a proposal was put in its place: the one that a person now chose, else what follows
 * where the point moved.
 */
export async function districtAfter(
  db: Reader,
  row: {
    readonly process_id: string
    readonly district_id: string | null
    readonly district_origin: string | null
    readonly latitude: number | null
    readonly longitude: number | null
  },
  place: {
    readonly latitude: number | null
    readonly longitude: number | null
    readonly districtId?: string | null | undefined
  },
): Promise<DeducedDistrict> {
  if (place.districtId !== undefined)
    return { districtId: place.districtId, districtOrigin: place.districtId === null ? null : 'hand' }
  const before = { districtId: row.district_id, districtOrigin: readDistrictOrigin(row.district_origin) }
  const moved = place.latitude !== row.latitude || place.longitude !== row.longitude
  return moved ? deduceDistrict(db, row.process_id, place, before) : before
}

/** What giving districts by the points would do, and to whom. */
export interface PlacementPlan {
  readonly outcome: PlacementOutcome
  readonly moves: readonly { readonly submission: PlacedSubmission; readonly districtId: string | null }[]
}

/** Works out the districts of these proposals by their points; writes nothing. */
export async function planPlacement(
  finder: PlaceFinder,
  submissions: readonly PlacedSubmission[],
  override: boolean,
): Promise<PlacementPlan> {
  const moves: { submission: PlacedSubmission; districtId: string | null }[] = []
  const assigned = new Map<string, number>()
  let [cleared, differing, border, outside] = [0, 0, 0, 0]
  for (const submission of submissions) {
    const { longitude, latitude, district_id: current } = submission
    if (longitude === null || latitude === null) continue
    const located = await finder.find(longitude, latitude)
    if (located.kind === 'unknown') continue
    const origin = readDistrictOrigin(submission.district_origin)
    const chosen = current !== null && origin !== 'point'
    if (located.kind === 'inside') {
      if (located.districtId === current) continue
      if (chosen && !override) {
        if (origin !== 'kept') differing += 1
        continue
      }
      moves.push({ submission, districtId: located.districtId })
      assigned.set(located.districtId, (assigned.get(located.districtId) ?? 0) + 1)
      continue
    }
    if (located.kind === 'border') {
      if (current === null) border += 1
      continue
    }
    if (current === null) outside += 1
    else if (chosen) differing += origin === 'kept' ? 0 : 1
    else {
      cleared += 1
      moves.push({ submission, districtId: null })
    }
  }
  return {
    moves,
    outcome: {
      assigned: [...assigned].map(([districtId, count]) => ({ districtId, count })),
      cleared,
      differing,
      border,
      outside,
    },
  }
}

/** Writes the districts of a plan; the journal is told by whoever acts. */
export async function movePlaces(change: Change, { moves }: PlacementPlan): Promise<void> {
  for (const [districtId, group] of Map.groupBy(moves, (move) => move.districtId))
    await updateSubmissions(
      change.trx,
      group.map(({ submission }) => submission.id),
      { district_id: districtId, district_origin: originOf(districtId) },
    )
}

/** Carries a plan out: one act, an entry per proposal. */
export async function applyPlacement(change: Change, plan: PlacementPlan): Promise<void> {
  await movePlaces(change, plan)
  for (const { submission, districtId } of plan.moves)
    change.record({
      ...about(submission),
      action: 'submission.place-by-point',
      before: { districtId: submission.district_id, districtOrigin: submission.district_origin },
      after: { districtId, districtOrigin: originOf(districtId) },
    })
}

function originOf(districtId: string | null): DistrictOrigin | null {
  return districtId === null ? null : 'point'
}
