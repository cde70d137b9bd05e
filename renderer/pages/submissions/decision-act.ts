import { type Stage, stageGroups, transitionKind } from '../../../shared/domain/lifecycle/stage.ts'
import { stageAfter, type Verdict } from '../../../shared/domain/moderation/verdict.ts'

/** What the decision keys offer: the verdicts, the parting of what was grouped, and putting off. */
export type Act = Verdict | 'split' | 'later'
/** Those that leave a decision in the history, with its answer. */
export type WrittenAct = Exclude<Act, 'later'>

/** Letters that every French keyboard gives without AltGr; none of them moves or selects in a list. */
export const actKeys: Readonly<Record<Act, string>> = {
  admissible: 'r',
  incomplete: 'c',
  inadmissible: 'i',
  merged: 'f',
  withdrawn: 'd',
  reopened: 'o',
  split: 's',
  later: 'p',
}

const usual = ['admissible', 'incomplete', 'inadmissible', 'later', 'merged', 'withdrawn'] as const

/** The acts shown for a submission at this stage, always in the same places. */
export function actsAt(stage: Stage): readonly Act[] {
  if (stage === 'merged') return ['admissible', 'incomplete', 'inadmissible', 'later', 'split', 'withdrawn']
  return transitionKind(stage, stageAfter('reopened')) === 'none' ? usual : [...usual, 'reopened']
}

/** Acts on a selection: each submission is judged on its own. */
export const bulkActs: readonly Act[] = [
  'admissible',
  'incomplete',
  'inadmissible',
  'later',
  'withdrawn',
  'reopened',
]

/** Whether the act leads anywhere from this stage. What is grouped is parted before it is decided. */
export function isPossible(act: Act, stage: Stage): boolean {
  if (act === 'split') return stage === 'merged'
  if (act === 'later') return stageGroups.toModerate.some((waiting) => waiting === stage)
  if (stage === 'merged') return false
  return transitionKind(stage, stageAfter(act)) !== 'none'
}

/** Whether the act is done at the press of its key: nothing to write, and one key to take it back. */
export function isImmediate(act: Act, stage: Stage): boolean {
  return act === 'admissible' && transitionKind(stage, 'admissible') === 'forward'
}

/** Whether a motivated answer is owed to the proposer: refusals, completions, backward steps, partings. */
export function needsAnswer(act: WrittenAct, stage: Stage | undefined): boolean {
  if (act === 'inadmissible' || act === 'incomplete' || act === 'split') return true
  if (act === 'merged') return false
  return stage !== undefined && transitionKind(stage, stageAfter(act)) === 'backward'
}
