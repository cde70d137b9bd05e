import { Alert, SegmentedControl, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AdmissibilityChecklist,
  type AdmissibilityCriterion,
  admissibilityCriteria,
  type ChecklistAnswer,
  checklistAnswers,
  suggestedVerdict,
} from '../../../shared/domain/moderation/admissibility-checklist.ts'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { useDraft } from '../../components/drafts.ts'
import { usePermission } from '../../session/use-permission.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { FoldedSection } from './folded-section.tsx'
import { useSubmissionChange } from './use-submission-change.ts'

/** How many of the questions have an answer. */
function checklistProgress(checklist: AdmissibilityChecklist): {
  readonly answered: number
  readonly total: number
} {
  return {
    answered: admissibilityCriteria.filter((criterion) => checklist[criterion] !== undefined).length,
    total: admissibilityCriteria.length,
  }
}

/** The fifteen questions of admissibility, folded away until they are needed. */
export function Checklist({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { answered, total } = checklistProgress(detail.checklist)
  return (
    <FoldedSection
      id="checklist"
      title={t('submissions.section.checklist')}
      count={`${answered}/${total}`}
      hotkey={{ key: 'g', label: t('submissions.sectionKey.checklist') }}
    >
      {() => <Questions detail={detail} />}
    </FoldedSection>
  )
}

/** An answer is saved at once; O, N and P answer from the keyboard. */
function Questions({ detail }: { detail: SubmissionDetail }) {
  const { t } = useTranslation()
  const { allowed, why } = usePermission('moderate')
  const { save, saving } = useSubmissionChange('submissions.saveChecklist')
  const box = useRef<HTMLOListElement>(null)
  const suggestion = suggestedVerdict(detail.checklist)
  // Answers given while one is being saved wait for its version, which may come before it is drawn.
  const waiting = useRef(Promise.resolve())
  const latest = useRef(detail)
  if (detail.version >= latest.current.version) latest.current = detail

  const write = (change: (before: AdmissibilityChecklist) => AdmissibilityChecklist): void => {
    waiting.current = waiting.current.then(async () => {
      const { id, version, checklist } = latest.current
      latest.current =
        (await save({ submissionId: id, version, checklist: change(checklist) })) ?? latest.current
    })
  }
  const answer = (criterion: AdmissibilityCriterion, given: ChecklistAnswer): void =>
    write((before) => ({ ...before, [criterion]: { ...before[criterion], answer: given } }))
  const comment = (criterion: AdmissibilityCriterion, text: string): void =>
    write((before) => {
      const item = before[criterion]
      if (item === undefined || (item.comment ?? '') === text) return before
      return { ...before, [criterion]: text === '' ? { answer: item.answer } : { ...item, comment: text } }
    })
  const press = (event: KeyboardEvent<HTMLOListElement>): void => {
    if (event.target instanceof HTMLInputElement && event.target.type !== 'radio') return
    const given = checklistAnswers.find(
      (name) => t(`submissions.answerKey.${name}`) === event.key.toLowerCase(),
    )
    const row = (event.target as HTMLElement).closest('li')
    const criterion = admissibilityCriteria.find((name) => name === row?.dataset.criterion)
    if (given === undefined || criterion === undefined || !allowed) return
    event.preventDefault()
    answer(criterion, given)
    const next = row?.nextElementSibling?.querySelector<HTMLElement>(
      'input[type="radio"]:checked, input[type="radio"]',
    )
    next?.focus()
  }
  return (
    <>
      <Text c="dimmed" size="xs">
        {allowed ? t('submissions.checklistHint') : why}
      </Text>
      {suggestion !== undefined && (
        <Alert py={4} my="xs" color="gray" role="status">
          {t(`submissions.suggestion.${suggestion}`)}
        </Alert>
      )}
      <ol className={classes.checklist} ref={box} onKeyDown={press} aria-busy={saving}>
        {admissibilityCriteria.map((criterion, index) => {
          const item = detail.checklist[criterion]
          return (
            <li key={criterion} data-criterion={criterion}>
              <span className={classes.criterion} id={`criterion-${criterion}`}>
                <span className={classes.muted}>{criterion}</span> {t(`labels.criterion.${criterion}`)}
              </span>
              <SegmentedControl
                {...(index === 0 ? { 'data-first-field': true } : {})}
                aria-labelledby={`criterion-${criterion}`}
                readOnly={!allowed}
                data={[
                  ...checklistAnswers.map((name) => ({
                    value: name,
                    label: t(`labels.checklistAnswer.${name}`),
                  })),
                ]}
                value={item?.answer ?? ''}
                onChange={(value) => {
                  const given = checklistAnswers.find((name) => name === value)
                  if (given !== undefined) answer(criterion, given)
                }}
              />
              {item !== undefined && item.answer !== 'yes' && (
                <CriterionComment
                  draftKey={`criterion:${detail.id}:${criterion}`}
                  label={t('submissions.criterionComment', { criterion })}
                  saved={item.comment ?? ''}
                  readOnly={!allowed}
                  onSave={(text) => comment(criterion, text)}
                />
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

interface CriterionCommentProps {
  readonly draftKey: string
  readonly label: string
  readonly saved: string
  readonly readOnly: boolean
  onSave(text: string): void
}

function CriterionComment({ draftKey, label, saved, readOnly, onSave }: CriterionCommentProps) {
  const [typed, keep] = useDraft<string>(draftKey)
  const settle = (): void => {
    if (typed === undefined) return
    onSave(typed.trim())
    keep(undefined)
  }
  return (
    <TextInput
      className={classes.criterionComment}
      aria-label={label}
      placeholder={label}
      maxLength={2_000}
      readOnly={readOnly}
      value={typed ?? saved}
      onChange={(event) => keep(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  )
}
