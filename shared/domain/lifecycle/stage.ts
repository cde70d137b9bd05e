/** Where a proposal stands (domain reference §2.3). One proposal keeps one id and one number through all of them. */
export const stages = [
  'draft',
  'submitted',
  'incomplete',
  'inadmissible',
  'admissible',
  'under-review',
  'co-design',
  'merged',
  'infeasible',
  'feasible',
  'awaiting-visa',
  'on-ballot',
  'winner',
  'reserve',
  'not-selected',
  'delivered',
  'abandoned',
  'withdrawn',
] as const
export type Stage = (typeof stages)[number]

/** Groups of stages in the order of a proposal's life: the funnel and the navigation count by them. */
export const stageGroups = {
  toModerate: ['submitted', 'incomplete'],
  toStudy: ['admissible', 'under-review', 'co-design'],
  toSign: ['feasible', 'awaiting-visa'],
  onBallot: ['on-ballot', 'winner', 'reserve', 'not-selected', 'delivered', 'abandoned'],
  closed: ['inadmissible', 'infeasible', 'merged', 'withdrawn'],
} as const satisfies Readonly<Record<string, readonly Stage[]>>

/** Stages from which the list of projects is settled: no withdrawal and no merge any more without an erratum. */
const frozenStages: readonly Stage[] = stageGroups.onBallot

const forward: Readonly<Record<Stage, readonly Stage[]>> = {
  draft: ['submitted'],
  submitted: ['incomplete', 'inadmissible', 'admissible', 'merged'],
  incomplete: ['submitted', 'inadmissible', 'admissible', 'merged'],
  inadmissible: [],
  admissible: ['under-review', 'merged', 'feasible', 'infeasible'],
  'under-review': ['co-design', 'merged', 'infeasible', 'feasible'],
  'co-design': ['under-review', 'merged', 'infeasible', 'feasible'],
  merged: [],
  infeasible: [],
  feasible: ['awaiting-visa', 'merged', 'on-ballot'],
  'awaiting-visa': ['on-ballot', 'feasible'],
  'on-ballot': ['winner', 'reserve', 'not-selected'],
  winner: ['delivered', 'abandoned'],
  reserve: ['winner', 'not-selected'],
  'not-selected': [],
  delivered: [],
  abandoned: [],
  withdrawn: [],
}

const backward: Readonly<Record<Stage, readonly Stage[]>> = {
  draft: [],
  submitted: [],
  incomplete: [],
  inadmissible: ['submitted', 'incomplete', 'admissible'],
  admissible: ['submitted', 'incomplete', 'inadmissible'],
  'under-review': ['admissible', 'submitted', 'inadmissible'],
  'co-design': ['admissible'],
  merged: ['submitted', 'incomplete', 'admissible', 'under-review', 'co-design', 'feasible'],
  infeasible: ['under-review', 'admissible', 'feasible'],
  feasible: ['under-review', 'admissible', 'infeasible'],
  'awaiting-visa': ['under-review', 'infeasible'],
  'on-ballot': ['awaiting-visa', 'feasible'],
  winner: ['on-ballot'],
  reserve: ['on-ballot'],
  'not-selected': ['on-ballot'],
  delivered: ['winner'],
  abandoned: ['winner'],
  withdrawn: [
    'submitted',
    'incomplete',
    'admissible',
    'under-review',
    'co-design',
    'feasible',
    'awaiting-visa',
  ],
}

export type TransitionKind = 'forward' | 'backward' | 'withdrawal' | 'none'

/**
 * What kind of step leads from one stage to another: `backward` steps need a reason, `withdrawal` is open
 * from any stage before the freeze, `none` is refused. Staying in place is `none`.
 */
export function transitionKind(from: Stage, to: Stage): TransitionKind {
  if (from === to) return 'none'
  if (to === 'withdrawn') return frozenStages.includes(from) || from === 'merged' ? 'none' : 'withdrawal'
  if (forward[from].includes(to)) return 'forward'
  if (backward[from].includes(to)) return 'backward'
  return 'none'
}
