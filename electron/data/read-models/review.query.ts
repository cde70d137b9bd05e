import type { Kysely } from 'kysely'
import { z } from 'zod'
import { refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import {
  openProposalStates,
  type ProposalState,
  proposalStates,
} from '../../../shared/domain/moderation/second-opinion.ts'
import { verdicts } from '../../../shared/domain/moderation/verdict.ts'
import type { ProposedDecision, ReviewCounts } from '../../../shared/read-models/team.ts'
import type { Database } from '../database.ts'
import { readJson } from '../json-column.ts'
import { listProposals } from '../team/proposal.repository.ts'

/** Decisions proposed on a submission, the newest first. */
export async function proposedDecisions(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly ProposedDecision[]> {
  const rows = await listProposals(db, submissionId)
  return rows.map((row) => ({
    id: row.id,
    submissionId: row.submission_id,
    verdict: z.enum(verdicts).parse(row.verdict),
    reasons: readJson(z.array(z.enum(refusalReasons)), row.reasons),
    rationale: row.rationale,
    redirectedTo: row.redirected_to,
    proposedById: row.proposed_by,
    proposedByName: row.proposed_by_name,
    proposedAt: row.proposed_at,
    state: z.enum(proposalStates).parse(row.state),
    opinion: z.enum(['agree', 'disagree']).nullable().parse(row.opinion),
    secondById: row.second_by,
    secondByName: row.second_by_name,
    secondAt: row.second_at,
    motive: row.motive,
    settledByName: row.settled_by_name,
    settledAt: row.settled_at,
    settlementReason: row.settlement_reason,
  }))
}

/** Proposed decisions that still wait, and whose submission is still where it was. */
export function openProposals(db: Kysely<Database>, processId: string) {
  return db
    .selectFrom('proposed_decision')
    .innerJoin('submission', 'submission.id', 'proposed_decision.submission_id')
    .where('proposed_decision.process_id', '=', processId)
    .where('proposed_decision.state', 'in', [...openProposalStates])
    .whereRef('submission.stage', '=', 'proposed_decision.from_stage')
}

/** What waits in a démarche for second opinions, and how often they agree. */
export async function reviewCounts(
  db: Kysely<Database>,
  processId: string,
  personId: string | null,
): Promise<ReviewCounts> {
  const open = await openProposals(db, processId)
    .select((eb) => [
      'proposed_decision.state',
      'proposed_decision.proposed_by',
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['proposed_decision.state', 'proposed_decision.proposed_by'])
    .execute()
  const opinions = await db
    .selectFrom('proposed_decision')
    .where('process_id', '=', processId)
    .where('opinion', 'is not', null)
    .select((eb) => ['opinion', eb.fn.countAll<number>().as('count')])
    .groupBy('opinion')
    .execute()
  const sum = (state: ProposalState, of: (by: string) => boolean = () => true): number =>
    open
      .filter((row) => row.state === state && of(row.proposed_by))
      .reduce((total, row) => total + row.count, 0)
  const given = opinions.reduce((total, row) => total + row.count, 0)
  return {
    forMe: sum('waiting', (by) => by !== personId),
    mine: sum('waiting', (by) => by === personId),
    waiting: sum('waiting'),
    disagreements: sum('disagreed'),
    agreement: { agreed: opinions.find((row) => row.opinion === 'agree')?.count ?? 0, given },
  }
}
