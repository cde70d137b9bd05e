import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { AdmissibilityChecklist } from '../../../shared/domain/moderation/admissibility-checklist.ts'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import {
  needsSecondOpinion,
  type OpenProposalState,
} from '../../../shared/domain/moderation/second-opinion.ts'
import { stageAfter } from '../../../shared/domain/moderation/verdict.ts'
import type { SubmissionRow } from '../../../shared/read-models/submission.ts'
import { CallError } from '../../api/client.ts'
import { useClient, useParvis } from '../../api/parvis.tsx'
import { describeError, showError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import type { QueueQuery } from '../../components/queue-query.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import { afterPaint } from './after-paint.ts'
import type { WrittenAct } from './decision-act.ts'
import { expectMove } from './expect-move.ts'

/** One submission that a decision is about, as it is shown: a newer version is not decided unseen. */
export interface SingleSubject {
  readonly kind: 'one'
  /** Names the drafts of its answers. */
  readonly key: string
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly stage: Stage
  readonly version: number
  readonly authorName: string | null
  /** Whether a decision is proposed, and waits or is disagreed on. */
  readonly review: OpenProposalState | null
  /** Its line in the list. */
  readonly row: SubmissionRow
  readonly checklist: AdmissibilityChecklist
}

export type DecisionSubject =
  | SingleSubject
  | { readonly kind: 'many'; readonly key: string; readonly ids: readonly string[] }

export interface WrittenDecision {
  readonly reasons: readonly RefusalReason[]
  readonly rationale: string
  readonly redirectedTo: string | null
  /** Local day by which a completion is wanted; null for other decisions. */
  readonly replyByOn: string | null
  /** Drops the draft that it was written in. */
  forget(): void
}

/** Counts are asked again once no decision was taken for so long. */
const pauseMilliseconds = 250

const unwritten: WrittenDecision = {
  reasons: [],
  rationale: '',
  redirectedTo: null,
  replyByOn: null,
  forget() {},
}

export interface Moderation {
  readonly pending: boolean
  /** Why the last decision was refused, until the next one. */
  readonly refusal: string | undefined
  /** True when it was done. A decision without anything written shows its refusal as a notice. */
  decide(act: WrittenAct, subject: DecisionSubject, written?: WrittenDecision): Promise<boolean>
  /** Puts off until a local day. */
  setAside(subject: DecisionSubject, untilOn: string, note: string, forget: () => void): Promise<boolean>
  merge(subject: SingleSubject, intoId: string, rationale: string): Promise<boolean>
  clearRefusal(): void
}

/** Decisions from the desk: each says that it was done, with the way to take it back. */
export function useModeration(query: QueueQuery): Moderation {
  const { t } = useTranslation()
  const { number, shortDay } = useFormats()
  const client = useClient()
  const { refresher } = useParvis()
  const { process, person } = useWork()
  const queries = useQueryClient()
  const { data: team } = useRead('team.settings', { processId: process.id })
  const rule = team?.secondOpinion ?? 'none'
  const done = useDoneNotice()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  const run = async (work: () => Promise<string>, inPlace: boolean, awaited: boolean): Promise<boolean> => {
    if (awaited) setPending(true)
    setRefusal(undefined)
    try {
      done(await work(), { undoable: true })
      return true
    } catch (error) {
      if (inPlace) setRefusal(describeError(t, error))
      else showError(t, error)
      // Somebody else was there first: show what it has become.
      if (error instanceof CallError) void queries.invalidateQueries({ queryKey: ['submissions'] })
      return false
    } finally {
      if (awaited) setPending(false)
    }
  }
  return {
    pending,
    refusal,
    clearRefusal: () => setRefusal(undefined),
    decide: (act, subject, written = unwritten) => {
      if (subject.kind === 'one') {
        refresher.hold(pauseMilliseconds)
        // First the next proposal is painted, then what the decision changes beside it.
        if (act !== 'split')
          afterPaint(() =>
            expectMove(queries, process.id, person.id, {
              id: subject.id,
              before: { ...subject.row, aside: query.aside === 'only' },
              after: needsSecondOpinion(rule, act)
                ? { ...subject.row, review: 'waiting', aside: query.aside === 'only' }
                : { ...subject.row, stage: stageAfter(act), review: null, aside: false },
            }),
          )
      }
      return run(
        async () => {
          const { forget, reasons, ...answer } = written
          if (subject.kind === 'many') {
            if (act === 'split') throw new CallError('internal')
            const { decided, proposed, refused } = await client.submissions.decideMany({
              submissionIds: [...subject.ids],
              verdict: act,
              skipUnfit: true,
              reasons: [...reasons],
              ...answer,
            })
            forget()
            if (proposed > 0)
              return t('team.review.proposedMany', { count: proposed, formatted: number(proposed) })
            const stage = t(`labels.stage.${stageAfter(act)}`)
            return refused.length === 0
              ? t('submissions.decidedMany', { count: decided, formatted: number(decided), stage })
              : t('submissions.decidedManyBut', {
                  count: decided,
                  formatted: number(decided),
                  stage,
                  refused: number(refused.length),
                })
          }
          const result =
            act === 'split'
              ? await client.submissions.split({
                  submissionId: subject.id,
                  reason: answer.rationale.slice(0, 300),
                })
              : await client.submissions.decide({
                  submissionId: subject.id,
                  version: subject.version,
                  verdict: act,
                  reasons: [...reasons],
                  ...answer,
                })
          forget()
          // The stage stays until a second officer agrees.
          if (act !== 'split' && result.review === 'waiting')
            return t('team.review.proposedDone', { reference: result.reference })
          return t('submissions.decided', {
            reference: result.reference,
            stage: t(`labels.stage.${result.stage}`),
          })
        },
        written !== unwritten,
        subject.kind === 'many',
      )
    },
    setAside(subject, untilOn, note, forget) {
      if (subject.kind === 'one') {
        refresher.hold(pauseMilliseconds)
        const before = { ...subject.row, aside: query.aside === 'only' }
        afterPaint(() =>
          expectMove(queries, process.id, person.id, {
            id: subject.id,
            before,
            after: { ...before, aside: true },
          }),
        )
      }
      return run(
        async () => {
          const submissionIds = subject.kind === 'one' ? [subject.id] : [...subject.ids]
          const { setAside, reference } = await client.desk.setAside({ submissionIds, untilOn, note })
          forget()
          return setAside === 1
            ? t('submissions.setAside', { reference, date: shortDay(untilOn) })
            : t('submissions.setAsideMany', {
                count: setAside,
                formatted: number(setAside),
                date: shortDay(untilOn),
              })
        },
        true,
        subject.kind === 'many',
      )
    },
    merge: (subject, intoId, rationale) =>
      run(
        async () => {
          const result = await client.submissions.merge({
            submissionId: subject.id,
            intoSubmissionId: intoId,
            rationale,
          })
          return t('submissions.mergedDone', {
            reference: result.reference,
            into: result.mergedInto?.reference ?? '',
          })
        },
        true,
        true,
      ),
  }
}
