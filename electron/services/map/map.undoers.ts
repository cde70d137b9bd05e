import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import { placesById } from '../../data/map/place.repository.ts'
import { updateSubmissions } from '../../data/submissions/submission.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'

/** What an act of the map changes of a proposal; only what it changed is there. */
const place = z.object({
  themeId: z.string().nullable().optional(),
  districtId: z.string().nullable().optional(),
  districtOrigin: z.string().nullable().optional(),
  latitude: z.number().nullable().optional(),
  longitude: z.number().nullable().optional(),
})

/** Puts places back; refuses when somebody has moved one on since. */
async function undoPlaces(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  const present = new Map(
    (
      await placesById(
        change.trx,
        entries.map((entry) => entry.object_id ?? ''),
      )
    ).map((row) => [row.id, row]),
  )
  const groups = new Map<
    string,
    { readonly columns: Record<string, string | number | null>; readonly ids: string[] }
  >()
  for (const entry of entries) {
    const before = place.parse(JSON.parse(entry.before ?? '{}'))
    const after = place.parse(JSON.parse(entry.after ?? '{}'))
    const row = present.get(entry.object_id ?? '')
    const here = row && {
      themeId: row.theme_id,
      districtId: row.district_id,
      districtOrigin: row.district_origin,
      latitude: row.latitude,
      longitude: row.longitude,
    }
    const overtaken =
      here === undefined ||
      Object.entries(after).some(([field, value]) => here[field as keyof typeof here] !== value)
    if (overtaken) throw new AppError('undo-overtaken', { object: entry.object_label })
    const columns = {
      ...(before.themeId === undefined ? {} : { theme_id: before.themeId }),
      ...(before.districtId === undefined ? {} : { district_id: before.districtId }),
      ...(before.districtOrigin === undefined ? {} : { district_origin: before.districtOrigin }),
      ...(before.latitude === undefined ? {} : { latitude: before.latitude }),
      ...(before.longitude === undefined ? {} : { longitude: before.longitude }),
    }
    const key = JSON.stringify(columns)
    const group = groups.get(key) ?? { columns, ids: [] as string[] }
    group.ids.push(entry.object_id ?? '')
    groups.set(key, group)
  }
  for (const { columns, ids } of groups.values()) await updateSubmissions(change.trx, ids, columns)
}

/** Acts of the map that Ctrl+Z takes back. */
export const mapUndoers: Readonly<Record<string, Undoer>> = {
  'submission.place-by-point': undoPlaces,
  'submission.keep-district': undoPlaces,
  'submission.geocode': undoPlaces,
  'submission.classify-many': undoPlaces,
}
