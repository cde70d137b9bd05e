import type { familiesContract } from '../../../shared/contract/families.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { findAgreement, putAgreement } from '../../data/families/agreement.repository.ts'
import { comparisonState } from '../../data/families/comparison.repository.ts'
import {
  deleteNotDuplicate,
  findNotDuplicate,
  inOrder,
  insertNotDuplicate,
} from '../../data/families/not-duplicate.repository.ts'
import { familyOf } from '../../data/read-models/family.query.ts'
import { listClusters, listOpenPairs } from '../../data/read-models/open-pairs.query.ts'
import { compareProposals, similarProposals } from '../../data/read-models/similar-proposals.query.ts'
import { type DecidableSubmission, findDecidable } from '../../data/submissions/submission.repository.ts'
import type { Change, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { applyVerdict, verdictRefusal } from '../submissions/apply-verdict.ts'
import { mergeRefusal } from '../submissions/merge-submissions.ts'
import { about, decidable, submissionTopics } from '../submissions/on-submission.ts'
import { agreementTrace } from './agreement-trace.ts'
import { importSupporters } from './import-supporters.ts'
import { judgementTrace } from './judgement-trace.ts'
import { refreshCopies } from './refresh-copies.ts'
import { searchSimilar } from './search-similar.ts'

const familyTopics = ['families', ...submissionTopics] as const

/** These proposals, or the lead in the place of one that is grouped; each once. */
async function roots(change: Change, ids: readonly string[]): Promise<readonly DecidableSubmission[]> {
  const named = await findDecidable(change.trx, ids)
  const leads = await findDecidable(
    change.trx,
    named.flatMap((submission) => submission.merged_into_id ?? []),
  )
  const byId = new Map([...named, ...leads].map((submission) => [submission.id, submission]))
  const standing = named.flatMap((submission) => byId.get(submission.merged_into_id ?? submission.id) ?? [])
  return [...new Map(standing.map((submission) => [submission.id, submission])).values()]
}

/** Proposals that may be one, and families of those that are. */
export const familiesService: Service<typeof familiesContract> = {
  async progress(_input, call) {
    const { comparedAt, pending } = await comparisonState(call.database.reader)
    return { comparedAt, pending }
  },

  search: ({ anew }, call) => searchSimilar(call, anew),

  similar: (input, call) => similarProposals(call.database.reader, input.submissionId),

  family: (input, call) => familyOf(call.database.reader, input.submissionId),

  compare: (input, call) => compareProposals(call.database.reader, input.oneId, input.otherId),

  openPairs: (input, call) => listOpenPairs(call.database.reader, input),

  clusters: (input, call) => listClusters(call.database.reader, input.processId),

  group: (input, call) =>
    call.change(familyTopics, async (change) => {
      const [lead] = await roots(change, [input.leadId])
      if (lead === undefined) throw new AppError('not-found', { object: 'submission' })
      const members = (await roots(change, input.memberIds)).filter(({ id }) => id !== lead.id)
      const verdict = {
        verdict: 'merged',
        reasons: ['duplicate'],
        rationale: input.rationale,
        redirectedTo: null,
      } as const
      for (const member of members) {
        const refusal = mergeRefusal(member, lead) ?? verdictRefusal(member, verdict, change.person)
        if (refusal !== undefined) throw refusal
      }
      if (members.length > 0) await applyVerdict(change, call.database.dialect, members, verdict, lead.id)
      return { leadId: lead.id, grouped: members.length }
    }),

  markNotDuplicate: (input, call) =>
    call.change(familyTopics, async (change) => {
      const one = await decidable(change, input.oneId)
      const other = await decidable(change, input.otherId)
      if (one.id === other.id) throw new AppError('not-found', { object: 'submission' })
      if ((await findNotDuplicate(change.trx, one.id, other.id)) !== undefined) return null
      const { a, b } = inOrder(one.id, other.id)
      const row = {
        id: newId(),
        a_id: a,
        b_id: b,
        reason: input.reason,
        decided_by_name: change.person.name,
        decided_at: change.at,
      }
      await insertNotDuplicate(change.trx, row)
      await refreshCopies(change, call.database.dialect, [a, b])
      change.record({
        ...about(one),
        action: 'pair.not-duplicate',
        after: judgementTrace(row, other.reference),
        reason: input.reason,
      })
      return null
    }),

  unmarkNotDuplicate: (input, call) =>
    call.change(familyTopics, async (change) => {
      const row = await findNotDuplicate(change.trx, input.oneId, input.otherId)
      if (row === undefined) return null
      const one = await decidable(change, input.oneId)
      const other = await decidable(change, input.otherId)
      await deleteNotDuplicate(change.trx, row)
      await refreshCopies(change, call.database.dialect, [row.a_id, row.b_id])
      change.record({
        ...about(one),
        action: 'pair.maybe-duplicate',
        before: judgementTrace(row, other.reference),
      })
      return null
    }),

  async recordAgreement({ submissionId, state, ...input }, call) {
    await call.change(familyTopics, async (change) => {
      const submission = await decidable(change, submissionId)
      const leadId = submission.merged_into_id
      if (leadId === null) throw new AppError('split-not-merged', { reference: submission.reference })
      const before = await findAgreement(change.trx, submission.id, leadId)
      const after =
        state === null
          ? undefined
          : {
              id: before?.id ?? newId(),
              submission_id: submission.id,
              lead_id: leadId,
              state,
              asked_on: input.askedOn,
              answered_on: state === 'agreed' || state === 'refused' ? input.answeredOn : null,
              means: input.means,
              note: input.note,
              recorded_by_name: change.person.name,
              recorded_at: change.at,
            }
      if (before === undefined && after === undefined) return
      await putAgreement(change.trx, submission.id, leadId, after)
      change.record({
        ...about(submission),
        action: 'family.agreement',
        before: before === undefined ? undefined : agreementTrace(before),
        after: after === undefined ? { leadId } : agreementTrace(after),
      })
    })
    return familyOf(call.database.reader, submissionId)
  },

  importSupporters: (input, call) => importSupporters(call, input.processId, input.path),
}
