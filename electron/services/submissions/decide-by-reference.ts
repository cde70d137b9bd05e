import type { OutputFor } from '../../../shared/contract/contract.ts'
import { readDecision, readReasons } from '../../../shared/domain/moderation/decision-words.ts'
import { stageAfter } from '../../../shared/domain/moderation/verdict.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { en } from '../../../shared/messages/en/index.ts'
import { fr } from '../../../shared/messages/fr/index.ts'
import { createTranslator } from '../../../shared/messages/translator.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { type DecidableSubmission, findByReference } from '../../data/submissions/submission.repository.ts'
import { findOpenProposals } from '../../data/team/proposal.repository.ts'
import { spokenLanguage } from '../application/preferences.ts'
import type { Change, DossierCall } from '../call.ts'
import {
  decideOrPropose,
  decisionRefusal,
  isAlreadyProposed,
  type OpenProposals,
} from '../reviews/decide-or-propose.ts'
import type { VerdictInput } from './apply-verdict.ts'
import { mergeRefusal } from './merge-submissions.ts'

export interface WrittenDecisionRow {
  readonly line: number
  readonly reference: string
  readonly decision: string
  readonly reason: string
  readonly answer: string
}

type Outcome = OutputFor<'submissions', 'decideByReference'>

interface Ready {
  readonly submission: DecidableSubmission
  readonly input: VerdictInput
  readonly into: DecidableSubmission | null
}

/** The verdict written on one line, or the refusal that it meets. `null`: it is already decided or proposed so. */
function prepare(
  row: WrittenDecisionRow,
  known: ReadonlyMap<string, DecidableSubmission>,
  open: OpenProposals,
  call: DossierCall,
): Ready | AppError | null {
  const submission = known.get(row.reference.trim())
  if (submission === undefined) return new AppError('reference-unknown', { reference: row.reference })
  const decision = readDecision(row.decision)
  if (decision === undefined) return new AppError('decision-unknown', { decision: row.decision })
  const reasons = readReasons(row.reason, [fr.labels.reason, en.labels.reason])
  if (reasons === undefined) return new AppError('reason-unknown', { reason: row.reason })
  if (submission.stage === stageAfter(decision.verdict)) return null
  const input = { verdict: decision.verdict, reasons, rationale: row.answer, redirectedTo: null }
  if (isAlreadyProposed(submission, input, call.actor(), open)) return null
  const into = decision.into === undefined ? null : (known.get(decision.into) ?? undefined)
  if (into === undefined) return new AppError('reference-unknown', { reference: decision.into ?? '' })
  const refusal =
    (into === null ? undefined : mergeRefusal(submission, into)) ??
    decisionRefusal(submission, input, call.actor(), open)
  return refusal ?? { submission, input, into }
}

/**
 * Applies decisions written by reference, entirely or not at all: with a single bad line nothing is written and every
 * bad line is told.
 */
export async function decideByReference(
  call: DossierCall,
  topics: readonly string[],
  processId: string | undefined,
  rows: readonly WrittenDecisionRow[],
): Promise<Outcome> {
  const language = await spokenLanguage(call.ports)
  const translate = createTranslator(language)
  const names = rows.flatMap((row) => [
    row.reference.trim(),
    readDecision(row.decision)?.into ?? row.reference.trim(),
  ])
  return call.change(topics, async (change) => {
    const known = await findByReference(change.trx, names, processId)
    const open = await findOpenProposals(
      change.trx,
      [...known.values()].map(({ id }) => id),
    )
    const seen = new Set<string>()
    const ready: Ready[] = []
    const rejected: Outcome['rejected'][number][] = []
    let unchanged = 0
    for (const row of rows) {
      const prepared = prepare(row, known, open, call)
      if (prepared === null) unchanged++
      else if (prepared instanceof AppError) {
        rejected.push({
          line: row.line,
          code: prepared.code,
          message: translate(`errors.${prepared.code}`, prepared.parameters),
        })
      } else if (seen.has(prepared.submission.id)) {
        const twice = new AppError('reference-twice', { reference: row.reference })
        rejected.push({
          line: row.line,
          code: twice.code,
          message: translate(`errors.${twice.code}`, twice.parameters),
        })
      } else {
        seen.add(prepared.submission.id)
        ready.push(prepared)
      }
    }
    if (rejected.length > 0) return { decided: 0, proposed: 0, unchanged, rejected }
    const counts = await applyGrouped(change, call.database.dialect, ready)
    return { ...counts, unchanged, rejected }
  })
}

/** Lines that say the same go together: bulk decisions stay a few statements. */
async function applyGrouped(
  change: Change,
  dialect: DialectFeatures,
  ready: readonly Ready[],
): Promise<{ readonly decided: number; readonly proposed: number }> {
  let decided = 0
  let proposed = 0
  for (const group of Map.groupBy(ready, ({ input, into }) => JSON.stringify([input, into?.id])).values()) {
    const first = group[0]
    if (first === undefined) continue
    const counts = await decideOrPropose(
      change,
      dialect,
      group.map(({ submission }) => submission),
      first.input,
      first.into?.id ?? null,
    )
    decided += counts.decided
    proposed += counts.proposed
  }
  return { decided, proposed }
}
