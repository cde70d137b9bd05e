import type { redactionsContract } from '../../../shared/contract/redactions.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { RedactionRecord } from '../../../shared/read-models/redaction.ts'
import {
  getRedaction,
  insertRedaction,
  listRedactions,
  sealedFields,
  toRedactionRecord,
} from '../../data/redactions/redaction.repository.ts'
import { getSubmission } from '../../data/submissions/submission.repository.ts'
import type { DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { applyRedactions } from './apply-redactions.ts'
import { liftRedaction } from './lift-redaction.ts'

const topics = ['redactions', 'submissions', 'studies', 'projects', 'reports', 'journal'] as const

async function records(call: DossierCall, submissionId: string): Promise<readonly RedactionRecord[]> {
  return (await listRedactions(call.database.reader, submissionId)).map(toRedactionRecord)
}

/** Masked words. The journal tells that something was masked, by whom and why, never what. */
export const redactionsService: Service<typeof redactionsContract> = {
  list: (input, call) => records(call, input.submissionId),

  async mask(input, call) {
    await call.change(topics, async (change) => {
      const { dialect } = call.database
      const before = (await listRedactions(change.trx, input.submissionId)).map((row) => row.passage)
      const after = [...before, input.passage]
      const occurrences = await applyRedactions(change, dialect, input.submissionId, before, after)
      if (occurrences === 0) throw new AppError('passage-not-found')
      const id = newId()
      await insertRedaction(change.trx, {
        id,
        submission_id: input.submissionId,
        passage: input.passage,
        reason: input.reason,
        occurrences,
        made_by_name: change.person.name,
        made_at: change.at,
      })
      const submission = await getSubmission(change.trx, input.submissionId)
      change.record({
        action: 'redaction.mask',
        objectKind: 'submission',
        objectId: submission.id,
        objectLabel: `${submission.reference} ${submission.title}`,
        processId: submission.process_id,
        after: { redactionId: id, occurrences },
        reason: input.reason,
      })
    })
    return records(call, input.submissionId)
  },

  async lift(input, call) {
    const { submission_id: submissionId } = await getRedaction(call.database.reader, input.redactionId)
    await call.change(topics, async (change) => {
      const lifted = await liftRedaction(change, call.database.dialect, input.redactionId)
      const submission = await getSubmission(change.trx, submissionId)
      change.record({
        action: 'redaction.lift',
        objectKind: 'submission',
        objectId: submission.id,
        objectLabel: `${submission.reference} ${submission.title}`,
        processId: submission.process_id,
        before: { redactionId: lifted.id, occurrences: lifted.occurrences },
        reason: input.reason,
      })
    })
    return records(call, submissionId)
  },

  async original(input, call) {
    const submission = await getSubmission(call.database.reader, input.submissionId)
    const sealed = await sealedFields(call.database.reader, 'submission', input.submissionId)
    const passages = await listRedactions(call.database.reader, input.submissionId)
    return {
      title: sealed.get('title') ?? submission.title,
      body: sealed.get('body') ?? submission.body,
      address: sealed.get('address') ?? submission.address,
      passages: passages.map((row) => ({ redactionId: row.id, passage: row.passage })),
    }
  },
}
