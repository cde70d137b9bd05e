import type { TFunction } from 'i18next'
import {
  type AdmissibilityChecklist,
  admissibilityCriteria,
} from '../../../shared/domain/moderation/admissibility-checklist.ts'
import type { CompletionPoint } from '../../../shared/domain/moderation/completion-point.ts'
import { type RefusalReason, refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import type { Rulebook } from '../../../shared/read-models/process.ts'
import type { WrittenAct } from './decision-act.ts'

export interface ReasonChoice {
  readonly reason: RefusalReason
  /** Its letter while the reasons are shown: their order never changes under one version of the charter. */
  readonly letter: string
  /** Article of the charter that founds it; undefined when the charter does not know the reason. */
  readonly article: string | undefined
}

/** The reasons in the order of the charter, then those that it does not name; each with its letter. */
export function reasonChoices(rulebook: Rulebook): readonly ReasonChoice[] {
  const known = rulebook.criteria.filter(
    ({ reason }, index) => rulebook.criteria.findIndex((other) => other.reason === reason) === index,
  )
  const others = refusalReasons.filter((reason) => !known.some((criterion) => criterion.reason === reason))
  return [
    ...known.map(({ reason, article }) => ({ reason, article })),
    ...others.map((reason) => ({ reason, article: undefined })),
  ].map((choice, index) => ({ ...choice, letter: String.fromCharCode(97 + index) }))
}

export interface AnswerSubject {
  /** Undefined for a selection: the answer names no proposal. */
  readonly title: string | undefined
  readonly checklist: AdmissibilityChecklist
}

/** The points that the checklist leaves to clarify, in the officer's words where there are any. */
export function pointsToClarify(t: TFunction, checklist: AdmissibilityChecklist): readonly string[] {
  return admissibilityCriteria.flatMap((criterion) => {
    const item = checklist[criterion]
    if (item?.answer !== 'to-clarify') return []
    const comment = item.comment?.trim() ?? ''
    return [comment === '' ? t(`labels.criterion.${criterion}`) : comment]
  })
}

/** The answer proposed to the officer: standard sentences, the articles that found them, what happens next. */
export function standardAnswer(
  t: TFunction,
  act: WrittenAct,
  subject: AnswerSubject,
  reasons: readonly ReasonChoice[],
  replyBefore: string,
  asked: readonly CompletionPoint[] = [],
): string {
  const named = subject.title === undefined ? 'many' : 'one'
  const title = subject.title ?? ''
  if (act === 'inadmissible') {
    if (reasons.length === 0) return ''
    return [
      t(`submissions.answer.inadmissible.${named}`, { title }),
      ...reasons.map(({ reason, article }) => {
        const sentence = t(`submissions.reasonSentence.${reason}`)
        return article === undefined || article.trim() === ''
          ? sentence
          : t('submissions.answer.withArticle', { sentence, article: article.trim() })
      }),
      t('submissions.answer.contact'),
    ].join('\n\n')
  }
  if (act === 'incomplete') {
    const points = [
      ...asked.map((point) => t(`submissions.completionSentence.${point}`)),
      ...pointsToClarify(t, subject.checklist),
    ]
    return t(`submissions.answer.incomplete.${points.length > 0 ? 'points' : 'open'}`, {
      date: replyBefore,
      points: points.map((point) => t('submissions.answer.point', { point })).join('\n'),
    })
  }
  return ''
}
