import { createDistrictLocator } from '../../../shared/domain/geo/district-locator.ts'
import type { DistrictDraft } from '../../../shared/domain/imports/import-draft.ts'
import { foldToWords } from '../../../shared/domain/text/fold.ts'
import type { District, MultiPolygonCoordinates } from '../../../shared/read-models/process.ts'
import { locatedWithoutDistrict, setDistrict } from '../../data/imports/located.repository.ts'
import { placesWithPoint } from '../../data/map/place.repository.ts'
import { appendDistricts, updateDistrictShape } from '../../data/processes/place-name.repository.ts'
import type { Change } from '../call.ts'
import { createPlaceFinder, movePlaces, planPlacement } from '../map/place-by-points.ts'
import { newId } from '../new-id.ts'
import type { ImportSink } from './import-sink.ts'
import { type SinkSetting, simpleSink } from './other.sinks.ts'
import { readableChanges } from './readable-changes.ts'

interface Shape {
  readonly id: string
  readonly polygon: MultiPolygonCoordinates
}

/** District shapes, by name or code; then the proposals that had a place but no district get theirs. */
export function createDistrictSink(setting: SinkSetting): ImportSink {
  const { process, change } = setting
  let position = process.districts.length
  const shapes: Shape[] = []
  const sink = simpleSink<DistrictDraft>(
    setting,
    (draft) => draft.name,
    async ({ trx }, arrivals) => {
      const districts = arrivals.map(({ draft }) => ({
        id: newId(),
        code: draft.code,
        name: draft.name,
        population: draft.population ?? null,
        polygon: draft.geometry.coordinates,
      }))
      await appendDistricts(trx, process.id, districts, position)
      position += districts.length
      shapes.push(...districts)
    },
    async ({ trx }, { draft, known }) => {
      const id = known?.id ?? ''
      await updateDistrictShape(trx, id, {
        polygon: draft.geometry.coordinates,
        population: draft.population,
      })
      shapes.push({ id, polygon: draft.geometry.coordinates })
    },
    async (arrivals) =>
      arrivals.map(({ draft, known }) => {
        const district = process.districts.find(({ id }) => id === known?.id)
        return readableChanges(
          { population: district?.population, polygon: pointsOf(district?.polygon ?? null) },
          {
            population: draft.population ?? district?.population,
            polygon: pointsOf(draft.geometry.coordinates),
          },
        )
      }),
  )
  return {
    ...sink,
    async finish() {
      if (change !== undefined && shapes.length > 0) await placeInDistricts(change, setting, shapes)
    },
  }
}

/** A shape as far as words can tell it: its number of points. */
function pointsOf(polygon: MultiPolygonCoordinates | null): number | undefined {
  return polygon?.flat(2).length
}

async function placeInDistricts(
  change: Change,
  { process }: SinkSetting,
  shapes: readonly Shape[],
): Promise<void> {
  const record = (after: Readonly<Record<string, number>>): void =>
    change.record({
      action: 'process.place-in-districts',
      objectKind: 'process',
      objectId: process.id,
      objectLabel: process.title,
      processId: process.id,
      after,
    })
  // Proposals follow all shapes as they now are, those that a shape has left as well.
  const finder = await createPlaceFinder(change.trx, process.id)
  const plan = await planPlacement(finder, await placesWithPoint(change.trx, process.id), false)
  await movePlaces(change, plan)
  if (plan.moves.length > 0) record({ submissions: plan.moves.length })
  const placed = new Map<string, string[]>()
  const { locate } = createDistrictLocator(shapes)
  for (const { id, longitude, latitude } of await locatedWithoutDistrict(change.trx, process.id)) {
    const located = locate(longitude, latitude)
    if (located.kind === 'inside')
      placed.set(located.districtId, [...(placed.get(located.districtId) ?? []), id])
  }
  for (const [districtId, ids] of placed) await setDistrict(change.trx, ids, districtId)
  const projects = [...placed.values()].reduce((sum, ids) => sum + ids.length, 0)
  if (projects > 0) record({ projects })
}

/** Words of a district's name without its number and its kind: "1 - Capitole", "Quartier du Capitole" → "capitole". */
function bareName(name: string): string {
  return foldToWords(name)
    .replace(/^\d+\s+/, '')
    .replace(/^(quartiers?|secteur|arrondissement|canton)\s+(d[eu]s?\s+|de la\s+|l\s+)?/, '')
    .trim()
}

/**
 * The district that a shape is of: the same name, else the same bare name, else the same code if the name of one says
 * no more than a number. Two districts with the same code and two names are two districts.
 */
export function districtOf(draft: DistrictDraft, districts: readonly District[]): District | undefined {
  const bare = bareName(draft.name)
  return (
    districts.find((district) => foldToWords(district.name) === foldToWords(draft.name)) ??
    districts.find((district) => bare !== '' && bareName(district.name) === bare) ??
    districts.find(
      (district) =>
        sameCode(district.code, draft.code) &&
        (isNumberOnly(district.name, district.code) || isNumberOnly(draft.name, draft.code)),
    )
  )
}

function sameCode(left: string, right: string): boolean {
  return left.trim().replace(/^0+(?=\d)/, '') === right.trim().replace(/^0+(?=\d)/, '')
}

function isNumberOnly(name: string, code: string): boolean {
  const bare = bareName(name)
  return bare === '' || /^\d+$/.test(bare) || bare === foldToWords(code)
}
