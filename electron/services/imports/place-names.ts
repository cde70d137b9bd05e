import { createDistrictLocator, type DistrictOrigin } from '../../../shared/domain/geo/district-locator.ts'
import type { SubmissionDraft } from '../../../shared/domain/imports/import-draft.ts'
import { foldToWords } from '../../../shared/domain/text/fold.ts'
import type { District, ProcessDetail, Theme } from '../../../shared/read-models/process.ts'
import { newId } from '../new-id.ts'

/** New names beyond this many are not names of themes or districts: the column says something else. */
const mostNewNames = 200

const colors = ['#1d7a4c', '#1f5f99', '#b4541a', '#7a3e9d', '#a3195b', '#8a6d00', '#3d6b6b']

/** A theme or district that an import names for the first time. */
export interface NewName {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly color: string
}

/** What tells where something belongs. */
export type Placed = Pick<
  SubmissionDraft,
  'themeName' | 'districtName' | 'taxonomies' | 'longitude' | 'latitude'
>

/** Finds themes and districts by the names that files give them; unknown ones are made, once. */
export interface PlaceNames {
  /** Theme and district of a draft: by their names, by its taxonomies, by the shape around its point. */
  placeOf(draft: Placed): { readonly theme_id: string | null; readonly district_id: string | null }
  /** Who says the district that `placeOf` gives: the point, or the file. */
  districtOriginOf(draft: Placed): DistrictOrigin | null
  readonly newThemes: readonly NewName[]
  readonly newDistricts: readonly NewName[]
}

/** Starts from the themes and districts of a démarche. */
export function createPlaceNames(themes: readonly Theme[], districts: readonly District[]): PlaceNames {
  const themeIds = new Map(themes.map((theme) => [foldToWords(theme.name), theme.id]))
  const districtIds = new Map(
    districts.flatMap(
      (district) =>
        [
          [foldToWords(district.name), district.id],
          [foldToWords(district.code), district.id],
        ] as const,
    ),
  )
  const { locate } = createDistrictLocator(districts)
  const newThemes: NewName[] = []
  const newDistricts: NewName[] = []
  const lookUp = (
    name: string | undefined,
    known: Map<string, string>,
    made: NewName[],
    offset: number,
  ): string | null => {
    const key = name === undefined ? '' : foldToWords(name)
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
  const districtAround = (longitude: number | undefined, latitude: number | undefined): string | null => {
    const located =
      longitude === undefined || latitude === undefined ? undefined : locate(longitude, latitude)
    return located?.kind === 'inside' ? located.districtId : null
  }
  // Of several taxonomies, the one that is named like a known district is the district; the first other, the theme.
  const isDistrict = (name: string): boolean => districtIds.has(foldToWords(name))
  const namedDistrict = ({ districtName, taxonomies = [] }: Placed): string | null =>
    lookUp(districtName ?? taxonomies.find(isDistrict), districtIds, newDistricts, districts.length)
  return {
    newThemes,
    newDistricts,
    placeOf(draft) {
      const { themeName, taxonomies = [], longitude, latitude } = draft
      const theme = themeName ?? taxonomies.find((name) => !isDistrict(name))
      return {
        theme_id: lookUp(theme, themeIds, newThemes, themes.length),
        district_id: namedDistrict(draft) ?? districtAround(longitude, latitude),
      }
    },
    districtOriginOf(draft) {
      const { longitude, latitude } = draft
      return namedDistrict(draft) === null && districtAround(longitude, latitude) !== null ? 'point' : null
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
