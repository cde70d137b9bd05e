import { describe, expect, it } from 'vitest'
import {
  isStudyLate,
  studyProgress,
  takesPart,
  waitsFor,
} from '../../../../shared/domain/feasibility/study-progress.ts'

describe('how far a study is', () => {
  it.each([
    ['admissible', null, null, 'not-started'],
    ['under-review', 'study', null, 'under-way'],
    ['co-design', 'study', null, 'under-way'],
    ['feasible', 'study', 'feasible-with-conditions', 'feasible-with-conditions'],
    ['infeasible', 'study', 'infeasible', 'infeasible'],
    ['awaiting-visa', 'study', 'feasible', 'in-project'],
    ['winner', 'study', 'feasible', 'in-project'],
    ['merged', 'study', null, 'closed'],
    ['withdrawn', 'study', null, 'closed'],
  ] as const)('%s, study %s, conclusion %s: %s', (stage, studyId, conclusion, expected) => {
    expect(studyProgress({ stage, studyId, conclusion })).toBe(expected)
  })

  it('is late only past its day, and only while it is to be done', () => {
    const row = { stage: 'under-review', dueOn: '2026-03-01', conclusion: null } as const
    expect(isStudyLate(row, '2026-03-01')).toBe(false)
    expect(isStudyLate(row, '2026-03-02')).toBe(true)
    expect(isStudyLate({ ...row, stage: 'withdrawn' }, '2026-03-02')).toBe(false)
    expect(isStudyLate({ ...row, stage: 'feasible', conclusion: 'feasible' }, '2026-03-02')).toBe(false)
  })

  it('waits for the department that leads it and for those that have not answered', () => {
    const row = {
      stage: 'under-review',
      leadDepartment: 'Espaces verts',
      consulted: ['Voirie', 'Juridique'],
      awaited: ['Juridique'],
    } as const
    const of = (department: string) => [waitsFor(row, department), takesPart(row, department)]
    expect(of('Espaces verts')).toEqual([true, true])
    expect(of('Juridique')).toEqual([true, true])
    expect(of('Voirie')).toEqual([false, true])
    expect(of('Bâtiments')).toEqual([false, false])
    expect(waitsFor({ ...row, stage: 'feasible' }, 'Espaces verts')).toBe(false)
  })
})
