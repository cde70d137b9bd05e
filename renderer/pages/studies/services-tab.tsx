import { Autocomplete, Stack, Text, Title } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import { showError } from '../../api/show-error.tsx'
import { FormRefusal } from '../../components/form-refusal.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { OpinionForm } from './opinion-form.tsx'
import classes from './studies.module.css'
import { useStudyForm, useStudySave } from './use-study-form.ts'

interface ServicesTabProps {
  readonly study: StudyDetail
  readonly locked: boolean
  readonly blockedBy: string | undefined
}

/** Who leads the study and until when, and what the services consulted answered. */
export function ServicesTab({ study, locked, blockedBy }: ServicesTabProps) {
  const { t } = useTranslation()
  return (
    <Stack gap="lg">
      <LeadForm study={study} locked={locked} />
      <section>
        <Title order={3} mb="xs">
          {t('studies.consulted')}
        </Title>
        {study.opinions.length === 0 ? (
          <Text c="dimmed">{t('studies.nobodyConsulted')}</Text>
        ) : (
          <ul className={classes.opinions}>
            {study.opinions.map((opinion) => (
              <li key={opinion.id}>
                <OpinionForm study={study} opinion={opinion} locked={locked} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {blockedBy === undefined && <AskForm study={study} />}
    </Stack>
  )
}

interface Lead {
  readonly leadDepartment: string
  readonly dueOn: string | null
}

function LeadForm({ study, locked }: { readonly study: StudyDetail; readonly locked: boolean }) {
  const { t } = useTranslation()
  const { process } = useWork()
  const form = useStudyForm<Lead>({
    study,
    part: 'lead',
    read: ({ leadDepartment, dueOn }) => ({ leadDepartment: leadDepartment ?? '', dueOn }),
    save: ({ leadDepartment, dueOn }, { client, latest, key }) =>
      client.studies.saveGrid({
        ...key,
        grid: { ...latest.grid },
        leadDepartment: leadDepartment.trim() === '' ? null : leadDepartment.trim(),
        dueOn,
        conditions: latest.conditions,
      }),
  })
  return (
    <div>
      <FormRefusal form={form} />
      <div className={classes.fields}>
        <Autocomplete
          size="xs"
          label={t('studies.lead')}
          data={[...process.departments]}
          maxLength={300}
          readOnly={locked}
          value={form.values.leadDepartment}
          onChange={(leadDepartment) => form.set({ leadDepartment })}
        />
        <DateInput
          label={t('studies.dueOn')}
          valueFormat="DD/MM/YYYY"
          placeholder={t('studies.datePlaceholder')}
          clearable={!locked}
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          readOnly={locked}
          value={form.values.dueOn}
          onChange={(dueOn) => form.set({ dueOn })}
        />
      </div>
    </div>
  )
}

function AskForm({ study }: { readonly study: StudyDetail }) {
  const { t } = useTranslation()
  const { process } = useWork()
  const write = useStudySave(study)
  const [department, setDepartment] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const missing = department.trim() === ''
  const ask = async (): Promise<void> => {
    setTried(true)
    if (missing) return
    setAsking(true)
    try {
      await write(study.version, ({ client, key }) =>
        client.studies.askOpinion({ ...key, department: department.trim(), dueOn }),
      )
      setDepartment('')
      setTried(false)
    } catch (error) {
      showError(t, error)
    } finally {
      setAsking(false)
    }
  }
  const asked = new Set(study.opinions.map((opinion) => opinion.department))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <Title order={3} mb="xs">
        {t('studies.askTitle')}
      </Title>
      <div className={classes.fields}>
        <Autocomplete
          size="xs"
          label={t('studies.askDepartment')}
          data={process.departments.filter((name) => !asked.has(name))}
          maxLength={300}
          value={department}
          error={tried && missing ? t('studies.departmentMissing') : undefined}
          onChange={setDepartment}
        />
        <DateInput
          label={t('studies.askDueOn')}
          valueFormat="DD/MM/YYYY"
          placeholder={t('studies.datePlaceholder')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          value={dueOn}
          onChange={setDueOn}
        />
        <GuardedButton permission="study" type="submit" variant="default" loading={asking}>
          {t('studies.ask')}
        </GuardedButton>
      </div>
    </form>
  )
}
