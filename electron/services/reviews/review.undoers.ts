import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import { getProposal, updateProposals } from '../../data/team/proposal.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { progressOf, proposalTrace } from './proposal-trace.ts'

/** Puts proposed decisions back a step; refuses when somebody has taken one further since. One just made is withdrawn. */
async function undoStep(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const after = proposalTrace.parse(JSON.parse(entry.after ?? '{}'))
    const proposal = await getProposal(change.trx, after.proposalId)
    if (proposal.state !== after.state) throw new AppError('undo-overtaken', { object: entry.object_label })
    const before = entry.before === null ? undefined : proposalTrace.parse(JSON.parse(entry.before))
    await updateProposals(
      change.trx,
      [proposal.id],
      before === undefined ? { state: 'withdrawn' } : progressOf(before),
    )
  }
}

/** Steps of a second opinion that Ctrl+Z takes back. */
export const reviewUndoers: Readonly<Record<string, Undoer>> = {
  'review.propose': undoStep,
  'review.withdraw': undoStep,
  'review.confirm': undoStep,
  'review.disagree': undoStep,
  'review.settle': undoStep,
  'review.overtake': undoStep,
}
