import type { Stage } from '../lifecycle/stage.ts'

/** What an officer may decide of a submission at its moderation. */
export const verdicts = [
  'admissible',
  'incomplete',
  'inadmissible',
  'merged',
  'withdrawn',
  'reopened',
] as const
export type Verdict = (typeof verdicts)[number]

/** The stage a verdict leads to; `reopened` brings a closed submission back to the queue, with a reason. */
export function stageAfter(verdict: Verdict): Stage {
  return verdict === 'reopened' ? 'submitted' : verdict
}
