import { expect, it } from 'vitest'
import { previewBallot } from '../../../../renderer/pages/projects/preview-ballot.ts'
import { projectRow } from '../../../helpers/project-row.ts'

const district = (id: string, position: number) => ({
  id,
  code: id,
  name: id.toUpperCase(),
  population: null,
  envelope: null,
  polygon: null,
  position,
})
const districts = [district('pile', 0), district('sartel', 1)]
const projects = [
  projectRow({ number: 1, districtId: 'sartel' }),
  projectRow({ number: 2 }),
  projectRow({ number: 3, districtId: 'pile' }),
  projectRow({ number: 4, districtId: 'pile', stage: 'on-ballot', ballotNumber: 1 }),
]

it('shows the numbers that settling the list will give, after those given before', () => {
  const lines = previewBallot(projects, districts, new Set(['project 1']))
  expect(
    lines.map(({ project, ballotNumber, districtName }) => [project.number, ballotNumber, districtName]),
  ).toEqual([
    [3, 2, 'PILE'],
    [1, null, 'SARTEL'],
    [2, 3, null],
  ])
})
