import { winningStages } from '../../../shared/domain/finance/budget-summary.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { type Cents, sumCents, zeroCents } from '../../../shared/domain/money/cents.ts'
import type { ProjectRow } from '../../../shared/read-models/project.ts'

export const outcomes = ['winner', 'reserve', 'not-selected'] as const
export type Outcome = (typeof outcomes)[number]

/** What was entered for one project so far. */
export interface ResultLine {
  readonly votes: number | null
  readonly outcome: Outcome | null
}

export type ResultLines = Readonly<Record<string, ResultLine>>

const countable: readonly Stage[] = ['on-ballot', ...outcomes]

/** The projects that results are entered for, in the order of the ballot. */
export function projectsOnBallot(projects: readonly ProjectRow[]): readonly ProjectRow[] {
  return projects
    .filter(({ stage }) => countable.includes(stage))
    .toSorted(
      (left, right) =>
        (left.ballotNumber ?? Number.MAX_SAFE_INTEGER) - (right.ballotNumber ?? Number.MAX_SAFE_INTEGER) ||
        left.number - right.number,
    )
}

/** What is entered for a project: what was typed, else what is recorded. */
export function lineOf(project: ProjectRow, typed: ResultLines): ResultLine {
  const recorded = outcomes.find((outcome) => outcome === project.stage) ?? null
  return typed[project.id] ?? { votes: project.votes, outcome: recorded }
}

/** Where the entry stands: what is missing, what the winners cost, what it would change. */
export interface Tally {
  readonly missing: number
  readonly winners: number
  readonly winnersTotal: Cents
  /** Lines that differ from what is recorded. */
  readonly changed: number
  /** Of those, lines that already had a result. */
  readonly corrected: number
}

/** Adds the entry up. Winners that are delivered already count, though nothing is entered for them. */
export function tallyOf(projects: readonly ProjectRow[], typed: ResultLines): Tally {
  const onBallot = projectsOnBallot(projects)
  const lines = onBallot.map((project) => ({ project, line: lineOf(project, typed) }))
  const changed = lines.filter(
    ({ project, line }) => line.votes !== project.votes || (line.outcome ?? 'on-ballot') !== project.stage,
  )
  const winners = [
    ...projects.filter((project) => winningStages.includes(project.stage) && !onBallot.includes(project)),
    ...lines.filter(({ line }) => line.outcome === 'winner').map(({ project }) => project),
  ]
  return {
    missing: lines.filter(({ line }) => line.votes === null || line.outcome === null).length,
    winners: winners.length,
    winnersTotal: sumCents(winners.map(({ cost }) => cost ?? zeroCents)),
    changed: changed.length,
    corrected: changed.filter(({ project }) => project.stage !== 'on-ballot' || project.votes !== null)
      .length,
  }
}
