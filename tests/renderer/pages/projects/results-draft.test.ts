import { describe, expect, it } from 'vitest'
import { lineOf, projectsOnBallot, tallyOf } from '../../../../renderer/pages/projects/results-draft.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import { projectRow } from '../../../helpers/project-row.ts'

const projects = [
  projectRow({ number: 1, stage: 'on-ballot', ballotNumber: 2 }),
  projectRow({ number: 2, stage: 'winner', ballotNumber: 1, votes: 40, cost: cents(30_000) }),
  projectRow({ number: 3, stage: 'delivered', votes: 70, cost: cents(5_000) }),
  projectRow({ number: 4 }),
]

describe('the entry of results', () => {
  it('goes through the projects on the ballot, in its order', () => {
    expect(projectsOnBallot(projects).map(({ number }) => number)).toEqual([2, 1])
  })

  it('starts from what is recorded and says what is missing', () => {
    expect(tallyOf(projects, {})).toEqual({
      missing: 1,
      winners: 2,
      winnersTotal: 35_000,
      changed: 0,
      corrected: 0,
    })
  })

  it('adds the winners up as they are chosen', () => {
    const typed = { 'project 1': { votes: 90, outcome: 'winner' as const } }
    expect(tallyOf(projects, typed)).toMatchObject({
      missing: 0,
      winners: 3,
      winnersTotal: 135_000,
      changed: 1,
    })
  })

  it('knows a correction from a first entry', () => {
    const [recorded] = projectsOnBallot(projects)
    if (recorded === undefined) throw new Error('No project on the ballot')
    expect(lineOf(recorded, {})).toEqual({ votes: 40, outcome: 'winner' })
    const typed = { 'project 2': { votes: 4, outcome: 'not-selected' as const } }
    expect(tallyOf(projects, typed)).toMatchObject({ winnersTotal: 5_000, changed: 1, corrected: 1 })
  })
})
