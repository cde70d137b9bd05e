import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { appendDistricts, appendThemes } from '../../data/processes/place-name.repository.ts'
import type { Change } from '../call.ts'
import type { PlaceNames } from './place-names.ts'

/** How many names of each kind an import has already written. */
const written = new WeakMap<PlaceNames, { themes: number; districts: number }>()

/** Writes the themes and districts that an import named since the last time, before the rows that point at them. */
export async function savePlaceNames(
  change: Change,
  process: ProcessDetail,
  places: PlaceNames,
): Promise<void> {
  const before = written.get(places) ?? { themes: 0, districts: 0 }
  const themes = places.newThemes.slice(before.themes)
  const districts = places.newDistricts.slice(before.districts)
  if (themes.length === 0 && districts.length === 0) return
  await appendThemes(change.trx, process.id, themes, process.themes.length + before.themes)
  await appendDistricts(change.trx, process.id, districts, process.districts.length + before.districts)
  written.set(places, { themes: places.newThemes.length, districts: places.newDistricts.length })
  change.record({
    action: 'process.import-names',
    objectKind: 'process',
    objectId: process.id,
    objectLabel: process.title,
    processId: process.id,
    after: { themes: themes.map(({ name }) => name), districts: districts.map(({ name }) => name) },
  })
}
