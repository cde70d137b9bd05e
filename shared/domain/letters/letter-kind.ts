import type { Stage } from '../lifecycle/stage.ts'
import type { RefusalReason } from '../moderation/refusal-reason.ts'

/** What a town hall writes to who proposed, in the order of a proposal's life. */
export const letterKinds = [
  'acknowledgement',
  'completion',
  'admissible',
  'inadmissible',
  'merged',
  'infeasible',
  'feasible',
  'winner',
  'not-selected',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** The letter that a stage asks for; a stage that is not there asks for none. */
export const letterOfStage: Readonly<Partial<Record<Stage, LetterKind>>> = {
  submitted: 'acknowledgement',
  incomplete: 'completion',
  inadmissible: 'inadmissible',
  admissible: 'admissible',
  'under-review': 'admissible',
  'co-design': 'admissible',
  merged: 'merged',
  infeasible: 'infeasible',
  feasible: 'feasible',
  'awaiting-visa': 'feasible',
  'on-ballot': 'feasible',
  winner: 'winner',
  delivered: 'winner',
  reserve: 'not-selected',
  'not-selected': 'not-selected',
}

/** Stages of a lead proposal whose outcome is told to everybody grouped under it, each by a letter of their own. */
export const outcomeStages: readonly Stage[] = [
  'inadmissible',
  'infeasible',
  'feasible',
  'awaiting-visa',
  'on-ballot',
  'winner',
  'delivered',
  'reserve',
  'not-selected',
]

/** Stages of which a Decidim platform is told nothing: its answers begin with a decision. */
export const stagesUntoldOnPlatform: readonly Stage[] = [
  'draft',
  'submitted',
  'incomplete',
  'merged',
  'withdrawn',
]

/** Letters that refuse: they name the ways of appeal where the démarche asks for it. */
export const refusals: readonly LetterKind[] = ['inadmissible', 'infeasible', 'not-selected']

/** A text of letters: of a kind, and where it refuses, of one reason or (`null`) of every other. */
export interface LetterTopic {
  readonly kind: LetterKind
  readonly reason: RefusalReason | null
}

/** How a letter reaches its reader. */
export const letterChannels = ['post', 'email', 'platform'] as const
export type LetterChannel = (typeof letterChannels)[number]

export interface Reachable {
  /** How the proposal came. */
  readonly paper: boolean
  readonly email: string | null
  readonly address: string | null
  /** Whether the platform can take the answer. */
  readonly onPlatform: boolean
}

/** The ways that a proposer can be reached. */
export function channelsOf({ email, address, onPlatform }: Reachable): readonly LetterChannel[] {
  return letterChannels.filter(
    (channel) => ({ post: hasText(address), email: hasText(email), platform: onPlatform })[channel],
  )
}

/** The way to answer: as the proposal came where that is possible, `null` when nothing is known. */
export function preferredChannel(reachable: Reachable): LetterChannel | null {
  const open = channelsOf(reachable)
  const order: readonly LetterChannel[] = reachable.paper
    ? ['post', 'email', 'platform']
    : ['email', 'platform', 'post']
  return order.find((channel) => open.includes(channel)) ?? null
}

function hasText(text: string | null): boolean {
  return text !== null && text.trim() !== ''
}
