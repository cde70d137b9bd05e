import { compareForBallot } from '../../../shared/domain/projects/ballot-order.ts'
import type { District } from '../../../shared/read-models/process.ts'
import type { ProjectRow } from '../../../shared/read-models/project.ts'

export interface BallotLine {
  readonly project: ProjectRow
  /** The number it would get; null when it is left out. */
  readonly ballotNumber: number | null
  readonly districtName: string | null
}

/** The projects that may go to the vote in the order of the ballot, each with the number that settling would give. */
export function previewBallot(
  projects: readonly ProjectRow[],
  districts: readonly District[],
  leftOut: ReadonlySet<string>,
): readonly BallotLine[] {
  const byId = new Map(districts.map((district) => [district.id, district]))
  const districtOf = (project: ProjectRow): District | undefined =>
    project.districtId === null ? undefined : byId.get(project.districtId)
  let next = 1 + projects.reduce((last, { ballotNumber }) => Math.max(last, ballotNumber ?? 0), 0)
  return projects
    .filter(({ stage }) => stage === 'awaiting-visa')
    .map((project) => ({
      project,
      number: project.number,
      districtPosition: districtOf(project)?.position ?? null,
    }))
    .toSorted(compareForBallot)
    .map(({ project }) => ({
      project,
      ballotNumber: leftOut.has(project.id) ? null : next++,
      districtName: districtOf(project)?.name ?? null,
    }))
}
