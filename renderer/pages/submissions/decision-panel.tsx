import { Button, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { AdmissibilityChecklist } from '../../../shared/domain/moderation/admissibility-checklist.ts'
import { type CompletionPoint, completionPoints } from '../../../shared/domain/moderation/completion-point.ts'
import { type RefusalReason, refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { useParvis } from '../../api/parvis.tsx'
import { useDraft } from '../../components/drafts.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { keyLabel } from '../../keys/key-name.ts'
import { useWork } from '../../session/session.tsx'
import { BulkPreview } from './bulk-preview.tsx'
import { type Choice, lettered } from './choice.ts'
import { ChoicePicker } from './choice-picker.tsx'
import { needsAnswer, type WrittenAct } from './decision-act.ts'
import { PanelFrame } from './panel-frame.tsx'
import { pointsToClarify, reasonChoices, standardAnswer } from './standard-answer.ts'
import type { DecisionSubject, WrittenDecision } from './use-moderation.ts'
import { useReplyDay } from './use-reply-day.ts'

interface DecisionPanelProps {
  readonly act: WrittenAct
  readonly subject: DecisionSubject
  readonly pending: boolean
  readonly refusal: string | undefined
  onConfirm(decision: WrittenDecision): void
  onClose(): void
}

interface AnswerDraft {
  readonly reasons: readonly RefusalReason[]
  readonly points: readonly CompletionPoint[]
  /** Undefined while the standard answer stands. */
  readonly text: string | undefined
  readonly redirectedTo: string
  /** Undefined while the usual day stands. */
  readonly replyByOn: string | undefined
}

const noDraft: AnswerDraft = {
  reasons: [],
  points: [],
  text: undefined,
  redirectedTo: '',
  replyByOn: undefined,
}
const noAnswers: AdmissibilityChecklist = {}

function toggled<Id extends string>(all: readonly Id[], chosen: readonly Id[], id: Id): readonly Id[] {
  return all.filter((other) => (other === id ? !chosen.includes(id) : chosen.includes(other)))
}

/**
 * Reasons or points to complete, and the motivated answer. As long as nothing else was chosen or written, a letter
 * decides with the standard answer; with Shift it chooses, Enter confirms. What was typed is kept until it is sent.
 */
export function DecisionPanel({ act, subject, pending, refusal, onConfirm, onClose }: DecisionPanelProps) {
  const { t } = useTranslation()
  const { language, day, number } = useFormats()
  const { platform } = useParvis().bridge
  const { process } = useWork()
  const [kept, keep] = useDraft<AnswerDraft>(`answer:${act}:${subject.key}`)
  const draft = kept ?? noDraft
  const { usual: usualReplyDay, today } = useReplyDay(process.id)
  const reasons = useMemo(() => reasonChoices(process.rulebook), [process.rulebook])
  const [tried, setTried] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  const about = {
    title: subject.kind === 'one' ? subject.title : undefined,
    checklist: subject.kind === 'one' ? subject.checklist : noAnswers,
  }
  const stage: Stage | undefined = subject.kind === 'one' ? subject.stage : undefined
  const withReasons = act === 'inadmissible'
  const withPoints = act === 'incomplete'
  const ownPoints = pointsToClarify(t, about.checklist).length
  const answerOf = ({ reasons: given, points, text, replyByOn = usualReplyDay }: AnswerDraft) => {
    const chosen = reasons.filter(({ reason }) => given.includes(reason))
    const proposed = standardAnswer(t, act, about, chosen, day(replyByOn), points)
    return { proposed, text: text ?? proposed, replyByOn }
  }
  const missingOf = (given: AnswerDraft): string | undefined => {
    const { proposed, text } = answerOf(given)
    if (withReasons && given.reasons.length === 0) return t('submissions.reasonMissing')
    if (needsAnswer(act, stage) && text.trim() === '') return t('submissions.answerMissing')
    if (withPoints && text === proposed && ownPoints + given.points.length === 0)
      return t('submissions.pointsMissing')
    return undefined
  }
  const { proposed, text, replyByOn } = answerOf(draft)
  const missing = missingOf(draft)

  const choices = useMemo<readonly Choice<RefusalReason | CompletionPoint | 'other'>[]>(() => {
    if (withReasons)
      return reasons.map(({ reason, letter, article }) => ({
        id: reason,
        letter,
        label: t(`labels.reason.${reason}`),
        title:
          article === undefined || article === ''
            ? t('submissions.notInRules')
            : t('submissions.inRules', { article }),
        unusual: article === undefined,
      }))
    if (!withPoints) return []
    return lettered<CompletionPoint | 'other'>([
      ...completionPoints.map((id) => ({ id, label: t(`submissions.completionPoint.${id}`) })),
      { id: 'other', label: t('submissions.completionPoint.other') },
    ])
  }, [t, withReasons, withPoints, reasons])
  // Where one starts: the letters, else the text when it must be written.
  const writesFirst = choices.length === 0 && needsAnswer(act, stage) && proposed.trim() === ''

  const confirm = (given: AnswerDraft): void => {
    setTried(true)
    if (missingOf(given) !== undefined || pending) return
    const answer = answerOf(given)
    onConfirm({
      reasons: withReasons ? given.reasons : [],
      rationale: answer.text.trim(),
      redirectedTo: withReasons && given.redirectedTo.trim() !== '' ? given.redirectedTo.trim() : null,
      replyByOn: withPoints ? answer.replyByOn : null,
      forget: () => keep(undefined),
    })
  }
  const pick = (id: RefusalReason | CompletionPoint | 'other', adding: boolean): void => {
    if (id === 'other') {
      const gap = field.current?.value.indexOf('\n') ?? -1
      field.current?.focus()
      if (gap >= 0) field.current?.setSelectionRange(gap, gap)
      return
    }
    const reason = refusalReasons.find((other) => other === id)
    const point = completionPoints.find((other) => other === id)
    const next: AnswerDraft = {
      ...draft,
      reasons:
        withReasons && reason !== undefined ? toggled(refusalReasons, draft.reasons, reason) : draft.reasons,
      points:
        withPoints && point !== undefined ? toggled(completionPoints, draft.points, point) : draft.points,
    }
    keep(next)
    // Clear-cut: one proposal, one reason, the standard answer.
    if (!adding && kept === undefined && subject.kind === 'one') confirm(next)
  }
  return (
    <PanelFrame
      label={t(`submissions.panel.${act}`)}
      title={
        subject.kind === 'one'
          ? t('submissions.panelTitle', { act: t(`submissions.panel.${act}`), reference: subject.reference })
          : t('submissions.panelTitleMany', {
              act: t(`submissions.panel.${act}`),
              count: subject.ids.length,
              formatted: number(subject.ids.length),
            })
      }
      confirmLabel={t(`submissions.confirm.${act}`)}
      pending={pending}
      problem={refusal ?? (tried ? missing : undefined)}
      choices={choices}
      search={search}
      first={writesFirst ? field : undefined}
      withText
      onPick={pick}
      onConfirm={() => confirm(draft)}
      onClose={onClose}
    >
      {subject.kind === 'many' && (
        <BulkPreview
          act={act}
          ids={subject.ids}
          reasons={withReasons ? draft.reasons : []}
          answered={text.trim() !== ''}
        />
      )}
      {choices.length > 0 && (
        <>
          <Text c="dimmed" size="xs">
            {t(subject.kind === 'one' ? 'submissions.choiceHint' : 'submissions.choiceHintMany', {
              key: keyLabel('enter', language, platform).join('+'),
            })}
          </Text>
          <ChoicePicker
            label={t(withReasons ? 'submissions.reasons' : 'submissions.completionPoints')}
            choices={choices}
            chosen={withReasons ? draft.reasons : draft.points}
            field={search}
            onPick={pick}
          />
        </>
      )}
      {withPoints && (
        <DateInput
          label={t('submissions.replyByOn')}
          valueFormat="DD/MM/YYYY"
          minDate={today}
          value={replyByOn}
          onChange={(value) => keep({ ...draft, replyByOn: value ?? undefined })}
        />
      )}
      <Textarea
        ref={field}
        autosize
        minRows={withReasons ? 4 : 3}
        maxRows={12}
        label={t(act === 'split' ? 'submissions.splitReason' : 'submissions.answerLabel')}
        description={t(act === 'split' ? 'submissions.splitHint' : `submissions.answerHint`)}
        required={needsAnswer(act, stage)}
        value={text}
        onChange={(event) => keep({ ...draft, text: event.currentTarget.value })}
      />
      {draft.text !== undefined && proposed !== '' && draft.text !== proposed && (
        <Button variant="subtle" size="compact-xs" onClick={() => keep({ ...draft, text: undefined })}>
          {t('submissions.standardText')}
        </Button>
      )}
      {withReasons && (
        <TextInput
          label={t('submissions.redirectedTo')}
          description={t('submissions.redirectedHint')}
          maxLength={300}
          value={draft.redirectedTo}
          onChange={(event) => keep({ ...draft, redirectedTo: event.currentTarget.value })}
        />
      )}
    </PanelFrame>
  )
}
