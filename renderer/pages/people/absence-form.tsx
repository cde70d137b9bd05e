import { Alert, Group, Select, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/people/permissions.ts'
import type { Absence } from '../../../shared/read-models/team.ts'
import { useChange, useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'

interface AbsenceFormProps {
  readonly absence: Absence | 'new'
  onClose(): void
}

/** When somebody is away and who stands in; one's own, or anybody's for a responsible. */
export function AbsenceForm({ absence, onClose }: AbsenceFormProps) {
  const { t } = useTranslation()
  const { person } = useWork()
  const { data: people = [] } = useRead('people.list', {})
  const lead = usePermission('lead-team', false)
  const known = absence === 'new' ? undefined : absence
  const [personId, setPersonId] = useState(known?.personId ?? person.id)
  const [fromOn, setFromOn] = useState<string | null>(known?.fromOn ?? null)
  const [untilOn, setUntilOn] = useState<string | null>(known?.untilOn ?? null)
  const [standInId, setStandInId] = useState<string | null>(known?.standInId ?? null)
  const [tried, setTried] = useState(false)
  const save = useChange('team.saveAbsence', { inPlace: ['*'] })
  const done = useDoneNotice()
  const active = people.filter((one) => one.active)
  const missing = fromOn === null || untilOn === null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (fromOn === null || untilOn === null) return
    save.mutate(
      {
        ...(known === undefined ? {} : { id: known.id, version: known.version }),
        personId,
        fromOn,
        untilOn,
        standInId,
      },
      {
        onSuccess: () => {
          const name = people.find(({ id }) => id === personId)?.name ?? ''
          done(t('team.absence.saved', { name }), { undoable: true })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('team.absence.formTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Select
            data-autofocus
            label={t('team.absence.person')}
            data={active.map(({ id, name }) => ({ value: id, label: name }))}
            value={personId}
            allowDeselect={false}
            disabled={known !== undefined || !lead.allowed}
            onChange={(value) => value !== null && setPersonId(value)}
          />
          <Group grow align="flex-start">
            <DateInput
              required
              valueFormat="DD/MM/YYYY"
              label={t('team.absence.from')}
              value={fromOn}
              error={tried && fromOn === null ? t('common.required') : undefined}
              onChange={setFromOn}
            />
            <DateInput
              required
              valueFormat="DD/MM/YYYY"
              label={t('team.absence.until')}
              {...(fromOn === null ? {} : { minDate: fromOn })}
              value={untilOn}
              error={tried && untilOn === null ? t('common.required') : undefined}
              onChange={setUntilOn}
            />
          </Group>
          <Select
            clearable
            searchable
            label={t('team.absence.standIn')}
            placeholder={t('team.absence.noStandIn')}
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            data={active
              .filter(({ id, roles }) => id !== personId && may(roles, 'moderate'))
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={standInId}
            onChange={setStandInId}
          />
          {tried && missing && (
            <Alert role="alert" color="red">
              {t('team.absence.daysMissing')}
            </Alert>
          )}
          <DialogFoot error={save.error} pending={save.isPending} act={t('common.save')} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
