import type { Stage } from '../../shared/domain/lifecycle/stage.ts'
import type { ProjectRow, VisaState } from '../../shared/read-models/project.ts'
import type { DataSort } from './data-column.ts'

/** Stands for "not filled in" where a filter names a district or a theme. */
export const unfilled = 'none'

/** What a list of projects is narrowed to; null lets everything through. */
export interface ProjectFilter {
  readonly search: string
  readonly stage: Stage | null
  /** Id, or `unfilled`. */
  readonly districtId: string | null
  readonly themeId: string | null
  /** `missing`: waits for a signature, whatever was signed before. */
  readonly visa: VisaState | 'missing' | null
  readonly withoutPicture: boolean
}

export const everyProject: ProjectFilter = {
  search: '',
  stage: null,
  districtId: null,
  themeId: null,
  visa: null,
  withoutPicture: false,
}

/** Whether anything but the search narrows the list. */
export function isNarrowed(filter: ProjectFilter): boolean {
  const { search: _search, withoutPicture, ...choices } = filter
  return withoutPicture || Object.values(choices).some((choice) => choice !== null)
}

function fits(wanted: string | null, value: string | null): boolean {
  return wanted === null || wanted === (value ?? unfilled)
}

function fitsVisa(wanted: ProjectFilter['visa'], { stage, visaState }: ProjectRow): boolean {
  if (wanted === 'missing') return stage === 'awaiting-visa' && visaState !== 'granted'
  return fits(wanted, visaState)
}

/** The projects that the filter lets through, the search aside: words are looked for by the services. */
export function narrowProjects<Row extends ProjectRow>(
  projects: readonly Row[],
  filter: ProjectFilter,
): readonly Row[] {
  return projects.filter(
    (project) =>
      fits(filter.stage, project.stage) &&
      fits(filter.districtId, project.districtId) &&
      fits(filter.themeId, project.themeId) &&
      fitsVisa(filter.visa, project) &&
      !(filter.withoutPicture && project.hasPicture),
  )
}

export const projectSorts = ['number', 'title', 'cost', 'annualRunningCost', 'votes', 'ballotNumber'] as const
export type ProjectSort = DataSort & { readonly key: (typeof projectSorts)[number] }

const titles = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

/** Sorts projects; what is not filled in comes last both ways. Ties go by number. */
export function sortProjects<Row extends ProjectRow>(
  projects: readonly Row[],
  { key, descending }: DataSort,
): readonly Row[] {
  const direction = descending ? -1 : 1
  const sortKey = projectSorts.find((name) => name === key) ?? 'number'
  return projects.toSorted((left, right) => {
    if (sortKey === 'title')
      return direction * titles.compare(left.title, right.title) || left.number - right.number
    const [a, b] = [left[sortKey], right[sortKey]]
    if (a === null || b === null) return Number(a === null) - Number(b === null) || left.number - right.number
    return direction * (a - b) || left.number - right.number
  })
}
