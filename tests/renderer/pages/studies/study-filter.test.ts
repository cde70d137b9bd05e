import { describe, expect, it } from 'vitest'
import { studiesLink } from '../../../../renderer/navigation/list-links.ts'
import {
  filterOfQuery,
  filterStudies,
  initialFilter,
  type StudyFilter,
  sortStudies,
} from '../../../../renderer/pages/studies/study-filter.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import type { StudyRow } from '../../../../shared/read-models/study.ts'

function row(number: number, fields: Partial<StudyRow> = {}): StudyRow {
  return {
    submissionId: `s${number}`,
    studyId: `e${number}`,
    number,
    reference: `BP26-000${number}`,
    title: `Proposition ${number}`,
    stage: 'under-review',
    districtId: null,
    themeId: null,
    conclusion: null,
    amountInclVat: null,
    annualRunningCost: null,
    opinionsGiven: 0,
    opinionsAsked: 0,
    consulted: [],
    awaited: [],
    dueOn: null,
    leadDepartment: null,
    ...fields,
  }
}

const rows = [
  row(1, { title: 'Œuvre d’art à l’école', stage: 'admissible', studyId: null }),
  row(2, { leadDepartment: 'Espaces verts', dueOn: '2026-02-01' }),
  row(3, { consulted: ['Voirie'], awaited: ['Voirie'], dueOn: '2026-05-01', amountInclVat: cents(500) }),
  row(4, { stage: 'feasible', conclusion: 'feasible', leadDepartment: 'Voirie', amountInclVat: cents(90) }),
  row(5, { stage: 'infeasible', conclusion: 'infeasible', dueOn: '2026-01-01' }),
]
const viewer = { department: 'Voirie', today: '2026-03-01' }
const numbers = (filter: Partial<StudyFilter>) =>
  filterStudies(rows, { ...initialFilter, ...filter }, viewer).map(({ number }) => number)

describe('the filter of studies', () => {
  it('shows at first what is to be studied', () => {
    expect(numbers({})).toEqual([1, 2, 3])
  })

  it('keeps a state, a department, what is late, what waits for one’s own', () => {
    expect(numbers({ state: 'all' })).toEqual([1, 2, 3, 4, 5])
    expect(numbers({ state: 'not-started' })).toEqual([1])
    expect(numbers({ state: 'infeasible' })).toEqual([5])
    expect(numbers({ state: 'all', department: 'Voirie' })).toEqual([3, 4])
    expect(numbers({ state: 'all', late: true })).toEqual([2])
    expect(numbers({ state: 'all', mine: true })).toEqual([3])
  })

  it('finds words without their accents, in any order, and numbers', () => {
    expect(numbers({ search: 'ecole oeuvre' })).toEqual([1])
    expect(numbers({ search: 'BP26-0002' })).toEqual([2])
    expect(numbers({ search: 'voirie' })).toEqual([3])
    expect(numbers({ search: 'piscine' })).toEqual([])
  })

  it('is what the links of the home page ask for', () => {
    const asked = (link: string) => filterOfQuery(link.split('?')[1] ?? '')
    expect(asked(studiesLink({ late: true }))).toEqual({ ...initialFilter, late: true })
    expect(asked(studiesLink({ state: 'in-project', department: 'Voirie & réseaux' }))).toEqual({
      ...initialFilter,
      state: 'in-project',
      department: 'Voirie & réseaux',
    })
    expect(filterOfQuery('')).toBeUndefined()
    expect(filterOfQuery('state=nonsense')).toBeUndefined()
  })
})

describe('the order of studies', () => {
  it('puts what has no value last, either way', () => {
    const order = (descending: boolean) =>
      sortStudies(rows, { key: 'amount', descending }).map(({ number }) => number)
    expect(order(false)).toEqual([4, 3, 1, 2, 5])
    expect(order(true)).toEqual([3, 4, 1, 2, 5])
  })

  it('follows dates, and the French alphabet', () => {
    expect(sortStudies(rows, { key: 'dueOn', descending: false }).map(({ number }) => number)).toEqual([
      5, 2, 3, 1, 4,
    ])
    const titles = ['Été', 'Zoo', 'école', 'Abri'].map((title, index) => row(index + 1, { title }))
    expect(sortStudies(titles, { key: 'title', descending: false }).map(({ title }) => title)).toEqual([
      'Abri',
      'école',
      'Été',
      'Zoo',
    ])
  })
})
