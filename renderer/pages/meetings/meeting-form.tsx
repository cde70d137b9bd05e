import { Anchor, NumberInput, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { meetingKinds } from '../../../shared/domain/meetings/meeting-kind.ts'
import type { MeetingRecord } from '../../../shared/read-models/meeting.ts'
import { useChange } from '../../api/use-call.ts'
import { AutosavedHead } from '../../components/autosaved-head.tsx'
import { FormRefusal } from '../../components/form-refusal.tsx'
import { useAutosave } from '../../components/use-autosave.ts'
import { useVersionedForm } from '../../components/use-versioned-form.ts'
import { fromParisTime, toParisTime } from '../../formats/paris-time.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { endsEarly, readMeetingValues } from './meeting-values.ts'
import classes from './meetings.module.css'

const clockFormat = 'D MMM YYYY HH:mm'

/** One meeting, saved as it is typed. */
export function MeetingForm({ meeting }: { meeting: MeetingRecord }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { allowed } = usePermission('moderate')
  const update = useChange('meetings.update', { inPlace: ['*'] })
  const remove = useChange('meetings.remove')
  const done = useDoneNotice()
  const form = useVersionedForm({
    draftKey: `meeting ${meeting.id}`,
    source: meeting,
    read: readMeetingValues,
    keepTyping: true,
    save: (values, version) => update.mutateAsync({ meetingId: meeting.id, version, ...values }),
  })
  const { values, set } = form
  const untitled = values.title.trim() === ''
  const early = endsEarly(values)
  useAutosave(form, untitled || early)
  const moment = (name: 'startsAt' | 'endsAt') => {
    const local = values[name] === null ? null : toParisTime(values[name])
    const label = t(`meetings.field.${name}`)
    return (
      <DateTimePicker
        label={label}
        aria-label={local === null ? label : `${label} ${dayjs(local).format(clockFormat)}`}
        valueFormat={clockFormat}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        readOnly={!allowed}
        value={local}
        error={name === 'endsAt' && early ? t('meetings.endsEarly') : undefined}
        onChange={(value) => set({ [name]: value === null ? null : fromParisTime(value) })}
      />
    )
  }
  const count = (name: 'attendees' | 'contributions') => (
    <NumberInput
      label={t(`meetings.field.${name}`)}
      {...(name === 'contributions' ? { description: t('meetings.field.contributionsHint') } : {})}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      min={0}
      max={1_000_000}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=" "
      hideControls
      readOnly={!allowed}
      value={values[name] ?? ''}
      onChange={(value) => set({ [name]: typeof value === 'number' ? value : null })}
    />
  )
  return (
    <article className={classes.detail} aria-label={meeting.title}>
      <form onSubmit={(event) => event.preventDefault()}>
        <AutosavedHead form={form}>
          <Title order={2} id="meeting-title" tabIndex={-1}>
            {untitled ? meeting.title : values.title}
          </Title>
        </AutosavedHead>
        <Text my="xs">
          {t('meetings.collected', { count: meeting.proposals, formatted: number(meeting.proposals) })}
          {meeting.proposals > 0 && (
            <>
              {' · '}
              <Anchor component={Link} href={`/submissions?meetings=${meeting.id}`}>
                {t('meetings.showProposals')}
              </Anchor>
            </>
          )}
        </Text>
        <Stack gap="sm">
          <FormRefusal form={form} />
          <TextInput
            required
            label={t('meetings.field.title')}
            maxLength={300}
            readOnly={!allowed}
            error={untitled ? t('meetings.titleMissing') : undefined}
            value={values.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <div className={classes.pair}>
            <Select
              clearable
              label={t('meetings.field.kind')}
              placeholder={t('meetings.field.noKind')}
              clearButtonProps={{ 'aria-label': t('common.clear') }}
              readOnly={!allowed}
              data={meetingKinds.map((kind) => ({ value: kind, label: t(`labels.meetingKind.${kind}`) }))}
              value={values.kind}
              onChange={(value) => set({ kind: meetingKinds.find((kind) => kind === value) ?? null })}
            />
            <TextInput
              label={t('meetings.field.address')}
              maxLength={300}
              readOnly={!allowed}
              value={values.address ?? ''}
              onChange={(event) => set({ address: event.currentTarget.value || null })}
            />
            {moment('startsAt')}
            {moment('endsAt')}
            {count('attendees')}
            {count('contributions')}
          </div>
          <Textarea
            autosize
            minRows={4}
            maxRows={18}
            label={t('meetings.field.description')}
            readOnly={!allowed}
            value={values.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
        </Stack>
      </form>
      <div className={classes.foot}>
        {meeting.imported && <Text c="dimmed">{t('meetings.imported')}</Text>}
        {meeting.url !== null && (
          <Anchor href={meeting.url} target="_blank" rel="noreferrer noopener">
            {t('meetings.onPlatform')}
          </Anchor>
        )}
        <GuardedButton
          permission="moderate"
          variant="default"
          {...(meeting.proposals > 0 ? { blockedBy: t('meetings.removeBlocked') } : {})}
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(
              { meetingId: meeting.id, version: meeting.version },
              { onSuccess: () => done(t('meetings.removed', { title: meeting.title }), { undoable: true }) },
            )
          }
        >
          {t('meetings.remove')}
        </GuardedButton>
      </div>
    </article>
  )
}
