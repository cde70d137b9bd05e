import { z } from 'zod'
import { proposalStates } from '../../../shared/domain/moderation/second-opinion.ts'
import type { ProposalProgress, ProposalRow } from '../../data/team/proposal.repository.ts'

/** What the journal keeps of a step of a proposed decision: undo puts `before` back. */
export const proposalTrace = z.object({
  proposalId: z.string(),
  state: z.enum(proposalStates),
  opinion: z.string().nullable().default(null),
  secondBy: z.string().nullable().default(null),
  secondByName: z.string().nullable().default(null),
  secondAt: z.string().nullable().default(null),
  motive: z.string().default(''),
  settledBy: z.string().nullable().default(null),
  settledByName: z.string().nullable().default(null),
  settledAt: z.string().nullable().default(null),
  settlementReason: z.string().default(''),
})
export type ProposalTrace = z.input<typeof proposalTrace>

/** The steps of a proposed decision as the journal tells them; what is empty is left out. */
export function traceOf(row: Pick<ProposalRow, 'id'> & ProposalProgress): ProposalTrace {
  const trace = {
    proposalId: row.id,
    state: row.state,
    opinion: row.opinion,
    secondBy: row.second_by,
    secondByName: row.second_by_name,
    secondAt: row.second_at,
    motive: row.motive,
    settledBy: row.settled_by,
    settledByName: row.settled_by_name,
    settledAt: row.settled_at,
    settlementReason: row.settlement_reason,
  }
  const told = Object.entries(trace).filter(([, value]) => value !== null && value !== '')
  return proposalTrace.parse(Object.fromEntries(told))
}

/** The columns that a trace tells. */
export function progressOf(trace: z.output<typeof proposalTrace>): ProposalProgress {
  return {
    state: trace.state,
    opinion: trace.opinion,
    second_by: trace.secondBy,
    second_by_name: trace.secondByName,
    second_at: trace.secondAt,
    motive: trace.motive,
    settled_by: trace.settledBy,
    settled_by_name: trace.settledByName,
    settled_at: trace.settledAt,
    settlement_reason: trace.settlementReason,
  }
}
