import { describe, expect, it } from 'vitest'
import { stageGroups, stages, transitionKind } from '../../../../shared/domain/lifecycle/stage.ts'

describe('transitionKind', () => {
  it('leads a proposal from its deposit to the vote', () => {
    const path = [
      'submitted',
      'admissible',
      'under-review',
      'feasible',
      'awaiting-visa',
      'on-ballot',
      'winner',
      'delivered',
    ] as const
    const kinds = path.slice(1).map((to, index) => transitionKind(path[index] ?? 'draft', to))
    expect(kinds).toEqual(Array.from({ length: path.length - 1 }, () => 'forward'))
  })

  it('asks a reason for every way back', () => {
    expect(transitionKind('inadmissible', 'submitted')).toBe('backward')
    expect(transitionKind('merged', 'admissible')).toBe('backward')
  })

  it('lets a proposer withdraw until the list is settled, and not after', () => {
    expect(transitionKind('feasible', 'withdrawn')).toBe('withdrawal')
    for (const stage of stageGroups.onBallot) expect(transitionKind(stage, 'withdrawn')).toBe('none')
  })

  it('never stays in place', () => {
    for (const stage of stages) expect(transitionKind(stage, stage)).toBe('none')
  })
})
