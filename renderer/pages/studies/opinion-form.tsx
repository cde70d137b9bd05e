import { ActionIcon, NativeSelect, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { type OpinionValue, opinionValues } from '../../../shared/domain/feasibility/study-axes.ts'
import type { ServiceOpinion, StudyDetail } from '../../../shared/read-models/study.ts'
import { showError } from '../../api/show-error.tsx'
import { FormRefusal } from '../../components/form-refusal.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import { OpinionIcon } from './opinion-icon.tsx'
import classes from './studies.module.css'
import { useStudyForm, useStudySave } from './use-study-form.ts'

interface OpinionFormProps {
  readonly study: StudyDetail
  readonly opinion: ServiceOpinion
  readonly locked: boolean
}

interface Given {
  readonly opinion: OpinionValue | null
  readonly comment: string
  readonly givenOn: string | null
}

/** What one service answered, saved as it is typed once the opinion itself is chosen. */
export function OpinionForm({ study, opinion, locked }: OpinionFormProps) {
  const { t } = useTranslation()
  const { day } = useFormats()
  const { process } = useWork()
  const write = useStudySave(study)
  const done = useDoneNotice()
  const today = localDayOf(new Date().toISOString(), process.timeZone)
  const form = useStudyForm<Given>({
    study,
    part: `opinion ${opinion.id}`,
    read: ({ opinions }) => {
      const known = opinions.find(({ id }) => id === opinion.id) ?? opinion
      return { opinion: known.opinion, comment: known.comment, givenOn: known.givenOn }
    },
    save: (given, { client, latest, key }) =>
      given.opinion === null
        ? Promise.resolve(latest)
        : client.studies.giveOpinion({
            ...key,
            opinionId: opinion.id,
            opinion: given.opinion,
            comment: given.comment,
            givenOn: given.givenOn ?? today,
          }),
    blocked: (given) => given.opinion === null,
  })
  const { values } = form
  const late = values.opinion === null && opinion.dueOn !== null && opinion.dueOn < today
  const remove = async (): Promise<void> => {
    try {
      await write(study.version, ({ client, key }) =>
        client.studies.removeOpinion({ ...key, opinionId: opinion.id }),
      )
      done(t('studies.opinionRemoved', { department: opinion.department }), { undoable: true })
    } catch (error) {
      showError(t, error)
    }
  }
  const name = t('studies.opinionOf', { department: opinion.department })
  return (
    <fieldset className={classes.opinion}>
      <legend>
        {opinion.department}
        <Text component="span" size="xs" c={late ? 'var(--parvis-danger)' : 'dimmed'} fw={400}>
          {[
            t('studies.requestedOn', { day: day(opinion.requestedOn) }),
            ...(opinion.dueOn === null ? [] : [t('studies.expectedOn', { day: day(opinion.dueOn) })]),
            ...(opinion.givenByName === null ? [] : [t('studies.givenBy', { name: opinion.givenByName })]),
          ].join(', ')}
        </Text>
      </legend>
      <FormRefusal form={form} />
      <div className={classes.fields}>
        <NativeSelect
          size="xs"
          aria-label={name}
          leftSection={<OpinionIcon opinion={values.opinion} />}
          disabled={locked}
          data={[
            ...(opinion.opinion === null ? [{ value: '', label: t('studies.opinionAwaited') }] : []),
            ...opinionValues.map((value) => ({ value, label: t(`labels.opinion.${value}`) })),
          ]}
          value={values.opinion ?? ''}
          onChange={(event) => {
            const chosen = opinionValues.find((value) => value === event.currentTarget.value) ?? null
            form.set({ opinion: chosen, givenOn: values.givenOn ?? (chosen === null ? null : today) })
          }}
        />
        <DateInput
          valueFormat="DD/MM/YYYY"
          aria-label={`${t('studies.givenOn')}, ${opinion.department}`}
          placeholder={t('studies.givenOn')}
          readOnly={locked}
          value={values.givenOn}
          onChange={(givenOn) => form.set({ givenOn })}
        />
        {!locked && (
          <ActionIcon
            aria-label={t('studies.removeOpinion', { department: opinion.department })}
            onClick={() => void remove()}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
      <Textarea
        mt={6}
        autosize
        minRows={1}
        maxRows={12}
        maxLength={20_000}
        aria-label={`${t('studies.comment')}, ${opinion.department}`}
        placeholder={t('studies.comment')}
        readOnly={locked}
        value={values.comment}
        onChange={(event) => form.set({ comment: event.currentTarget.value })}
      />
      {form.dirty && values.opinion === null && (
        <Text size="xs" c="dimmed" role="status">
          {t('studies.opinionMissing')}
        </Text>
      )}
    </fieldset>
  )
}
