import {
  createDistrictLocator,
  placeState,
  placeStates,
  readDistrictOrigin,
} from '../../../shared/domain/geo/district-locator.ts'
import { packIds } from '../../../shared/domain/geo/packed-ids.ts'
import { stages } from '../../../shared/domain/lifecycle/stage.ts'
import type { MapPoints } from '../../../shared/read-models/map.ts'
import type { OpenDatabase } from '../dialects/dialect.ts'
import { listDistricts } from '../processes/district.repository.ts'
import { matching, prepareSearch, type SubmissionFilter } from './submission-filter.query.ts'

const stageNumbers = new Map<string, number>(stages.map((stage, index) => [stage, index]))
const stateNumbers = new Map<string, number>(placeStates.map((state, index) => [state, index]))

/** All proposals of a list as points, and how each agrees with its district. */
export async function mapPoints(database: OpenDatabase, filter: SubmissionFilter): Promise<MapPoints> {
  const search = await prepareSearch(database, filter.search)
  const rows = await matching(database, filter, search)
    .select([
      'submission.id',
      'submission.number',
      'submission.stage',
      'submission.longitude',
      'submission.latitude',
      'submission.district_id',
      'submission.district_origin',
    ])
    .select((eb) => eb.case().when('submission.address', '>', '').then(1).else(0).end().as('addressed'))
    .orderBy('submission.number')
    .execute()
  const { locate } = createDistrictLocator(await listDistricts(database.reader, filter.processId))
  const count = rows.reduce((sum, row) => sum + (row.longitude === null || row.latitude === null ? 0 : 1), 0)
  const ids: string[] = []
  const pointlessIds: string[] = []
  const points = {
    numbers: new Int32Array(count),
    positions: new Int32Array(count),
    longitudes: new Float64Array(count),
    latitudes: new Float64Array(count),
    stages: new Uint8Array(count),
    places: new Uint8Array(count),
    pointless: new Int32Array(rows.length - count),
  }
  let [at, without, withAddress] = [0, 0, 0]
  for (const [position, row] of rows.entries()) {
    if (row.longitude === null || row.latitude === null) {
      pointlessIds.push(row.id)
      points.pointless[without] = row.number
      without += 1
      withAddress += Number(row.addressed)
      continue
    }
    const state = placeState(
      locate(row.longitude, row.latitude),
      row.district_id,
      readDistrictOrigin(row.district_origin),
    )
    ids.push(row.id)
    points.numbers[at] = row.number
    points.positions[at] = position
    points.longitudes[at] = row.longitude
    points.latitudes[at] = row.latitude
    points.stages[at] = stageNumbers.get(row.stage) ?? 0
    points.places[at] = stateNumbers.get(state) ?? 0
    at += 1
  }
  return { ids: packIds(ids), ...points, pointlessIds: packIds(pointlessIds), withAddress }
}
