import { type Stage, stageGroups, transitionKind } from '../lifecycle/stage.ts'

/** A proposal that may be grouped. */
export interface Groupable {
  readonly number: number
  readonly stage: Stage
}

/** Whether a proposal may be grouped under another as it stands; a grouped one follows its lead. */
export function mayJoin(stage: Stage): boolean {
  return stage !== 'merged' && transitionKind(stage, 'merged') !== 'none'
}

/** Whether others may be grouped under a proposal as it stands: it is open, and not on the ballot. */
export function mayLead(stage: Stage): boolean {
  const closed: readonly Stage[] = [...stageGroups.closed, ...stageGroups.onBallot]
  return !closed.includes(stage)
}

/** Who leads by default: the oldest number of those that may (domain reference §2.6). */
export function defaultLead<P extends Groupable>(proposals: readonly P[]): P | undefined {
  return proposals
    .filter(({ stage }) => mayLead(stage))
    .reduce<P | undefined>(
      (lead, one) => (lead === undefined || one.number < lead.number ? one : lead),
      undefined,
    )
}
