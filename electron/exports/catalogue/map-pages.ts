import type { CatalogueProject } from '../../../shared/read-models/project-catalogue.ts'
import { districtMap, type MappedDistrict, type MappedPlace, placesOnMap } from '../documents/district-map.ts'
import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import { type ProjectGroup, projectGroups } from './catalogue-groups.ts'
import type { CataloguePart } from './catalogue-options.ts'

/** Above this many pins one map of the whole town is no longer read, and each district gets its own. */
const pinsOnOneMap = 60

/** CSS px of the text area, by paper. */
const frames = { a4: { width: 658, maximumHeight: 700 }, a5: { width: 461, maximumHeight: 500 } } as const

/** The map of the districts with numbered pins, and one map for each district when there are many; nothing without places and districts. */
export function mapPages(part: CataloguePart): readonly Markup[] {
  const { catalogue, formats, options, accent } = part
  const { t } = formats
  const groups = projectGroups(catalogue, formats)
  const polygons = catalogue.districts.flatMap(({ id, name, polygon }) =>
    polygon === null ? [] : [{ id, name, polygon }],
  )
  const isSplit = polygons.length > 1 && catalogue.projects.filter(isPlaced).length > pinsOnOneMap
  const keys = districtKeys(polygons)
  const districts = polygons.map(({ id, name, polygon }): MappedDistrict => {
    const count = groups.find((group) => group.districtId === id)?.projects.length ?? 0
    const caption =
      isSplit && keys.size === 0
        ? t('catalogue.map.captionCount', { count, number: formats.count(count) })
        : null
    return { name: keys.get(id) ?? name, caption, polygon, isContext: false }
  })
  const places = isSplit ? [] : placesOf(catalogue.projects)
  const frame = frames[options.format]
  const shared = {
    ...frame,
    color: accent,
    kilometreLabel: t('catalogue.map.kilometre'),
    halfKilometreLabel: t('catalogue.map.halfKilometre'),
  }
  const overview = districtMap({
    ...shared,
    // A long legend takes the next page rather than the room of the map.
    maximumHeight:
      isSplit || keys.size > 0
        ? frame.maximumHeight
        : frame.maximumHeight - groups.length * 23 - (catalogue.projects.every(isPlaced) ? 0 : 34),
    districts,
    places,
    title: t('catalogue.map.title', { commune: catalogue.communeName }),
    description: t('catalogue.map.description', {
      groups: groups.map((group) => spoken(group, part)).join(' '),
    }),
  })
  if (overview === undefined) return []
  const seen = new Set(placesOnMap({ ...frame, districts, places }).map((place) => place.label))
  const legend = isSplit
    ? html`${splitLegend(groups, keys, part)}${splitNote(part)}`
    : mapLegend(groups, keys, seen, part)
  const first = html`<section class="opening map-page"><h2>${t('catalogue.sections.map')}</h2><p class="lead">${t(isSplit ? 'catalogue.map.leadSplit' : 'catalogue.map.lead')}</p><figure>${overview}</figure>${legend}</section>`
  if (!isSplit) return [first]
  const details = polygons.flatMap((district) => {
    const group = groups.find((candidate) => candidate.districtId === district.id)
    if (group === undefined) return []
    const map = districtMap({
      ...shared,
      districts: polygons.map(({ id, name, polygon }) => ({
        name,
        caption: null,
        polygon,
        isContext: id !== district.id,
      })),
      places: placesOf(group.projects.map(({ project }) => project)),
      title: t('catalogue.map.districtTitle', { district: district.name }),
      description: t('catalogue.map.description', { groups: spoken(group, part) }),
    })
    if (map === undefined) return []
    return [
      html`<section class="opening map-page"><h3 dir="auto">${t('catalogue.sections.districtMap', { district: district.name })}</h3><figure>${map}</figure></section>`,
    ]
  })
  return [first, ...details]
}

function isPlaced(project: CatalogueProject): boolean {
  return project.latitude !== null && project.longitude !== null
}

function placesOf(projects: readonly CatalogueProject[]): readonly MappedPlace[] {
  return projects.flatMap(({ ballotNumber, longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ label: String(ballotNumber), longitude, latitude }],
  )
}

function numbers(group: ProjectGroup, keep: (project: CatalogueProject) => boolean): readonly string[] {
  return group.projects
    .filter(({ project }) => keep(project))
    .map(({ project }) => String(project.ballotNumber))
}

function spoken(group: ProjectGroup, { formats }: CataloguePart): string {
  const placed = numbers(group, isPlaced)
  return placed.length === 0
    ? formats.t('catalogue.map.groupNone', { district: group.name })
    : formats.t('catalogue.map.group', { district: group.name, numbers: formats.list(placed) })
}

/** Names that would cover each other on the map give way to letters, explained in the legend. */
function districtKeys(
  districts: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const areShort = districts.length <= 8 && districts.every((district) => district.name.length <= 36)
  if (areShort) return new Map()
  return new Map(districts.map(({ id }, index) => [id, letterKey(index)]))
}

/** A to Z, then AA, AB… */
function letterKey(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letterKey(Math.floor(index / 26) - 1)}${letter}`
}

function legendName(group: ProjectGroup, keys: ReadonlyMap<string, string>): Markup {
  const key = group.districtId === null ? undefined : keys.get(group.districtId)
  return html`${key !== undefined && html`<span class="map-key">${key}</span> `}<bdi>${group.name}</bdi>`
}

function splitLegend(
  groups: readonly ProjectGroup[],
  keys: ReadonlyMap<string, string>,
  { formats }: CataloguePart,
): Markup | false {
  if (keys.size === 0) return false
  const { t } = formats
  const rows = groups.map(
    (group) =>
      html`<tr><th scope="row">${legendName(group, keys)}</th><td>${formats.count(group.projects.length)}</td></tr>`,
  )
  return html`<table class="map-legend" aria-label="${t('catalogue.map.legend')}"><thead><tr><th scope="col">${t('catalogue.map.legendDistrict')}</th><th scope="col">${t('catalogue.map.legendNumbers')}</th></tr></thead><tbody>${joinMarkup(rows)}</tbody></table>`
}

function mapLegend(
  groups: readonly ProjectGroup[],
  keys: ReadonlyMap<string, string>,
  seen: ReadonlySet<string>,
  { formats }: CataloguePart,
): Markup {
  const { t } = formats
  const rows = groups.map((group) => {
    const placed = numbers(group, (project) => seen.has(String(project.ballotNumber)))
    return html`<tr><th scope="row">${legendName(group, keys)}</th><td>${placed.length === 0 ? t('catalogue.map.none') : placed.join(', ')}</td></tr>`
  })
  const unplaced = groups.flatMap((group) =>
    numbers(group, (project) => !seen.has(String(project.ballotNumber))),
  )
  const note =
    unplaced.length > 0 &&
    html`<p class="note">${t('catalogue.map.unplaced', { numbers: formats.list(unplaced) })}</p>`
  return html`<table class="map-legend" aria-label="${t('catalogue.map.legend')}"><thead><tr><th scope="col">${t('catalogue.map.legendDistrict')}</th><th scope="col">${t('catalogue.map.legendNumbers')}</th></tr></thead><tbody>${joinMarkup(rows)}</tbody></table>${note}`
}

function splitNote({ catalogue, formats }: CataloguePart): Markup | false {
  const unplaced = catalogue.projects
    .filter((project) => !isPlaced(project))
    .map((project) => String(project.ballotNumber))
  return (
    unplaced.length > 0 &&
    html`<p class="note">${formats.t('catalogue.map.unplaced', { numbers: formats.list(unplaced) })}</p>`
  )
}
