import type { ProposalState } from '../../../shared/domain/moderation/second-opinion.ts'
import type { DecidableSubmission } from '../../data/submissions/submission.repository.ts'
import {
  findOpenProposals,
  type ProposalProgress,
  type ProposalRow,
  updateProposals,
} from '../../data/team/proposal.repository.ts'
import type { Change } from '../call.ts'
import { about } from '../submissions/on-submission.ts'
import { traceOf } from './proposal-trace.ts'

type Told = Parameters<typeof about>[0]

/** Takes one proposed decision a step further and tells the journal, before and after. */
export async function stepProposal(
  change: Change,
  submission: Told,
  proposal: ProposalRow,
  step: Partial<ProposalProgress> & { readonly state: ProposalState },
  entry: { readonly action: string; readonly reason?: string },
): Promise<void> {
  await updateProposals(change.trx, [proposal.id], step)
  // The column is a plain text; only our own states are ever written to it.
  const before = traceOf(proposal as ProposalRow & { state: ProposalState })
  change.record({
    ...about(submission),
    ...entry,
    before,
    after: traceOf({ ...(proposal as ProposalRow & { state: ProposalState }), ...step }),
  })
}

/** Another decision has overtaken what these submissions were waiting with: it waits for nobody any more. */
export async function overtakeProposals(
  change: Change,
  submissions: readonly DecidableSubmission[],
): Promise<void> {
  const open = await findOpenProposals(
    change.trx,
    submissions.map(({ id }) => id),
  )
  if (open.size === 0) return
  for (const submission of submissions) {
    const proposal = open.get(submission.id)
    if (proposal !== undefined)
      await stepProposal(change, submission, proposal, { state: 'overtaken' }, { action: 'review.overtake' })
  }
}
