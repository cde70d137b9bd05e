import type { Likeness, NotDuplicateRecord, SimilarProposal } from '../../../shared/read-models/family.ts'
import type { LinkedSubmission } from '../../../shared/read-models/submission.ts'

/** A line of the review: two proposals and how alike they are. */
export interface PairRow extends Likeness {
  readonly id: string
  readonly one: LinkedSubmission
  readonly other: LinkedSubmission
  readonly notDuplicate: NotDuplicateRecord | null
}

/** Names a pair, whichever of the two comes first. */
export function pairId(one: string, other: string): string {
  return one < other ? `${one}_${other}` : `${other}_${one}`
}

/** The pairs of one proposal as lines of the review, judged ones last. */
export function pairsOf(proposal: LinkedSubmission, similar: readonly SimilarProposal[]): readonly PairRow[] {
  return similar
    .map(({ proposal: other, kind, score, distance, notDuplicate }) => ({
      id: pairId(proposal.id, other.id),
      one: proposal,
      other,
      kind,
      score,
      distance,
      notDuplicate,
    }))
    .sort((left, right) => Number(left.notDuplicate !== null) - Number(right.notDuplicate !== null))
}
