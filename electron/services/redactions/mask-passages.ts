import { maskText } from '../../../shared/domain/moderation/redaction.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { insertRedaction, listRedactions } from '../../data/redactions/redaction.repository.ts'
import { getSubmission } from '../../data/submissions/submission.repository.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'
import { applyRedactions } from './apply-redactions.ts'

/**
 * Masks passages of a submission in one act, each with a redaction of its own that can be lifted alone. Passages that
 * are part of another one, and stand nowhere else, are left out. Refuses `passage-not-found` when none is found.
 */
export async function maskPassages(
  change: Change,
  dialect: DialectFeatures,
  input: { readonly submissionId: string; readonly passages: readonly string[]; readonly reason: string },
): Promise<number> {
  const { submissionId } = input
  let before: readonly string[] = (await listRedactions(change.trx, submissionId)).map((row) => row.passage)
  let masked = 0
  // The longest first: a part of it is then only masked where it stands on its own.
  for (const passage of [...new Set(input.passages)].sort((left, right) => right.length - left.length)) {
    const after = [...before, passage]
    const occurrences = await applyRedactions(change, dialect, submissionId, before, after)
    if (occurrences === 0) continue
    before = after
    masked++
    const id = newId()
    // The reason is shown with the redaction: it may not tell what was masked.
    const reason = maskText(input.reason, after)
    await insertRedaction(change.trx, {
      id,
      submission_id: submissionId,
      passage,
      reason,
      occurrences,
      made_by_name: change.person.name,
      made_at: change.at,
      lifted_at: null,
    })
    const submission = await getSubmission(change.trx, submissionId)
    change.record({
      action: 'redaction.mask',
      objectKind: 'submission',
      objectId: submission.id,
      objectLabel: `${submission.reference} ${submission.title}`,
      processId: submission.process_id,
      after: { redactionId: id, occurrences },
      reason,
    })
  }
  if (masked === 0) throw new AppError('passage-not-found')
  return masked
}
