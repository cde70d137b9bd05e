import type { Kysely, Transaction } from 'kysely'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { MapBackground } from '../../../shared/read-models/map.ts'
import type { Database } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'
import { chunked } from '../submissions/submission.repository.ts'

const placeColumns = [
  'id',
  'process_id',
  'number',
  'reference',
  'title',
  'stage',
  'theme_id',
  'district_id',
  'district_origin',
  'assignee_id',
  'address',
  'latitude',
  'longitude',
  'version',
] as const

/** Where proposals stand, as far as the map goes. */
export async function placesById(db: Kysely<Database>, ids: readonly string[]) {
  const rows = []
  for (const chunk of chunked([...new Set(ids)]))
    rows.push(
      ...(await db
        .selectFrom('submission')
        .select(placeColumns)
        .where('id', 'in', [...chunk])
        .orderBy('number')
        .execute()),
    )
  return rows
}

export type PlacedSubmission = Awaited<ReturnType<typeof placesById>>[number]

/** All of a démarche that have a point. */
export async function placesWithPoint(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly PlacedSubmission[]> {
  return db
    .selectFrom('submission')
    .select(placeColumns)
    .where('process_id', '=', processId)
    .where('latitude', 'is not', null)
    .where('longitude', 'is not', null)
    .orderBy('number')
    .execute()
}

/** One of them, or the refusal `not-found`. */
export async function getPlace(db: Kysely<Database>, id: string): Promise<PlacedSubmission> {
  const [row] = await placesById(db, [id])
  if (row === undefined) throw new AppError('not-found', { object: 'submission' })
  return row
}

/** The French national mapping service; nothing is asked of it while `enabled` is false. */
const proposedBackground: MapBackground = {
  enabled: false,
  urlTemplate:
    'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&TILEMATRIXSET=PM&FORMAT=image/png&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© IGN – Géoplateforme',
  version: 1,
}

/** Where the images behind the map come from: off, and a proposal, until somebody sets it. */
export async function getBackground(db: Kysely<Database>): Promise<MapBackground> {
  const row = await db.selectFrom('map_background').selectAll().limit(1).executeTakeFirst()
  return row === undefined
    ? proposedBackground
    : {
        enabled: row.enabled === 1,
        urlTemplate: row.url_template,
        attribution: row.attribution,
        version: row.version,
      }
}

/** Writes it over the one that was read at `version`. Refuses `changed-meanwhile`. */
export async function putBackground(
  trx: Transaction<Database>,
  { enabled, urlTemplate, attribution }: Omit<MapBackground, 'version'>,
  version: number,
): Promise<void> {
  const columns = { enabled: enabled ? 1 : 0, url_template: urlTemplate, attribution }
  const known = await trx.selectFrom('map_background').select('id').limit(1).executeTakeFirst()
  if (known === undefined) {
    await trx
      .insertInto('map_background')
      .values({ id: 1, ...columns, version: version + 1 })
      .execute()
    return
  }
  expectOneRow(
    await trx
      .updateTable('map_background')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', known.id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}
