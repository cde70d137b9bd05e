import { Select, Stack, TextInput } from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MeetingKind, meetingKinds } from '../../../shared/domain/meetings/meeting-kind.ts'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { useDraft } from '../../components/drafts.ts'
import { fromParisTime } from '../../formats/paris-time.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'

interface NewMeeting {
  readonly title: string
  readonly kind: MeetingKind | null
  /** Wall-clock time in Paris. */
  readonly startsAt: string | null
  readonly address: string
}

const blank: NewMeeting = { title: '', kind: null, startsAt: null, address: '' }

interface NewMeetingDialogProps {
  onClose(): void
  onAdded(meetingId: string): void
}

/** The few words that make a meeting; the rest is completed beside the list. */
export function NewMeetingDialog({ onClose, onAdded }: NewMeetingDialogProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const [draft, keep] = useDraft<NewMeeting>(`meeting:${process.id}`)
  const meeting = draft ?? blank
  const set = (part: Partial<NewMeeting>): void => keep({ ...meeting, ...part })
  const [tried, setTried] = useState(false)
  const add = useChange('meetings.add', { inPlace: ['*'] })
  const done = useDoneNotice()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (meeting.title.trim() === '') return
    add.mutate(
      {
        processId: process.id,
        title: meeting.title,
        kind: meeting.kind,
        startsAt: meeting.startsAt === null ? null : fromParisTime(meeting.startsAt),
        address: meeting.address.trim() || null,
      },
      {
        onSuccess: (added) => {
          keep(undefined)
          done(t('meetings.added', { title: added.title }), { undoable: true })
          onAdded(added.id)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('meetings.newTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            required
            data-autofocus
            label={t('meetings.field.title')}
            maxLength={300}
            value={meeting.title}
            error={tried && meeting.title.trim() === '' ? t('meetings.titleMissing') : undefined}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <Select
            clearable
            label={t('meetings.field.kind')}
            placeholder={t('meetings.field.noKind')}
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            data={meetingKinds.map((kind) => ({ value: kind, label: t(`labels.meetingKind.${kind}`) }))}
            value={meeting.kind}
            onChange={(value) => set({ kind: meetingKinds.find((kind) => kind === value) ?? null })}
          />
          <DateTimePicker
            label={t('meetings.field.startsAt')}
            valueFormat="D MMM YYYY HH:mm"
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            value={meeting.startsAt}
            onChange={(startsAt) => set({ startsAt })}
          />
          <TextInput
            label={t('meetings.field.address')}
            maxLength={300}
            value={meeting.address}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <DialogFoot error={add.error} pending={add.isPending} act={t('common.add')} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
