import { describe, expect, it } from 'vitest'
import {
  everyProject,
  isNarrowed,
  narrowProjects,
  type ProjectFilter,
  sortProjects,
} from '../../../renderer/components/project-filter.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { projectRow } from '../../helpers/project-row.ts'

const projects = [
  projectRow({ number: 1, districtId: 'pile', hasPicture: true, visaState: 'granted', title: 'Étang' }),
  projectRow({ number: 2, districtId: 'pile', visaState: 'void', cost: null, title: 'arbres' }),
  projectRow({ number: 3, stage: 'winner', visaState: 'granted', cost: cents(50), title: 'Zèbre' }),
]
const found = (filter: Partial<ProjectFilter>) =>
  narrowProjects(projects, { ...everyProject, ...filter }).map(({ number }) => number)
const sorted = (key: string, descending = false) =>
  sortProjects(projects, { key, descending }).map(({ number }) => number)

describe('the filter over projects', () => {
  it('lets everything through until something is chosen', () => {
    expect(found({})).toEqual([1, 2, 3])
    expect(isNarrowed(everyProject)).toBe(false)
    expect(isNarrowed({ ...everyProject, search: 'banc' })).toBe(false)
    expect(isNarrowed({ ...everyProject, withoutPicture: true })).toBe(true)
  })

  it('narrows by district, by what is not filled in, by stage, by visa and by picture', () => {
    expect(found({ districtId: 'pile' })).toEqual([1, 2])
    expect(found({ districtId: 'none' })).toEqual([3])
    expect(found({ stage: 'winner' })).toEqual([3])
    expect(found({ visa: 'granted' })).toEqual([1, 3])
    expect(found({ visa: 'missing' })).toEqual([2])
    expect(found({ withoutPicture: true })).toEqual([2, 3])
  })

  it('sorts titles as a dictionary does, and puts missing amounts last both ways', () => {
    expect(sorted('title')).toEqual([2, 1, 3])
    expect(sorted('cost')).toEqual([3, 1, 2])
    expect(sorted('cost', true)).toEqual([1, 3, 2])
  })
})
