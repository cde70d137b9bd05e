import type { Kysely } from 'kysely'
import { needsSecondOpinion } from '../../../shared/domain/moderation/second-opinion.ts'
import type { Verdict } from '../../../shared/domain/moderation/verdict.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import type { Database } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { type DecidableSubmission, updateSubmissions } from '../../data/submissions/submission.repository.ts'
import { findOpenProposals, insertProposals, type ProposalRow } from '../../data/team/proposal.repository.ts'
import { secondOpinionRulesOf } from '../../data/team/team-setting.repository.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'
import { applyVerdict, type VerdictInput, verdictRefusal } from '../submissions/apply-verdict.ts'
import { about } from '../submissions/on-submission.ts'
import type { ProposalTrace } from './proposal-trace.ts'
import { stepProposal } from './step-proposals.ts'

export type OpenProposals = ReadonlyMap<string, ProposalRow>

/**
 * The refusal that a verdict meets, second opinions included: what somebody proposed is confirmed or contradicted by
 * another officer, not decided over. A withdrawal is the proposer's own and waits for nobody.
 */
export function decisionRefusal(
  submission: DecidableSubmission,
  input: VerdictInput,
  person: PersonProfile,
  open: OpenProposals,
): AppError | undefined {
  const proposal = open.get(submission.id)
  if (proposal !== undefined && proposal.proposed_by !== person.id && input.verdict !== 'withdrawn')
    return new AppError('awaits-second-opinion', {
      reference: submission.reference,
      name: proposal.proposed_by_name,
    })
  return verdictRefusal(submission, input, person)
}

/** Whether this person already waits with the very same decision: saying it again changes nothing. */
export function isAlreadyProposed(
  submission: DecidableSubmission,
  input: VerdictInput,
  person: PersonProfile,
  open: OpenProposals,
): boolean {
  const proposal = open.get(submission.id)
  return (
    proposal !== undefined &&
    proposal.state === 'waiting' &&
    proposal.proposed_by === person.id &&
    proposal.verdict === input.verdict &&
    proposal.reasons === JSON.stringify(input.reasons) &&
    proposal.rationale === input.rationale &&
    proposal.redirected_to === input.redirectedTo
  )
}

/**
 * Writes one verdict on many submissions that it fits: at once, or as proposed decisions where the démarche asks for a
 * second officer. A proposed decision moves no stage and answers nobody (I2, I3).
 */
export async function decideOrPropose(
  change: Change,
  dialect: DialectFeatures,
  submissions: readonly DecidableSubmission[],
  input: VerdictInput,
  mergedInto: string | null = null,
): Promise<{ readonly decided: number; readonly proposed: number }> {
  const rules = await secondOpinionRulesOf(change.trx, [
    ...new Set(submissions.map((submission) => submission.process_id)),
  ])
  const waits = (submission: DecidableSubmission): boolean =>
    needsSecondOpinion(rules.get(submission.process_id) ?? 'none', input.verdict)
  const proposed = submissions.filter(waits)
  const decided = submissions.filter((submission) => !waits(submission))
  if (proposed.length > 0) await propose(change, dialect, proposed, input)
  if (decided.length > 0) await applyVerdict(change, dialect, decided, input, mergedInto)
  return { decided: decided.length, proposed: proposed.length }
}

/** How many of these would only be proposed: what a preview tells before anything is written. */
export async function countProposed(
  db: Kysely<Database>,
  submissions: readonly DecidableSubmission[],
  verdict: Verdict,
): Promise<number> {
  const rules = await secondOpinionRulesOf(db, [...new Set(submissions.map(({ process_id }) => process_id))])
  return submissions.filter(({ process_id }) => needsSecondOpinion(rules.get(process_id) ?? 'none', verdict))
    .length
}

async function propose(
  change: Change,
  dialect: DialectFeatures,
  submissions: readonly DecidableSubmission[],
  input: VerdictInput,
): Promise<void> {
  const ids = submissions.map((submission) => submission.id)
  const open = await findOpenProposals(change.trx, ids)
  for (const submission of submissions) {
    const earlier = open.get(submission.id)
    if (earlier !== undefined)
      await stepProposal(change, submission, earlier, { state: 'withdrawn' }, { action: 'review.withdraw' })
  }
  const rows = submissions.map(
    (submission): ProposalRow => ({
      id: newId(),
      process_id: submission.process_id,
      submission_id: submission.id,
      verdict: input.verdict,
      from_stage: submission.stage,
      reasons: JSON.stringify(input.reasons),
      rationale: input.rationale,
      redirected_to: input.redirectedTo,
      reply_by_on: input.replyByOn ?? null,
      proposed_by: change.person.id,
      proposed_by_name: change.person.name,
      proposed_at: change.at,
      state: 'waiting',
      opinion: null,
      second_by: null,
      second_by_name: null,
      second_at: null,
      motive: '',
      settled_by: null,
      settled_by_name: null,
      settled_at: null,
      settlement_reason: '',
    }),
  )
  await insertProposals(change.trx, dialect, rows)
  // Whoever still looks at it as it was before is told that it has changed.
  await updateSubmissions(change.trx, ids, {})
  for (const [index, submission] of submissions.entries()) {
    const after: ProposalTrace & Partial<VerdictInput> = {
      proposalId: rows[index]?.id ?? '',
      state: 'waiting',
      verdict: input.verdict,
      reasons: input.reasons,
      rationale: input.rationale,
    }
    change.record({
      ...about(submission),
      action: 'review.propose',
      after,
      reason: input.rationale.slice(0, 500),
    })
  }
}
