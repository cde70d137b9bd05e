import type { Verdict } from './verdict.ts'

/** When a second officer has to agree before a decision takes effect. */
export const secondOpinionRules = ['none', 'refusals', 'all'] as const
export type SecondOpinionRule = (typeof secondOpinionRules)[number]

/**
 * What became of a proposed decision. `waiting` for another officer; `disagreed`: that officer thinks otherwise;
 * `confirmed`: it took effect; `set-aside`: a responsible did not keep it; `withdrawn` by its author; `overtaken` by
 * another decision.
 */
export const proposalStates = [
  'waiting',
  'disagreed',
  'confirmed',
  'set-aside',
  'withdrawn',
  'overtaken',
] as const
export type ProposalState = (typeof proposalStates)[number]

/** States in which a proposed decision still waits for somebody. */
export const openProposalStates = ['waiting', 'disagreed'] as const satisfies readonly ProposalState[]
export type OpenProposalState = (typeof openProposalStates)[number]

/** Decisions on the merits; withdrawing, grouping and reopening have grounds of their own and need no second officer. */
const onTheMerits: readonly Verdict[] = ['admissible', 'incomplete', 'inadmissible']

/** Whether a verdict waits for a second officer under this rule. */
export function needsSecondOpinion(rule: SecondOpinionRule, verdict: Verdict): boolean {
  if (rule === 'none') return false
  return rule === 'refusals' ? verdict === 'inadmissible' : onTheMerits.includes(verdict)
}

/** How the second officers agreed at first sight: integers, so that nobody rounds before showing. */
export interface Agreement {
  readonly agreed: number
  readonly given: number
}

/** The share in whole percent, rounded half up; null while no second opinion was given. */
export function agreementPercent({ agreed, given }: Agreement): number | null {
  return given === 0 ? null : Math.floor((agreed * 200 + given) / (given * 2))
}
