import { addDays } from '../../../shared/domain/dates/days.ts'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { type Stage, transitionKind } from '../../../shared/domain/lifecycle/stage.ts'
import { isOwnContribution } from '../../../shared/domain/moderation/own-contribution.ts'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import { stageAfter, type Verdict } from '../../../shared/domain/moderation/verdict.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { deskSettings } from '../../data/processes/desk-setting.repository.ts'
import { deleteSetAside, findSetAside } from '../../data/submissions/set-aside.repository.ts'
import { currentRulebookId } from '../../data/submissions/stage-move.repository.ts'
import {
  type DecidableSubmission,
  findGrouped,
  insertDecisions,
  updateSubmissions,
} from '../../data/submissions/submission.repository.ts'
import type { Change } from '../call.ts'
import { asideTrace, type SetAsideTrace } from '../desk/aside-trace.ts'
import { newId } from '../new-id.ts'
import { overtakeProposals } from '../reviews/step-proposals.ts'

export interface VerdictInput {
  readonly verdict: Verdict
  readonly reasons: readonly RefusalReason[]
  readonly rationale: string
  readonly redirectedTo: string | null
  /** Local day by which the reply to a completion request is wanted; absent: in the days that the démarche gives. */
  readonly replyByOn?: string | null | undefined
}

/** What the journal keeps of a decision on one submission; undo puts `before` back. */
export interface DecisionTrace {
  readonly stage: Stage
  readonly mergedInto?: string | null
  readonly decisionId?: string
  readonly verdict?: Verdict
  readonly reasons?: readonly RefusalReason[]
  readonly rationale?: string
  readonly replyByOn?: string | null
  /** What was put off is decided, and so no longer put off. */
  readonly setAside?: SetAsideTrace | undefined
}

/**
 * The refusal that this verdict meets on this submission, if any. I2: a refusal needs a public reason and a motivated
 * answer. I8: nobody decides on their own contribution.
 */
export function verdictRefusal(
  submission: DecidableSubmission,
  input: VerdictInput,
  person: PersonProfile,
): AppError | undefined {
  const about = { reference: submission.reference }
  const to = stageAfter(input.verdict)
  const kind = transitionKind(submission.stage, to)
  if (kind === 'none') return new AppError('transition-not-allowed', { ...about, from: submission.stage, to })
  if (input.verdict !== 'withdrawn' && isOwnContribution(submission.author_name, person.name))
    return new AppError('own-contribution', about)
  if (input.verdict === 'inadmissible' && input.reasons.length === 0)
    return new AppError('reason-missing', about)
  const needsAnswer =
    input.verdict === 'inadmissible' || input.verdict === 'incomplete' || kind === 'backward'
  if (needsAnswer && input.rationale.trim() === '') return new AppError('rationale-missing', about)
  return undefined
}

/** What was grouped under a submission follows it under its new lead: every proposer stays in the family. */
async function moveFamilies(
  change: Change,
  leads: readonly DecidableSubmission[],
  mergedInto: string,
): Promise<void> {
  const members = await findGrouped(
    change.trx,
    leads.map((lead) => lead.id),
  )
  await updateSubmissions(
    change.trx,
    members.map((member) => member.id),
    { merged_into_id: mergedInto },
  )
  for (const member of members) {
    const before: DecisionTrace = { stage: member.stage, mergedInto: member.merged_into_id }
    const after: DecisionTrace = { stage: member.stage, mergedInto }
    change.record({
      action: 'submission.merge',
      objectKind: 'submission',
      objectId: member.id,
      objectLabel: `${member.reference} ${member.title}`,
      processId: member.process_id,
      before,
      after,
    })
  }
}

/** The day by which a completion request wants its reply, by démarche; empty for other verdicts. */
async function replyDaysOf(
  change: Change,
  input: VerdictInput,
  processIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>()
  if (input.verdict !== 'incomplete') return days
  const today = localDayOf(change.at, 'Europe/Paris')
  for (const processId of processIds) {
    const { completionDays } = await deskSettings(change.trx, processId)
    const replyByOn = input.replyByOn ?? addDays(today, completionDays)
    if (replyByOn < today) throw new AppError('reply-day-past')
    days.set(processId, replyByOn)
  }
  return days
}

/** Who answers for a decision of two officers; without it, whoever acts decides alone. */
export interface Signatures {
  readonly decidedBy: { readonly id: string; readonly name: string }
  readonly secondedBy: { readonly id: string; readonly name: string }
}

/** Writes one verdict on many submissions that it fits: decisions, stages, one journal entry each. */
export async function applyVerdict(
  change: Change,
  dialect: DialectFeatures,
  submissions: readonly DecidableSubmission[],
  input: VerdictInput,
  mergedInto: string | null = null,
  signatures?: Signatures,
): Promise<void> {
  const to = stageAfter(input.verdict)
  const rulebooks = new Map<string, string>()
  for (const processId of new Set(submissions.map((submission) => submission.process_id))) {
    rulebooks.set(processId, await currentRulebookId(change.trx, processId))
  }
  const replyDays = await replyDaysOf(change, input, [...rulebooks.keys()])
  const ids = submissions.map((submission) => submission.id)
  const aside = await findSetAside(change.trx, ids)
  if (aside.size > 0) await deleteSetAside(change.trx, [...aside.keys()])
  const decisions = submissions.map((submission) => ({
    id: newId(),
    submission_id: submission.id,
    verdict: input.verdict,
    from_stage: submission.stage,
    to_stage: to,
    reasons: JSON.stringify(input.reasons),
    rationale: input.rationale,
    redirected_to: input.redirectedTo,
    checklist: submission.checklist,
    rulebook_id: rulebooks.get(submission.process_id) ?? '',
    decided_by: (signatures?.decidedBy ?? change.person).id,
    decided_by_name: (signatures?.decidedBy ?? change.person).name,
    decided_at: change.at,
    undone_at: null,
    reply_by_on: replyDays.get(submission.process_id) ?? null,
    seconded_by: signatures?.secondedBy.id ?? null,
    seconded_by_name: signatures?.secondedBy.name ?? null,
  }))
  // While the submissions are still where their open proposals found them.
  await overtakeProposals(change, submissions)
  await insertDecisions(change.trx, dialect, decisions)
  for (const [processId, group] of Map.groupBy(submissions, (submission) => submission.process_id)) {
    const replyByOn = replyDays.get(processId)
    await updateSubmissions(
      change.trx,
      group.map((submission) => submission.id),
      {
        stage: to,
        stage_changed_at: change.at,
        merged_into_id: mergedInto,
        ...(replyByOn === undefined ? {} : { reply_by_on: replyByOn }),
      },
    )
  }
  if (mergedInto !== null) await moveFamilies(change, submissions, mergedInto)
  for (const [index, submission] of submissions.entries()) {
    const before: DecisionTrace = {
      stage: submission.stage,
      mergedInto: submission.merged_into_id,
      replyByOn: submission.reply_by_on,
      setAside: asideTrace(aside.get(submission.id)),
    }
    const after: DecisionTrace = {
      stage: to,
      mergedInto,
      decisionId: decisions[index]?.id ?? '',
      verdict: input.verdict,
      reasons: input.reasons,
      rationale: input.rationale,
      replyByOn: replyDays.get(submission.process_id) ?? submission.reply_by_on,
    }
    change.record({
      action: 'submission.decide',
      objectKind: 'submission',
      objectId: submission.id,
      objectLabel: `${submission.reference} ${submission.title}`,
      processId: submission.process_id,
      before,
      after,
      reason: input.rationale.slice(0, 500),
    })
  }
}
