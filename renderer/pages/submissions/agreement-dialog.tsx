import { Button, Group, Radio, Select, Stack, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import {
  type AgreementMeans,
  type AgreementState,
  agreementMeans,
  agreementStates,
} from '../../../shared/domain/families/agreement.ts'
import type { FamilyMember } from '../../../shared/read-models/family.ts'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'

interface AgreementDialogProps {
  readonly member: FamilyMember
  readonly lead: FamilyMember
  onClose(): void
}

/** What the proposer of a grouped proposal says of it: asked on, answered on, by which means, in which words. */
export function AgreementDialog({ member, lead, onClose }: AgreementDialogProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const today = localDayOf(new Date().toISOString(), process.timeZone)
  const known = member.agreement
  const [state, setState] = useState<AgreementState | null>(known?.state ?? 'asked')
  const [askedOn, setAskedOn] = useState(known?.askedOn ?? today)
  const [answeredOn, setAnsweredOn] = useState(known?.answeredOn ?? null)
  const [means, setMeans] = useState<AgreementMeans | null>(known?.means ?? null)
  const [note, setNote] = useState(known?.note ?? '')
  const record = useChange('families.recordAgreement')
  const done = useDoneNotice()
  const answered = state === 'agreed' || state === 'refused'
  const save = (event: FormEvent): void => {
    event.preventDefault()
    record.mutate(
      {
        submissionId: member.id,
        state,
        askedOn: state === null ? null : askedOn,
        answeredOn: answered ? (answeredOn ?? today) : null,
        means,
        note: note.trim(),
      },
      {
        onSuccess: () => {
          done(t('families.agreement.saved', { reference: member.reference }), { undoable: true })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('families.agreement.title', { reference: member.reference })}>
      <form onSubmit={save} noValidate>
        <Stack gap="sm">
          <Text c="dimmed">{t('families.agreement.explain', { reference: lead.reference })}</Text>
          <Radio.Group
            label={t('families.agreement.answer')}
            value={state ?? ''}
            onChange={(value) => setState(agreementStates.find((name) => name === value) ?? null)}
          >
            <Group gap="md" mt={4}>
              {agreementStates.map((name) => (
                <Radio key={name} value={name} label={t(`families.agreement.state.${name}`)} />
              ))}
              <Radio value="" label={t('families.agreement.nothing')} />
            </Group>
          </Radio.Group>
          {state !== null && (
            <>
              <Group grow align="flex-start">
                <DateInput
                  label={t('families.agreement.askedOn')}
                  valueFormat="DD/MM/YYYY"
                  maxDate={today}
                  value={askedOn}
                  onChange={(value) => setAskedOn(value ?? today)}
                />
                {answered && (
                  <DateInput
                    label={t('families.agreement.answeredOn')}
                    valueFormat="DD/MM/YYYY"
                    maxDate={today}
                    value={answeredOn ?? today}
                    onChange={setAnsweredOn}
                  />
                )}
                <Select
                  clearable
                  label={t('families.agreement.means.label')}
                  placeholder={t('families.agreement.means.none')}
                  clearButtonProps={{ 'aria-label': t('common.clear') }}
                  value={means}
                  onChange={(value) => setMeans(agreementMeans.find((name) => name === value) ?? null)}
                  data={agreementMeans.map((name) => ({
                    value: name,
                    label: t(`families.agreement.means.${name}`),
                  }))}
                />
              </Group>
              <Textarea
                autosize
                minRows={2}
                maxLength={300}
                label={t('families.agreement.note')}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </>
          )}
          <Group>
            <Button type="submit" loading={record.isPending}>
              {t('common.save')}
            </Button>
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
