import type { reviewsContract } from '../../../shared/contract/reviews.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ProposedDecision } from '../../../shared/read-models/team.ts'
import { proposedDecisions, reviewCounts } from '../../data/read-models/review.query.ts'
import { type DecidableSubmission, findDecidable } from '../../data/submissions/submission.repository.ts'
import { findOpenProposals, getProposal, type ProposalRow } from '../../data/team/proposal.repository.ts'
import type { Change, DossierCall, Service } from '../call.ts'
import { verdictRefusal } from '../submissions/apply-verdict.ts'
import { decidable, submissionTopics } from '../submissions/on-submission.ts'
import { stepProposal } from './step-proposals.ts'
import { takeEffect, verdictOf } from './take-effect.ts'

/** Runs one step of a proposed decision and answers it as it is afterwards. */
async function onProposal(
  call: DossierCall,
  proposalId: string,
  work: (change: Change, proposal: ProposalRow, submission: DecidableSubmission) => Promise<void>,
): Promise<ProposedDecision> {
  const { submission_id } = await getProposal(call.database.reader, proposalId)
  await call.change(submissionTopics, async (change) => {
    const proposal = await getProposal(change.trx, proposalId)
    await work(change, proposal, await decidable(change, submission_id))
  })
  const after = (await proposedDecisions(call.database.reader, submission_id)).find(
    ({ id }) => id === proposalId,
  )
  if (after === undefined) throw new AppError('not-found', { object: 'proposal' })
  return after
}

/**
 * Why this person cannot confirm a proposed decision: it waits no more, or it is their own. After a disagreement only
 * the one who disagreed may come round; a responsible settles it otherwise.
 */
function confirmRefusal(
  proposal: ProposalRow,
  submission: DecidableSubmission,
  { person, at }: Pick<Change, 'person' | 'at'>,
): AppError | undefined {
  const about = { reference: submission.reference }
  if (submission.stage !== proposal.from_stage) return new AppError('proposal-closed', about)
  if (proposal.state !== 'waiting' && !(proposal.state === 'disagreed' && proposal.second_by === person.id))
    return proposal.state === 'disagreed'
      ? new AppError('disagreement-open', { ...about, name: proposal.second_by_name ?? '' })
      : new AppError('proposal-closed', about)
  if (proposal.proposed_by === person.id) return new AppError('second-opinion-own', about)
  return verdictRefusal(submission, verdictOf(proposal, at), person)
}

/** Decisions of two officers: proposed by one, confirmed, contradicted or settled by another. */
export const reviewsService: Service<typeof reviewsContract> = {
  of: (input, call) => proposedDecisions(call.database.reader, input.submissionId),

  counts: (input, call) => reviewCounts(call.database.reader, input.processId, call.person?.id ?? null),

  confirm: (input, call) =>
    onProposal(call, input.proposalId, async (change, proposal, submission) => {
      const refusal = confirmRefusal(proposal, submission, change)
      if (refusal !== undefined) throw refusal
      await confirm(change, call, proposal, submission)
    }),

  async confirmMany(input, call) {
    return call.change(submissionTopics, async (change) => {
      const submissions = await findDecidable(change.trx, input.submissionIds)
      const open = await findOpenProposals(change.trx, input.submissionIds)
      const refused: { submissionId: string; reference: string; code: string }[] = []
      let confirmed = 0
      for (const submission of submissions) {
        const proposal = open.get(submission.id)
        const refusal =
          proposal === undefined
            ? new AppError('proposal-closed', { reference: submission.reference })
            : confirmRefusal(proposal, submission, change)
        if (proposal === undefined || refusal !== undefined) {
          const code = refusal?.code ?? 'proposal-closed'
          refused.push({ submissionId: submission.id, reference: submission.reference, code })
          continue
        }
        await confirm(change, call, proposal, submission)
        confirmed++
      }
      return { confirmed, refused }
    })
  },

  disagree: (input, call) =>
    onProposal(call, input.proposalId, async (change, proposal, submission) => {
      const about = { reference: submission.reference }
      if (proposal.state !== 'waiting' || submission.stage !== proposal.from_stage)
        throw new AppError('proposal-closed', about)
      if (proposal.proposed_by === change.person.id) throw new AppError('second-opinion-own', about)
      await stepProposal(
        change,
        submission,
        proposal,
        {
          state: 'disagreed',
          opinion: 'disagree',
          second_by: change.person.id,
          second_by_name: change.person.name,
          second_at: change.at,
          motive: input.motive,
        },
        { action: 'review.disagree', reason: input.motive.slice(0, 500) },
      )
    }),

  withdraw: (input, call) =>
    onProposal(call, input.proposalId, async (change, proposal, submission) => {
      if (proposal.state !== 'waiting' && proposal.state !== 'disagreed')
        throw new AppError('proposal-closed', { reference: submission.reference })
      if (proposal.proposed_by !== change.person.id)
        throw new AppError('proposal-of-another', {
          reference: submission.reference,
          name: proposal.proposed_by_name,
        })
      await stepProposal(change, submission, proposal, { state: 'withdrawn' }, { action: 'review.withdraw' })
    }),

  settle: (input, call) =>
    onProposal(call, input.proposalId, async (change, proposal, submission) => {
      const about = { reference: submission.reference }
      if (proposal.state !== 'disagreed' || submission.stage !== proposal.from_stage)
        throw new AppError('proposal-closed', about)
      if (proposal.proposed_by === change.person.id || proposal.second_by === change.person.id)
        throw new AppError('settlement-own', about)
      const settled = {
        settled_by: change.person.id,
        settled_by_name: change.person.name,
        settled_at: change.at,
        settlement_reason: input.reason,
      }
      const entry = { action: 'review.settle', reason: input.reason }
      if (!input.keep) {
        await stepProposal(change, submission, proposal, { state: 'set-aside', ...settled }, entry)
        return
      }
      const refusal = verdictRefusal(submission, verdictOf(proposal, change.at), change.person)
      if (refusal !== undefined) throw refusal
      await stepProposal(change, submission, proposal, { state: 'confirmed', ...settled }, entry)
      await takeEffect(change, call.database.dialect, submission, proposal)
    }),
}

async function confirm(
  change: Change,
  call: DossierCall,
  proposal: ProposalRow,
  submission: DecidableSubmission,
): Promise<void> {
  // Coming round after a disagreement stays a disagreement at first sight.
  const step =
    proposal.state === 'waiting'
      ? {
          opinion: 'agree',
          second_by: change.person.id,
          second_by_name: change.person.name,
          second_at: change.at,
        }
      : {}
  await stepProposal(
    change,
    submission,
    proposal,
    { state: 'confirmed', ...step },
    { action: 'review.confirm' },
  )
  await takeEffect(change, call.database.dialect, submission, proposal)
}
