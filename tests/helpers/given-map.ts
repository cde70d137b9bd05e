import type { TestDossier } from './test-dossier.ts'

/** Two districts side by side, each 0.01° wide and high, the first from 3.16° east and 50.68° north. */
export const mapOrigin = { longitude: 3.16, latitude: 50.68, side: 0.01 } as const

/** Longitude and latitude in units of a district from the south-west corner of the first: (0.5, 0.5) is its middle. */
export function onMap(x: number, y: number): { readonly longitude: number; readonly latitude: number } {
  const { longitude, latitude, side } = mapOrigin
  return { longitude: longitude + x * side, latitude: latitude + y * side }
}

/** Gives the two districts of the test dossier their shapes, the first to the west of the second. */
export async function givenShapes(dossier: TestDossier): Promise<void> {
  for (const [index, id] of dossier.districtIds.entries()) {
    const ring = [
      [index, 0],
      [index + 1, 0],
      [index + 1, 1],
      [index, 1],
      [index, 0],
    ].map(([x = 0, y = 0]) => {
      const { longitude, latitude } = onMap(x, y)
      return [longitude, latitude]
    })
    await dossier.database.db
      .updateTable('district')
      .set({ polygon: JSON.stringify([[ring]]) })
      .where('id', '=', id)
      .execute()
  }
}

/** Puts a submission on a point, its district and who said it as given. */
export async function putAt(
  dossier: TestDossier,
  submissionId: string,
  place: {
    readonly x?: number
    readonly y?: number
    readonly districtId?: string | null
    readonly origin?: string | null
    readonly address?: string
  },
): Promise<void> {
  const point =
    place.x === undefined || place.y === undefined
      ? { longitude: null, latitude: null }
      : onMap(place.x, place.y)
  await dossier.database.db
    .updateTable('submission')
    .set({
      ...point,
      district_id: place.districtId ?? null,
      district_origin: place.origin ?? null,
      address: place.address ?? null,
    })
    .where('id', '=', submissionId)
    .execute()
}
