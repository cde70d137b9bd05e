import type { Transaction } from 'kysely'
import type { Database } from '../database.ts'

/** Adds themes after those that are there. */
export async function appendThemes(
  trx: Transaction<Database>,
  processId: string,
  themes: readonly { readonly id: string; readonly name: string; readonly color: string }[],
  firstPosition: number,
): Promise<void> {
  if (themes.length === 0) return
  await trx
    .insertInto('theme')
    .values(
      themes.map(({ id, name, color }, index) => ({
        id,
        process_id: processId,
        name,
        color,
        position: firstPosition + index,
      })),
    )
    .execute()
}

/** Adds districts after those that are there. */
export async function appendDistricts(
  trx: Transaction<Database>,
  processId: string,
  districts: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly population?: number | null
    readonly polygon?: unknown
  }[],
  firstPosition: number,
): Promise<void> {
  if (districts.length === 0) return
  await trx
    .insertInto('district')
    .values(
      districts.map((district, index) => ({
        id: district.id,
        process_id: processId,
        code: district.code,
        name: district.name,
        population: district.population ?? null,
        envelope_cents: null,
        polygon: district.polygon === undefined ? null : JSON.stringify(district.polygon),
        position: firstPosition + index,
      })),
    )
    .execute()
}

/** Gives a known district what a file of shapes says of it; its name and envelope stay. */
export async function updateDistrictShape(
  trx: Transaction<Database>,
  id: string,
  shape: { readonly polygon: unknown; readonly population: number | undefined },
): Promise<void> {
  await trx
    .updateTable('district')
    .set({
      polygon: JSON.stringify(shape.polygon),
      ...(shape.population === undefined ? {} : { population: shape.population }),
    })
    .where('id', '=', id)
    .execute()
}
