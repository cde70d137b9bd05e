import {
  isStudyLate,
  isToStudy,
  type StudyProgress,
  studyProgress,
  studyProgresses,
  takesPart,
  waitsFor,
} from '../../../shared/domain/feasibility/study-progress.ts'
import { foldLigatures } from '../../../shared/domain/text/fold.ts'
import type { StudyRow } from '../../../shared/read-models/study.ts'
import type { DataSort } from '../../components/data-column.ts'

export const studyStates = ['to-study', ...studyProgresses, 'all'] as const
export type StudyState = StudyProgress | 'to-study' | 'all'

export interface StudyFilter {
  readonly search: string
  readonly state: StudyState
  readonly department: string | null
  readonly late: boolean
  readonly mine: boolean
}

export const initialFilter: StudyFilter = {
  search: '',
  state: 'to-study',
  department: null,
  late: false,
  mine: false,
}

/** Lets every study through. */
export const everyStudy: StudyFilter = { ...initialFilter, state: 'all' }

/** Whether anything narrows the list. */
export function isNarrowed({ search, state, department, late, mine }: StudyFilter): boolean {
  return search !== '' || state !== 'all' || department !== null || late || mine
}

function isState(value: string | null): value is StudyState {
  return (studyStates as readonly (string | null)[]).includes(value)
}

/** The filter that a link asks for (`late=1&state=under-way&department=Voirie&mine=1`); undefined when it asks for none. */
export function filterOfQuery(query: string): StudyFilter | undefined {
  const asked = new URLSearchParams(query)
  const state = asked.get('state')
  const department = asked.get('department')
  const late = asked.get('late') === '1'
  const mine = asked.get('mine') === '1'
  if (!isState(state) && department === null && !late && !mine) return undefined
  return { ...initialFilter, state: isState(state) ? state : 'to-study', department, late, mine }
}

/** Who looks, and when: what "mine" and "late" depend on. */
export interface StudyViewer {
  readonly department: string | null
  /** The local day. */
  readonly today: string
}

/** The rows that a filter keeps. Every word of the search is looked for in number, reference, title and departments. */
export function filterStudies(
  rows: readonly StudyRow[],
  filter: StudyFilter,
  { department, today }: StudyViewer,
): readonly StudyRow[] {
  const words = foldLigatures(filter.search)
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
  return rows.filter((row) => {
    if (filter.state === 'to-study' && !isToStudy(row)) return false
    if (filter.state !== 'all' && filter.state !== 'to-study' && studyProgress(row) !== filter.state)
      return false
    if (filter.department !== null && !takesPart(row, filter.department)) return false
    if (filter.late && !isStudyLate(row, today)) return false
    if (filter.mine && (department === null || !waitsFor(row, department))) return false
    if (words.length === 0) return true
    const text = foldLigatures(
      [row.number, row.reference, row.title, row.leadDepartment ?? '', ...row.consulted].join(' '),
    )
    return words.every((word) => text.includes(word))
  })
}

const french = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

type SortValue = string | number | null

const sortValues: Readonly<Record<string, (row: StudyRow) => SortValue>> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  stage: (row) => studyProgresses.indexOf(studyProgress(row)),
  department: ({ leadDepartment }) => leadDepartment,
  dueOn: ({ dueOn }) => dueOn,
  opinions: ({ opinionsAsked, opinionsGiven }) => opinionsAsked - opinionsGiven,
  amount: ({ amountInclVat }) => amountInclVat,
}

/** The rows in the order of a column; those without a value come last either way, equal ones by number. */
export function sortStudies(rows: readonly StudyRow[], sort: DataSort): readonly StudyRow[] {
  const sortValue = sortValues[sort.key] ?? (({ number }: StudyRow): SortValue => number)
  const direction = sort.descending ? -1 : 1
  return rows.toSorted((one, other) => {
    const left = sortValue(one)
    const right = sortValue(other)
    if (left === null || right === null)
      return left === right ? one.number - other.number : left === null ? 1 : -1
    const order =
      typeof left === 'string' && typeof right === 'string'
        ? french.compare(left, right)
        : Number(left) - Number(right)
    return order === 0 ? one.number - other.number : order * direction
  })
}
