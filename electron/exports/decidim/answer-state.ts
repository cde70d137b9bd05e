import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'

/** The three answers that every Decidim knows (Decidim reference §2.2). */
export type DecidimState = 'evaluating' | 'accepted' | 'rejected'

/**
 * What the platform is told of a stage; `null` where nothing is: not decided yet, merged or withdrawn. What happens
 * at the vote changes nothing here: a proposal that reached the ballot was accepted.
 */
export const decidimStateOf: Readonly<Record<Stage, DecidimState | null>> = {
  draft: null,
  submitted: null,
  incomplete: null,
  inadmissible: 'rejected',
  admissible: 'evaluating',
  'under-review': 'evaluating',
  'co-design': 'evaluating',
  merged: null,
  infeasible: 'rejected',
  feasible: 'accepted',
  'awaiting-visa': 'accepted',
  'on-ballot': 'accepted',
  winner: 'accepted',
  reserve: 'accepted',
  'not-selected': 'accepted',
  delivered: 'accepted',
  abandoned: 'accepted',
  withdrawn: null,
}
