import type { Kysely } from 'kysely'
import type { submissionsContract } from '../../../shared/contract/submissions.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import type { Database } from '../../data/database.ts'
import { type DecidableSubmission, findDecidable } from '../../data/submissions/submission.repository.ts'
import { findOpenProposals } from '../../data/team/proposal.repository.ts'
import type { Change, DossierCall, Service } from '../call.ts'
import { countProposed, decideOrPropose, decisionRefusal } from '../reviews/decide-or-propose.ts'
import type { VerdictInput } from './apply-verdict.ts'
import { decideByReference } from './decide-by-reference.ts'
import { decideFromFile } from './decide-from-file.ts'
import { mergeRefusal } from './merge-submissions.ts'
import { decidable, detailAfter, submissionTopics } from './on-submission.ts'

/** Decides one submission. I2, I4 and I8 are kept by `verdictRefusal` and `applyVerdict`. */
async function decideOne(
  change: Change,
  call: DossierCall,
  submission: DecidableSubmission,
  input: VerdictInput,
  into: string | null = null,
): Promise<void> {
  const open = await findOpenProposals(change.trx, [submission.id])
  const refusal = decisionRefusal(submission, input, change.person, open)
  if (refusal !== undefined) throw refusal
  await decideOrPropose(change, call.database.dialect, [submission], input, into)
}

interface ManyInput extends VerdictInput {
  readonly submissionIds: readonly string[]
  readonly skipUnfit: boolean
}

/** Parts those that a verdict fits from those that it does not; without `skipUnfit` the first misfit is the refusal. */
async function sortOut(
  db: Kysely<Database>,
  input: ManyInput,
  person: PersonProfile,
): Promise<{
  readonly fitting: readonly DecidableSubmission[]
  readonly refused: readonly {
    readonly submissionId: string
    readonly reference: string
    readonly code: string
  }[]
}> {
  const fitting: DecidableSubmission[] = []
  const refused: { submissionId: string; reference: string; code: string }[] = []
  const open = await findOpenProposals(db, input.submissionIds)
  for (const submission of await findDecidable(db, input.submissionIds)) {
    const refusal = decisionRefusal(submission, input, person, open)
    if (refusal === undefined) fitting.push(submission)
    else if (input.skipUnfit)
      refused.push({ submissionId: submission.id, reference: submission.reference, code: refusal.code })
    else throw refusal
  }
  return { fitting, refused }
}

/** Moderation: verdicts one by one, many at once or from a file, and merging. */
export const submissionDecisions: Pick<
  Service<typeof submissionsContract>,
  'decide' | 'decideMany' | 'decideByReference' | 'decideFromFile' | 'merge' | 'split'
> = {
  decide: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const submission = await decidable(change, input.submissionId)
      if (input.version !== undefined && input.version !== submission.version)
        throw new AppError('changed-meanwhile')
      if (input.verdict === 'merged')
        throw new AppError('merge-needs-lead', { reference: submission.reference })
      await decideOne(change, call, submission, input)
    }),

  async decideMany(input, call) {
    if (input.verdict === 'merged') throw new AppError('merge-needs-lead', { reference: '' })
    if (input.preview) {
      const { fitting, refused } = await sortOut(call.database.reader, input, call.actor())
      const proposed = await countProposed(call.database.reader, fitting, input.verdict)
      return { decided: fitting.length - proposed, proposed, refused }
    }
    return call.change(submissionTopics, async (change) => {
      const { fitting, refused } = await sortOut(change.trx, input, change.person)
      const counts = await decideOrPropose(change, call.database.dialect, fitting, input)
      return { ...counts, refused }
    })
  },

  decideByReference: (input, call) =>
    decideByReference(call, submissionTopics, input.processId, input.decisions),

  decideFromFile: (input, call) => decideFromFile(call, submissionTopics, input.processId, input.path),

  merge: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const submission = await decidable(change, input.submissionId)
      const into = await decidable(change, input.intoSubmissionId)
      const refusal = mergeRefusal(submission, into)
      if (refusal !== undefined) throw refusal
      const verdict = {
        verdict: 'merged',
        reasons: ['duplicate'],
        rationale: input.rationale,
        redirectedTo: null,
      } as const
      await decideOne(change, call, submission, verdict, into.id)
    }),

  split: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const submission = await decidable(change, input.submissionId)
      if (submission.stage !== 'merged')
        throw new AppError('split-not-merged', { reference: submission.reference })
      const verdict = {
        verdict: 'reopened',
        reasons: [],
        rationale: input.reason,
        redirectedTo: null,
      } as const
      await decideOne(change, call, submission, verdict)
    }),
}
