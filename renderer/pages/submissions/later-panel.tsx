import { Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, nextMonday } from '../../../shared/domain/dates/days.ts'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { useDraft } from '../../components/drafts.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { type Choice, lettered } from './choice.ts'
import { ChoicePicker } from './choice-picker.tsx'
import { PanelFrame } from './panel-frame.tsx'
import type { DecisionSubject } from './use-moderation.ts'

interface LaterPanelProps {
  readonly subject: DecisionSubject
  readonly pending: boolean
  readonly refusal: string | undefined
  onConfirm(untilOn: string, note: string, forget: () => void): void
  onClose(): void
}

interface LaterDraft {
  readonly untilOn: string
  readonly note: string
}

const moments = ['tomorrow', 'threeDays', 'monday', 'fortnight', 'month'] as const
type Moment = (typeof moments)[number]

function dayOf(moment: Moment, today: string): string {
  switch (moment) {
    case 'tomorrow':
      return addDays(today, 1)
    case 'threeDays':
      return addDays(today, 3)
    case 'monday':
      return nextMonday(today)
    case 'fortnight':
      return addDays(today, 15)
    case 'month':
      return addDays(today, 30)
  }
}

/** Puts a proposal off until a day: a letter is enough; with Shift it chooses the day, a note may follow, Enter confirms. */
export function LaterPanel({ subject, pending, refusal, onConfirm, onClose }: LaterPanelProps) {
  const { t } = useTranslation()
  const { shortDay, number } = useFormats()
  const today = localDayOf(new Date().toISOString(), 'Europe/Paris')
  const [kept, keep] = useDraft<LaterDraft>(`later:${subject.key}`)
  const draft = kept ?? { untilOn: addDays(today, 1), note: '' }
  const choices = useMemo<readonly Choice<Moment>[]>(
    () =>
      lettered(
        moments.map((id) => ({
          id,
          label: t(`submissions.later.${id}`),
          detail: shortDay(dayOf(id, today)),
        })),
      ),
    [t, shortDay, today],
  )
  const search = useRef<HTMLInputElement>(null)
  const confirm = ({ untilOn, note }: LaterDraft): void => {
    if (!pending) onConfirm(untilOn, note.trim(), () => keep(undefined))
  }
  const pick = (moment: Moment, adding: boolean): void => {
    const next = { ...draft, untilOn: dayOf(moment, today) }
    keep(next)
    if (!adding && kept === undefined) confirm(next)
  }
  return (
    <PanelFrame
      label={t('submissions.panel.later')}
      title={
        subject.kind === 'one'
          ? t('submissions.panelTitle', {
              act: t('submissions.panel.later'),
              reference: subject.reference,
            })
          : t('submissions.panelTitleMany', {
              act: t('submissions.panel.later'),
              count: subject.ids.length,
              formatted: number(subject.ids.length),
            })
      }
      confirmLabel={t('submissions.confirm.later')}
      pending={pending}
      problem={refusal}
      choices={choices}
      search={search}
      withText={false}
      onPick={pick}
      onConfirm={() => confirm(draft)}
      onClose={onClose}
    >
      <Text c="dimmed" size="xs">
        {t('submissions.laterHint')}
      </Text>
      <ChoicePicker
        label={t('submissions.laterChoices')}
        choices={choices}
        chosen={choices.filter(({ id }) => dayOf(id, today) === draft.untilOn).map(({ id }) => id)}
        field={search}
        onPick={pick}
      />
      <DateInput
        label={t('submissions.laterDay')}
        valueFormat="DD/MM/YYYY"
        minDate={addDays(today, 1)}
        value={draft.untilOn}
        onChange={(value) => value !== null && keep({ ...draft, untilOn: value })}
      />
      <TextInput
        label={t('submissions.laterNote')}
        description={t('submissions.laterNoteHint')}
        maxLength={2_000}
        value={draft.note}
        onChange={(event) => keep({ ...draft, note: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          confirm(draft)
        }}
      />
    </PanelFrame>
  )
}
