import { Alert, Button, Group, Kbd, Text, Textarea, TextInput, Title } from '@mantine/core'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { AdmissibilityChecklist } from '../../../shared/domain/moderation/admissibility-checklist.ts'
import { type RefusalReason, refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { useParvis } from '../../api/parvis.tsx'
import { useDraft } from '../../components/drafts.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { keyLabel } from '../../keys/key-name.ts'
import { useWork } from '../../session/session.tsx'
import { BulkPreview } from './bulk-preview.tsx'
import classes from './decision.module.css'
import { type Act, needsAnswer } from './decision-act.ts'
import { ReasonPicker } from './reason-picker.tsx'
import { pointsToClarify, reasonChoices, standardAnswer } from './standard-answer.ts'
import type { DecisionSubject, WrittenDecision } from './use-moderation.ts'

/** Days that a proposer has to complete a proposal (domain reference §2.1: 10 to 15). */
const daysToReply = 15

interface DecisionPanelProps {
  readonly act: Act
  readonly subject: DecisionSubject
  readonly pending: boolean
  readonly refusal: string | undefined
  onConfirm(decision: WrittenDecision): void
  onClose(): void
}

interface AnswerDraft {
  readonly reasons: readonly RefusalReason[]
  /** Undefined while the standard answer stands. */
  readonly text: string | undefined
  readonly redirectedTo: string
}

const noDraft: AnswerDraft = { reasons: [], text: undefined, redirectedTo: '' }
const noAnswers: AdmissibilityChecklist = {}

/**
 * Reasons and motivated answer of a decision. A letter picks a reason and writes the standard answer, Enter confirms;
 * from the text, Ctrl+Enter does. What was typed is kept until it is sent.
 */
export function DecisionPanel({ act, subject, pending, refusal, onConfirm, onClose }: DecisionPanelProps) {
  const { t } = useTranslation()
  const { language, day, number } = useFormats()
  const { platform } = useParvis().bridge
  const { process } = useWork()
  const [kept, keep] = useDraft<AnswerDraft>(`answer:${act}:${subject.key}`)
  const draft = kept ?? noDraft
  const choices = useMemo(() => reasonChoices(process.rulebook), [process.rulebook])
  const chosen = choices.filter(({ reason }) => draft.reasons.includes(reason))
  const replyBefore = useMemo(
    () => new Date(Date.now() + daysToReply * 86_400_000).toISOString().slice(0, 10),
    [],
  )
  const about = {
    title: subject.kind === 'one' ? subject.title : undefined,
    checklist: subject.kind === 'one' ? subject.checklist : noAnswers,
  }
  const proposed = standardAnswer(t, act, about, chosen, day(replyBefore))
  const text = draft.text ?? proposed
  const points = pointsToClarify(t, about.checklist).length
  const stage: Stage | undefined = subject.kind === 'one' ? subject.stage : undefined
  const withReasons = act === 'inadmissible'
  const missing =
    withReasons && draft.reasons.length === 0
      ? t('submissions.reasonMissing')
      : needsAnswer(act, stage) && text.trim() === ''
        ? t('submissions.answerMissing')
        : text === proposed && act === 'incomplete' && points === 0
          ? t('submissions.pointsMissing')
          : undefined
  const [tried, setTried] = useState(false)

  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  // Where one starts: the reasons, the text when it must be written, else the confirmation.
  const writesFirst =
    !withReasons &&
    needsAnswer(act, stage) &&
    (proposed.trim() === '' || (act === 'incomplete' && points === 0))
  useEffect(() => {
    const before = document.activeElement
    if (writesFirst && field.current !== null) {
      field.current.focus()
      // The standard text leaves its list open at the end of its first line.
      const gap = field.current.value.indexOf('\n')
      if (gap >= 0) field.current.setSelectionRange(gap, gap)
    } else box.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [writesFirst])

  const toggle = (reason: RefusalReason): void =>
    keep({
      ...draft,
      reasons: draft.reasons.includes(reason)
        ? draft.reasons.filter((other) => other !== reason)
        : refusalReasons.filter((other) => other === reason || draft.reasons.includes(other)),
    })
  const confirm = (): void => {
    setTried(true)
    if (missing !== undefined || pending) return
    onConfirm({
      reasons: withReasons ? draft.reasons : [],
      rationale: text.trim(),
      redirectedTo: withReasons && draft.redirectedTo.trim() !== '' ? draft.redirectedTo.trim() : null,
      forget: () => keep(undefined),
    })
  }
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const typing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    const onButton = event.target instanceof HTMLButtonElement
    const mod = event.ctrlKey || event.metaKey
    const done = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'Escape') {
      done()
      onClose()
    } else if (event.key === 'Enter' && (mod || (!typing && !onButton))) {
      done()
      confirm()
    } else if (withReasons && !typing && !mod && !event.altKey) {
      const choice = choices.find(({ letter }) => letter === event.key.toLowerCase())
      if (choice !== undefined) {
        done()
        toggle(choice.reason)
      }
    }
  }
  const enter = keyLabel('enter', language, platform)
  return (
    <section
      ref={box}
      tabIndex={-1}
      className={classes.panel}
      aria-label={t(`submissions.panel.${act}`)}
      onKeyDown={press}
    >
      <div className={classes.panelBody}>
        <Title order={3}>
          {subject.kind === 'one'
            ? t('submissions.panelTitle', {
                act: t(`submissions.panel.${act}`),
                reference: subject.reference,
              })
            : t('submissions.panelTitleMany', {
                act: t(`submissions.panel.${act}`),
                count: subject.ids.length,
                formatted: number(subject.ids.length),
              })}
        </Title>
        {subject.kind === 'many' && (
          <BulkPreview
            act={act}
            ids={subject.ids}
            reasons={withReasons ? draft.reasons : []}
            answered={text.trim() !== ''}
          />
        )}
        {withReasons && (
          <>
            <Text c="dimmed">{t('submissions.reasonsHint', { key: enter.join('+') })}</Text>
            <ReasonPicker choices={choices} chosen={draft.reasons} onToggle={toggle} />
          </>
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
        {(refusal ?? (tried ? missing : undefined)) !== undefined && (
          <Alert role="alert" color="red" py={6}>
            {refusal ?? missing}
          </Alert>
        )}
      </div>
      <Group gap="xs" className={classes.panelFoot}>
        <Button loading={pending} onClick={confirm} rightSection={<Kbd aria-hidden>{enter.join('')}</Kbd>}>
          {t(`submissions.confirm.${act}`)}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('submissions.confirmFromText', { keys: keyLabel('mod+enter', language, platform).join(' ') })}
        </Text>
      </Group>
    </section>
  )
}
