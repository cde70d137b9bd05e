import type { TFunction } from 'i18next'
import type { Conclusion } from '../../../shared/domain/feasibility/study-axes.ts'
import type { Cents } from '../../../shared/domain/money/cents.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'

export const answerTemplates = [
  'feasible',
  'conditions',
  'competence',
  'running',
  'technical',
  'cap',
  'land',
] as const
export type AnswerTemplate = (typeof answerTemplates)[number]

/** The templates that suit a conclusion; all of them while none is chosen. */
export function templatesFor(conclusion: Conclusion | null): readonly AnswerTemplate[] {
  if (conclusion === null) return answerTemplates
  if (conclusion === 'feasible') return ['feasible']
  if (conclusion === 'feasible-with-conditions') return ['conditions']
  return answerTemplates.filter((name) => name !== 'feasible' && name !== 'conditions')
}

/** A letter's sentences with what the study knows filled in, and marks where a person has to complete. */
export function fillTemplate(
  t: TFunction,
  template: AnswerTemplate,
  study: StudyDetail,
  formats: { readonly cap: Cents | null; amount(cents: number): string },
): string {
  const blank = t('studies.toFill')
  const costed = study.costLines.length > 0 || study.addOns.preliminaryStudies > 0
  return t(`studies.templateText.${template}`, {
    blank,
    reference: study.submission.reference,
    title: study.submission.title,
    amount: costed ? formats.amount(study.estimate.amountInclVat) : blank,
    cap: formats.cap === null ? blank : formats.amount(formats.cap),
    department: study.leadDepartment ?? blank,
    conditions: study.conditions.trim() || blank,
  })
}
