import { NumberInput, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { type EventKind, eventKinds } from '../../../shared/domain/paper/event-kind.ts'
import type { PaperBatch } from '../../../shared/read-models/paper.ts'
import { useRead } from '../../api/use-call.ts'
import { useWork } from '../../session/session.tsx'
import { type PaperChannel, paperChannels } from './form-values.ts'
import classes from './paper.module.css'

/** What people edit of a batch. Counts are null while their field is empty. */
export interface BatchValues {
  readonly eventKind: EventKind
  readonly eventName: string
  readonly meetingId: string | null
  readonly heldOn: string | null
  readonly place: string
  readonly collectedBy: string
  readonly channel: PaperChannel
  readonly formCount: number | null
  readonly handedOut: number | null
}

export function batchValuesOf(batch: PaperBatch): BatchValues {
  return {
    eventKind: batch.eventKind,
    eventName: batch.eventName,
    meetingId: batch.meetingId,
    heldOn: batch.heldOn,
    place: batch.place,
    collectedBy: batch.collectedBy,
    channel: paperChannels.find((name) => name === batch.channel) ?? 'paper',
    formCount: batch.totals.printed,
    handedOut: batch.handedOut,
  }
}

interface BatchFieldsProps {
  readonly values: BatchValues
  set(part: Partial<BatchValues>): void
  readonly readOnly?: boolean
  /** Says what is missing. */
  readonly tried?: boolean
}

/** Event, day, place, who collected, how many forms. A meeting of the register brings its own name, day and place. */
export function BatchFields({ values, set, readOnly = false, tried = false }: BatchFieldsProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const { data: meetings = [] } = useRead('meetings.list', { processId: process.id })
  const takeMeeting = (meetingId: string | null): void => {
    const meeting = meetings.find(({ id }) => id === meetingId)
    if (meeting === undefined) {
      set({ meetingId: null })
      return
    }
    set({
      meetingId: meeting.id,
      eventName: meeting.title,
      ...(meeting.startsAt === null ? {} : { heldOn: localDayOf(meeting.startsAt, process.timeZone) }),
      ...(meeting.address === null ? {} : { place: meeting.address }),
    })
  }
  const count = (name: 'formCount' | 'handedOut', error?: string) => (
    <NumberInput
      label={t(`paper.batch.${name}`)}
      description={t(`paper.batch.${name}Hint`)}
      required={name === 'formCount'}
      min={name === 'formCount' ? 1 : 0}
      max={2_000}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      readOnly={readOnly}
      value={values[name] ?? ''}
      error={error}
      onChange={(value) => set({ [name]: typeof value === 'number' ? value : null })}
    />
  )
  return (
    <div className={classes.batchFields}>
      <Select
        data-autofocus
        label={t('paper.batch.eventKind')}
        allowDeselect={false}
        readOnly={readOnly}
        data={eventKinds.map((kind) => ({ value: kind, label: t(`paper.eventKind.${kind}`) }))}
        value={values.eventKind}
        onChange={(value) => set({ eventKind: eventKinds.find((kind) => kind === value) ?? 'other' })}
      />
      {meetings.length > 0 && (
        <Select
          clearable
          searchable
          label={t('paper.batch.meeting')}
          placeholder={t('paper.batch.noMeeting')}
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          readOnly={readOnly}
          data={meetings.map(({ id, title }) => ({ value: id, label: title }))}
          value={values.meetingId}
          onChange={takeMeeting}
        />
      )}
      <TextInput
        label={t('paper.batch.eventName')}
        required={values.meetingId === null}
        maxLength={300}
        readOnly={readOnly || values.meetingId !== null}
        value={values.eventName}
        error={tried && values.eventName.trim() === '' ? t('common.required') : undefined}
        onChange={(event) => set({ eventName: event.currentTarget.value })}
      />
      <DateInput
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        label={t('paper.batch.heldOn')}
        valueFormat="DD/MM/YYYY"
        readOnly={readOnly}
        value={values.heldOn}
        onChange={(heldOn) => set({ heldOn })}
      />
      <TextInput
        label={t('paper.batch.place')}
        maxLength={300}
        readOnly={readOnly}
        value={values.place}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      <TextInput
        label={t('paper.batch.collectedBy')}
        maxLength={300}
        readOnly={readOnly}
        value={values.collectedBy}
        onChange={(event) => set({ collectedBy: event.currentTarget.value })}
      />
      <Select
        label={t('paper.batch.channel')}
        allowDeselect={false}
        readOnly={readOnly}
        data={paperChannels.map((name) => ({ value: name, label: t(`labels.channel.${name}`) }))}
        value={values.channel}
        onChange={(value) => set({ channel: paperChannels.find((name) => name === value) ?? 'paper' })}
      />
      {count('formCount', tried && values.formCount === null ? t('common.required') : undefined)}
      {count('handedOut')}
    </div>
  )
}
