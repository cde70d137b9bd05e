import { z } from 'zod'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { verdicts } from '../../../shared/domain/moderation/verdict.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import type { DecidableSubmission } from '../../data/submissions/submission.repository.ts'
import type { ProposalRow } from '../../data/team/proposal.repository.ts'
import type { Change } from '../call.ts'
import { applyVerdict, type VerdictInput } from '../submissions/apply-verdict.ts'

/**
 * The verdict that was proposed. A day of reply that has passed while it waited gives way to the days that the démarche
 * gives.
 */
export function verdictOf(proposal: ProposalRow, at: string): VerdictInput {
  const replyByOn = proposal.reply_by_on
  return {
    verdict: z.enum(verdicts).parse(proposal.verdict),
    reasons: z.array(z.enum(refusalReasons)).parse(JSON.parse(proposal.reasons)),
    rationale: proposal.rationale,
    redirectedTo: proposal.redirected_to,
    replyByOn: replyByOn !== null && replyByOn < localDayOf(at, 'Europe/Paris') ? null : replyByOn,
  }
}

/** A proposed decision takes effect: the decision carries both names, its author's and that of whoever acts. */
export async function takeEffect(
  change: Change,
  dialect: DialectFeatures,
  submission: DecidableSubmission,
  proposal: ProposalRow,
): Promise<void> {
  await applyVerdict(change, dialect, [submission], verdictOf(proposal, change.at), null, {
    decidedBy: { id: proposal.proposed_by, name: proposal.proposed_by_name },
    secondedBy: { id: change.person.id, name: change.person.name },
  })
}
