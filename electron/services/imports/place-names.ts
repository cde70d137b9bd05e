import { isInside } from '../../../shared/domain/geo/point-in-polygon.ts'
import type { District, ProcessDetail, Theme } from '../../../shared/read-models/process.ts'
import { newId } from '../new-id.ts'

/** New names beyond this many are not names of themes or districts: the column says something else. */
const mostNewNames = 200

const colors = ['#1d7a4c', '#1f5f99', '#b4541a', '#7a3e9d', '#a3195b', '#8a6d00', '#3d6b6b']

/** A name without accents, case and punctuation: what two spellings have in common. */
export function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A theme or district that an import names for the first time. */
export interface NewName {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly color: string
}

/** Finds themes and districts by the names that files give them; unknown ones are made, once. */
export interface PlaceNames {
  themeId(name: string | undefined): string | null
  districtId(
    name: string | undefined,
    longitude: number | undefined,
    latitude: number | undefined,
  ): string | null
  readonly newThemes: readonly NewName[]
  readonly newDistricts: readonly NewName[]
}

/** Starts from the themes and districts of a démarche. */
export function createPlaceNames(themes: readonly Theme[], districts: readonly District[]): PlaceNames {
  const themeIds = new Map(themes.map((theme) => [fold(theme.name), theme.id]))
  const districtIds = new Map(
    districts.flatMap(
      (district) =>
        [
          [fold(district.name), district.id],
          [fold(district.code), district.id],
        ] as const,
    ),
  )
  const shapes = districts.filter((district) => district.polygon !== null)
  const newThemes: NewName[] = []
  const newDistricts: NewName[] = []
  const lookUp = (
    name: string | undefined,
    known: Map<string, string>,
    made: NewName[],
    offset: number,
  ): string | null => {
    const key = name === undefined ? '' : fold(name)
    if (name === undefined || key === '') return null
    const found = known.get(key)
    if (found !== undefined) return found
    if (made.length >= mostNewNames || name.length > 120) return null
    const entry = {
      id: newId(),
      name: name.trim(),
      code: String(offset + made.length + 1).padStart(2, '0'),
      color: colors[(offset + made.length) % colors.length] ?? '#1f5f99',
    }
    made.push(entry)
    known.set(key, entry.id)
    return entry.id
  }
  return {
    newThemes,
    newDistricts,
    themeId: (name) => lookUp(name, themeIds, newThemes, themes.length),
    districtId(name, longitude, latitude) {
      const named = lookUp(name, districtIds, newDistricts, districts.length)
      if (named !== null || longitude === undefined || latitude === undefined) return named
      return (
        shapes.find(
          (district) => district.polygon !== null && isInside(longitude, latitude, district.polygon),
        )?.id ?? null
      )
    },
  }
}

/** Names of all themes and districts by id, those that the import makes included. */
export function namesOfPlaces(
  { themes, districts }: ProcessDetail,
  { newThemes, newDistricts }: PlaceNames,
): ReadonlyMap<string, string> {
  return new Map([...themes, ...districts, ...newThemes, ...newDistricts].map(({ id, name }) => [id, name]))
}
