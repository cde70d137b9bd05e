import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDayOf, startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import type { Cents } from '../../../shared/domain/money/cents.ts'
import { type Channel, channels } from '../../../shared/read-models/submission.ts'
import { useChange, useRead } from '../../api/use-call.ts'
import { AmountInput } from '../../components/amount.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { useDraft } from '../../components/drafts.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './detail.module.css'

interface Deposit {
  readonly title: string
  readonly body: string
  readonly authorName: string
  readonly authorEmail: string
  readonly authorPhone: string
  readonly authorAddress: string
  readonly channel: Channel
  readonly themeId: string | null
  readonly districtId: string | null
  readonly address: string
  readonly submittedOn: string
  readonly declaredCost: Cents | null
  readonly meetingId: string | null
}

const byHand = channels.filter((channel) => channel !== 'online')

function given(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

interface DepositFormProps {
  onClose(): void
  onCreated(submissionId: string): void
}

/** Enters a deposit made on paper, at a meeting or by phone. What is typed survives closing the form. */
export function DepositForm({ onClose, onCreated }: DepositFormProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const today = localDayOf(new Date().toISOString(), process.timeZone)
  const blank: Deposit = {
    title: '',
    body: '',
    authorName: '',
    authorEmail: '',
    authorPhone: '',
    authorAddress: '',
    channel: 'paper',
    themeId: null,
    districtId: null,
    address: '',
    submittedOn: today,
    declaredCost: null,
    meetingId: null,
  }
  const { data: meetings = [] } = useRead('meetings.list', { processId: process.id })
  const [draft, keep] = useDraft<Deposit>(`deposit:${process.id}`)
  // A draft of an earlier Parvis may lack a field.
  const deposit = { ...blank, ...draft }
  const set = (part: Partial<Deposit>): void => keep({ ...deposit, ...part })
  const [another, setAnother] = useState(false)
  const [tried, setTried] = useState(false)
  const create = useChange('submissions.create', { inPlace: ['*'] })
  const done = useDoneNotice()
  const first = useRef<HTMLInputElement>(null)
  const missing = (text: string): string | undefined =>
    tried && text.trim() === '' ? t('common.required') : undefined

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (deposit.title.trim() === '' || deposit.body.trim() === '') return
    const { submittedOn, ...rest } = deposit
    create.mutate(
      {
        ...rest,
        processId: process.id,
        authorName: given(deposit.authorName),
        authorEmail: given(deposit.authorEmail),
        authorPhone: given(deposit.authorPhone),
        authorAddress: given(deposit.authorAddress),
        address: given(deposit.address),
        // The hour of a paper form is not known: today's is now, an earlier day's is its beginning.
        ...(submittedOn === today ? {} : { submittedAt: startOfLocalDay(submittedOn, process.timeZone) }),
      },
      {
        onSuccess: (created) => {
          done(t('submissions.entered', { reference: created.reference }))
          setTried(false)
          if (another) {
            // A pile of forms from one meeting: what they share stays.
            keep({
              ...blank,
              channel: deposit.channel,
              submittedOn,
              districtId: deposit.districtId,
              meetingId: deposit.meetingId,
            })
            first.current?.focus()
          } else {
            keep(undefined)
            onCreated(created.id)
          }
        },
      },
    )
  }
  return (
    <Dialog size="xl" onClose={onClose} title={t('submissions.enterTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            ref={first}
            required
            data-autofocus
            label={t('submissions.field.title')}
            maxLength={300}
            value={deposit.title}
            error={missing(deposit.title)}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <Textarea
            required
            autosize
            minRows={5}
            maxRows={14}
            label={t('submissions.field.body')}
            value={deposit.body}
            error={missing(deposit.body)}
            onChange={(event) => set({ body: event.currentTarget.value })}
          />
          <div className={classes.fields}>
            <Select
              label={t('submissions.field.channel')}
              allowDeselect={false}
              data={byHand.map((channel) => ({ value: channel, label: t(`labels.channel.${channel}`) }))}
              value={deposit.channel}
              onChange={(value) => set({ channel: channels.find((name) => name === value) ?? 'paper' })}
            />
            {meetings.length > 0 && (
              <Select
                clearable
                searchable
                label={t('submissions.field.meeting')}
                clearButtonProps={{ 'aria-label': t('common.clear') }}
                data={meetings.map(({ id, title }) => ({ value: id, label: title }))}
                value={deposit.meetingId}
                onChange={(meetingId) => set({ meetingId })}
              />
            )}
            <DateInput
              label={t('submissions.field.submittedOn')}
              valueFormat="DD/MM/YYYY"
              maxDate={today}
              value={deposit.submittedOn}
              onChange={(value) => set({ submittedOn: value ?? today })}
            />
            <AmountInput
              label={t('submissions.field.declaredCost')}
              value={deposit.declaredCost}
              onChange={(declaredCost) => set({ declaredCost })}
            />
            {(['authorName', 'authorEmail', 'authorPhone'] as const).map((name) => (
              <TextInput
                key={name}
                label={t(`submissions.field.${name}`)}
                maxLength={300}
                value={deposit[name]}
                onChange={(event) => set({ [name]: event.currentTarget.value })}
              />
            ))}
            <Select
              clearable
              searchable
              label={t('submissions.theme')}
              placeholder={t('labels.noTheme')}
              clearButtonProps={{ 'aria-label': t('common.clear') }}
              data={process.themes.map(({ id, name }) => ({ value: id, label: name }))}
              value={deposit.themeId}
              onChange={(themeId) => set({ themeId })}
            />
            <Select
              clearable
              searchable
              label={t('submissions.district')}
              placeholder={t('labels.noDistrict')}
              clearButtonProps={{ 'aria-label': t('common.clear') }}
              data={process.districts.map(({ id, name }) => ({ value: id, label: name }))}
              value={deposit.districtId}
              onChange={(districtId) => set({ districtId })}
            />
            <TextInput
              label={t('submissions.address')}
              maxLength={300}
              value={deposit.address}
              onChange={(event) => set({ address: event.currentTarget.value })}
            />
          </div>
          <Textarea
            autosize
            minRows={2}
            maxRows={6}
            maxLength={600}
            label={t('submissions.field.authorAddress')}
            description={t('submissions.field.authorAddressHint')}
            value={deposit.authorAddress}
            onChange={(event) => set({ authorAddress: event.currentTarget.value })}
          />
          <DialogFoot
            error={create.error}
            pending={create.isPending}
            act={t('submissions.enter')}
            onClose={onClose}
          >
            <Checkbox
              label={t('submissions.enterAnother')}
              checked={another}
              onChange={(event) => setAnother(event.currentTarget.checked)}
            />
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  )
}
