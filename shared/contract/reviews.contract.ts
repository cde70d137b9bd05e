import { z } from 'zod'
import type { ProposedDecision, ReviewCounts } from '../read-models/team.ts'
import { method, output } from './define-contract.ts'
import { id, shortText } from './inputs.ts'

/** Why a second officer thinks otherwise, or a responsible settles it: kept, never published. */
const motive = z.string().trim().min(1).max(2_000)

/** Decisions of two officers, where a démarche asks for them. */
export const reviewsContract = {
  /** Decisions proposed on one submission, the newest first. */
  of: method({
    input: z.object({ submissionId: id }),
    output: output<readonly ProposedDecision[]>(),
    permission: 'read',
    writes: false,
  }),
  counts: method({
    input: z.object({ processId: id }),
    output: output<ReviewCounts>(),
    permission: 'read',
    writes: false,
  }),
  /**
   * The second officer agrees: the decision takes effect under both names. Refuses `second-opinion-own`,
   * `proposal-closed`, and all that a decision refuses.
   */
  confirm: method({
    input: z.object({ proposalId: id }),
    output: output<ProposedDecision>(),
    permission: 'moderate',
    writes: true,
  }),
  /** The same for all that wait among these submissions; those that do not fit are told and left. */
  confirmMany: method({
    input: z.object({ submissionIds: z.array(id).min(1).max(100_000) }),
    output: output<{
      readonly confirmed: number
      readonly refused: readonly {
        readonly submissionId: string
        readonly reference: string
        readonly code: string
      }[]
    }>(),
    permission: 'moderate',
    writes: true,
  }),
  /** The second officer thinks otherwise: nothing takes effect, the disagreement is listed. */
  disagree: method({
    input: z.object({ proposalId: id, motive }),
    output: output<ProposedDecision>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Its author gives a proposed decision up. */
  withdraw: method({
    input: z.object({ proposalId: id }),
    output: output<ProposedDecision>(),
    permission: 'moderate',
    writes: true,
  }),
  /** A responsible who is neither of the two settles a disagreement: the decision takes effect, or is set aside. */
  settle: method({
    input: z.object({ proposalId: id, keep: z.boolean(), reason: shortText.default('') }),
    output: output<ProposedDecision>(),
    permission: 'lead-team',
    writes: true,
  }),
} as const
