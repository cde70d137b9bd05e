import { describe, expect, it } from 'vitest'
import {
  blockingAxes,
  studyAxes,
  suggestedConclusion,
} from '../../../../shared/domain/feasibility/study-axes.ts'

describe('suggestedConclusion', () => {
  it('says nothing of an empty grid', () => {
    expect(suggestedConclusion({})).toBeUndefined()
  })

  it('follows the worst blocking axis', () => {
    expect(suggestedConclusion({ technical: { answer: 'favourable' } })).toBe('feasible')
    expect(suggestedConclusion({ technical: { answer: 'reserved' } })).toBe('feasible-with-conditions')
    for (const axis of blockingAxes) {
      expect(
        suggestedConclusion({ schedule: { answer: 'favourable' }, [axis]: { answer: 'unfavourable' } }),
      ).toBe('infeasible')
    }
  })

  it('lets an axis that does not block raise conditions at most', () => {
    for (const axis of studyAxes.filter((name) => !blockingAxes.includes(name)))
      expect(suggestedConclusion({ [axis]: { answer: 'unfavourable' } })).toBe('feasible-with-conditions')
  })

  it('takes an axis without object for no obstacle', () => {
    expect(suggestedConclusion({ land: { answer: 'not-applicable' } })).toBe('feasible')
  })
})
