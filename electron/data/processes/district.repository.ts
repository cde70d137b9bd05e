import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { cents } from '../../../shared/domain/money/cents.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { District, MultiPolygonCoordinates } from '../../../shared/read-models/process.ts'
import type { Database } from '../database.ts'
import { readJson } from '../json-column.ts'
import { isPlaceUsed } from './place-use.ts'

const polygonSchema = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))))

/** Districts in their order, polygons included. */
export async function listDistricts(db: Kysely<Database>, processId: string): Promise<readonly District[]> {
  const rows = await db
    .selectFrom('district')
    .selectAll()
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    population: row.population,
    envelope: row.envelope_cents === null ? null : cents(row.envelope_cents),
    polygon: row.polygon === null ? null : readJson(polygonSchema, row.polygon),
    position: row.position,
  }))
}

export interface DistrictFields {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly population: number | null
  readonly envelope: number | null
}

/** Polygons of the districts of a démarche: where a proposal may lie. Empty while none was imported. */
export async function territoryOf(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly MultiPolygonCoordinates[]> {
  const rows = await db
    .selectFrom('district')
    .select('polygon')
    .where('process_id', '=', processId)
    .where('polygon', 'is not', null)
    .execute()
  return rows.flatMap(({ polygon }) => (polygon === null ? [] : [readJson(polygonSchema, polygon)]))
}

/** Brings the districts to this list, polygons kept. Refuses `district-in-use`. */
export async function saveDistricts(
  trx: Transaction<Database>,
  processId: string,
  districts: readonly DistrictFields[],
): Promise<void> {
  const kept = new Set(districts.map((district) => district.id))
  const existing = await listDistricts(trx, processId)
  for (const district of existing.filter(({ id }) => !kept.has(id))) {
    if (await isPlaceUsed(trx, 'district_id', district.id))
      throw new AppError('district-in-use', { name: district.name })
    await trx.deleteFrom('district').where('id', '=', district.id).execute()
  }
  const known = new Set(existing.map((district) => district.id))
  for (const [position, district] of districts.entries()) {
    const columns = {
      code: district.code,
      name: district.name,
      population: district.population,
      envelope_cents: district.envelope,
      position,
    }
    if (known.has(district.id))
      await trx.updateTable('district').set(columns).where('id', '=', district.id).execute()
    else
      await trx
        .insertInto('district')
        .values({ id: district.id, process_id: processId, polygon: null, ...columns })
        .execute()
  }
}
