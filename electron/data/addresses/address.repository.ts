import type { Kysely, Transaction } from 'kysely'
import type { PlacedDoor, PlacedStreetName } from '../../../shared/domain/addresses/address-file.ts'
import type { KnownDoor } from '../../../shared/domain/addresses/geocode.ts'
import type { AddressBase } from '../../../shared/read-models/addresses.ts'
import type { Database } from '../database.ts'
import type { DialectFeatures } from '../dialects/dialect.ts'
import { readJson, stringList } from '../json-column.ts'

/** The address base and the id of its import; undefined while there is none. */
export async function findAddressBase(
  db: Kysely<Database>,
): Promise<(AddressBase & { readonly id: string }) | undefined> {
  const row = await db.selectFrom('address_base').selectAll().limit(1).executeTakeFirst()
  return row === undefined
    ? undefined
    : {
        id: row.id,
        fileName: row.file_name,
        importedAt: row.imported_at,
        importedByName: row.imported_by_name,
        streets: row.streets,
        addresses: row.addresses,
        communes: readJson(stringList, row.communes),
      }
}

/** All streets of the base. */
export async function listStreets(db: Kysely<Database>): Promise<readonly PlacedStreetName[]> {
  const rows = await db.selectFrom('known_street').selectAll().orderBy('id').execute()
  return rows.map(({ commune_code, ...row }) => ({ ...row, communeCode: commune_code }))
}

/** All doors of the base, by street. */
export async function listDoors(db: Kysely<Database>): Promise<ReadonlyMap<number, readonly KnownDoor[]>> {
  const rows = await db.selectFrom('known_address').selectAll().orderBy('street_id').execute()
  const byStreet = new Map<number, KnownDoor[]>()
  for (const { street_id, ...door } of rows) {
    const doors = byStreet.get(street_id)
    if (doors === undefined) byStreet.set(street_id, [door])
    else doors.push(door)
  }
  return byStreet
}

/** Doors in a box. WGS84 degrees. */
export async function doorsAround(
  db: Kysely<Database>,
  longitude: number,
  latitude: number,
  reach: { readonly longitude: number; readonly latitude: number },
): Promise<readonly { readonly longitude: number; readonly latitude: number }[]> {
  return db
    .selectFrom('known_address')
    .select(['longitude', 'latitude'])
    .where('latitude', '>=', latitude - reach.latitude)
    .where('latitude', '<=', latitude + reach.latitude)
    .where('longitude', '>=', longitude - reach.longitude)
    .where('longitude', '<=', longitude + reach.longitude)
    .execute()
}

/** What replaces the base. */
export interface NewAddressBase {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly importedAt: string
  readonly importedByName: string
  readonly communes: readonly string[]
  readonly streets: readonly PlacedStreetName[]
  readonly doors: readonly PlacedDoor[]
}

/** Puts a base in the place of the one that is there. */
export async function replaceAddressBase(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  base: NewAddressBase,
): Promise<void> {
  await trx.deleteFrom('known_address').execute()
  await trx.deleteFrom('known_street').execute()
  await trx.deleteFrom('address_base').execute()
  await dialect.insertRows(
    trx,
    'known_street',
    base.streets.map(({ communeCode, ...street }) => ({ ...street, commune_code: communeCode })),
  )
  await dialect.insertRows(
    trx,
    'known_address',
    base.doors.map(({ streetId, ...door }) => ({ ...door, street_id: streetId })),
  )
  await trx
    .insertInto('address_base')
    .values({
      id: base.id,
      file_name: base.fileName,
      sha256: base.sha256,
      imported_at: base.importedAt,
      imported_by_name: base.importedByName,
      streets: base.streets.length,
      addresses: base.doors.length,
      communes: JSON.stringify(base.communes),
    })
    .execute()
}

/** Proposals of a démarche that say an address and have no point, by number. */
export async function addressedWithoutPoint(
  db: Kysely<Database>,
  processId: string,
): Promise<
  readonly {
    readonly id: string
    readonly number: number
    readonly reference: string
    readonly title: string
    readonly address: string
  }[]
> {
  return db
    .selectFrom('submission')
    .select(['id', 'number', 'reference', 'title', 'address'])
    .where('process_id', '=', processId)
    .where('address', 'is not', null)
    .where('address', '!=', '')
    .where((eb) => eb.or([eb('latitude', 'is', null), eb('longitude', 'is', null)]))
    .orderBy('number')
    .$narrowType<{ address: string }>()
    .execute()
}
