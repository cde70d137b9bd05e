import type { Kysely, Selectable, Transaction, Updateable } from 'kysely'
import {
  type OpenProposalState,
  openProposalStates,
  type ProposalState,
} from '../../../shared/domain/moderation/second-opinion.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Database, ProposedDecisionTable } from '../database.ts'
import type { DialectFeatures } from '../dialects/dialect.ts'
import { chunked } from '../submissions/submission.repository.ts'

export type ProposalRow = Selectable<ProposedDecisionTable>

/** One proposed decision, or the refusal `not-found`. */
export async function getProposal(db: Kysely<Database>, id: string): Promise<ProposalRow> {
  const row = await db.selectFrom('proposed_decision').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'proposal' })
  return row
}

/** Proposed decisions of a submission, the newest first. */
export async function listProposals(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly ProposalRow[]> {
  return db
    .selectFrom('proposed_decision')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The proposed decision that each of these submissions waits with, if any. */
export async function findOpenProposals(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, ProposalRow>> {
  const found = new Map<string, ProposalRow>()
  for (const chunk of chunked(submissionIds)) {
    const rows = await db
      .selectFrom('proposed_decision')
      .innerJoin('submission', 'submission.id', 'proposed_decision.submission_id')
      .selectAll('proposed_decision')
      .where('proposed_decision.submission_id', 'in', [...chunk])
      .where('proposed_decision.state', 'in', [...openProposalStates])
      .whereRef('proposed_decision.from_stage', '=', 'submission.stage')
      .execute()
    for (const row of rows) found.set(row.submission_id, row)
  }
  return found
}

/** Which of these submissions wait with a proposed decision, and how it stands. */
export async function reviewStates(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, OpenProposalState>> {
  const open = await findOpenProposals(db, submissionIds)
  return new Map(
    [...open].map(([id, { state }]) => [id, state === 'disagreed' ? 'disagreed' : 'waiting'] as const),
  )
}

/** What becomes of a proposed decision after it was made; the rest of the row never changes. */
export type ProposalProgress = Pick<
  ProposalRow,
  | 'opinion'
  | 'second_by'
  | 'second_by_name'
  | 'second_at'
  | 'motive'
  | 'settled_by'
  | 'settled_by_name'
  | 'settled_at'
  | 'settlement_reason'
> & { readonly state: ProposalState }

/** Appends proposed decisions. */
export async function insertProposals(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  rows: readonly ProposalRow[],
): Promise<void> {
  for (const chunk of chunked(rows, 1_000))
    await dialect.insertRows(
      trx,
      'proposed_decision',
      chunk.map((row) => ({ ...row })),
    )
}

/** Writes what became of proposed decisions. */
export async function updateProposals(
  trx: Transaction<Database>,
  ids: readonly string[],
  columns: Updateable<ProposalProgress>,
): Promise<void> {
  for (const chunk of chunked(ids))
    await trx
      .updateTable('proposed_decision')
      .set(columns)
      .where('id', 'in', [...chunk])
      .execute()
}
