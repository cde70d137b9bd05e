/** The grid that services fill for each admissible proposal (domain reference §2.5). */
export const studyAxes = [
  'competence',
  'general-interest',
  'land',
  'planning',
  'networks',
  'technical',
  'accessibility',
  'safety',
  'environment',
  'legal',
  'operation',
  'cost',
  'schedule',
  'acceptability',
] as const
export type StudyAxis = (typeof studyAxes)[number]

/** Opinion of a service, or its answer on one axis. */
export const opinionValues = ['favourable', 'reserved', 'unfavourable', 'not-applicable'] as const
export type OpinionValue = (typeof opinionValues)[number]

/** Axes where an unfavourable answer blocks the project. */
export const blockingAxes: readonly StudyAxis[] = [
  'competence',
  'general-interest',
  'land',
  'planning',
  'technical',
  'accessibility',
  'safety',
  'legal',
  'cost',
]

export interface AxisAnswer {
  readonly answer: OpinionValue
  readonly note?: string | undefined
}
export type StudyGrid = Readonly<Partial<Record<StudyAxis, AxisAnswer>>>

export const conclusions = ['feasible', 'feasible-with-conditions', 'infeasible'] as const
export type Conclusion = (typeof conclusions)[number]

/** The conclusion that the worst blocking axis suggests; a person decides. `undefined` while the grid is empty. */
export function suggestedConclusion(grid: StudyGrid): Conclusion | undefined {
  const filled = studyAxes.filter((axis) => grid[axis] !== undefined)
  if (filled.length === 0) return undefined
  if (blockingAxes.some((axis) => grid[axis]?.answer === 'unfavourable')) return 'infeasible'
  const doubtful = filled.some((axis) => {
    const answer = grid[axis]?.answer
    return answer === 'reserved' || answer === 'unfavourable'
  })
  return doubtful ? 'feasible-with-conditions' : 'feasible'
}
