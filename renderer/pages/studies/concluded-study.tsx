import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conclusion } from '../../../shared/domain/feasibility/study-axes.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import { showError } from '../../api/show-error.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { ConclusionBadge } from './conclusion-badge.tsx'
import classes from './studies.module.css'
import { useStudySave } from './use-study-form.ts'

interface ConcludedStudyProps {
  readonly study: StudyDetail
  readonly conclusion: Conclusion
  readonly blockedBy: string | undefined
}

/** What was concluded, by whom and with which words; taken back only with a reason. */
export function ConcludedStudy({ study, conclusion, blockedBy }: ConcludedStudyProps) {
  const { t } = useTranslation()
  const { instantDay } = useFormats()
  const write = useStudySave(study)
  const done = useDoneNotice()
  const [reason, setReason] = useState<string>()
  const [tried, setTried] = useState(false)
  const takeBack = async (): Promise<void> => {
    setTried(true)
    if (reason === undefined || reason.trim() === '') return
    try {
      await write(study.version, ({ client, latest, key }) =>
        client.studies.conclude({ ...key, conclusion: null, answer: latest.answer, reason: reason.trim() }),
      )
      done(t('studies.tookBack', { reference: study.submission.reference }), { undoable: true })
    } catch (error) {
      showError(t, error)
    }
  }
  return (
    <Stack gap="md" maw="46rem">
      <div>
        <ConclusionBadge conclusion={conclusion} />
        {study.concludedByName !== null && study.concludedAt !== null && (
          <Text size="sm" c="dimmed">
            {t('studies.concludedBy', { name: study.concludedByName, day: instantDay(study.concludedAt) })}
          </Text>
        )}
      </div>
      {study.conditions.trim() !== '' && (
        <section>
          <Title order={3}>{t('studies.conditions')}</Title>
          <p className={`reading ${classes.plain}`}>{study.conditions}</p>
        </section>
      )}
      <section>
        <Title order={3}>{t('studies.motivatedAnswer')}</Title>
        {study.answer.trim() === '' ? (
          <Text c="dimmed">{t('studies.noWrittenAnswer')}</Text>
        ) : (
          <p className={`reading ${classes.plain}`}>{study.answer}</p>
        )}
      </section>
      {reason === undefined ? (
        <Group>
          <GuardedButton
            permission="study"
            variant="default"
            blockedBy={blockedBy ?? (study.projectId === null ? undefined : t('studies.inProjectReason'))}
            onClick={() => setReason('')}
          >
            {t('studies.takeBack')}
          </GuardedButton>
        </Group>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void takeBack()
          }}
        >
          <TextInput
            autoFocus
            required
            label={t('studies.takeBackReason')}
            description={t('studies.takeBackHint')}
            maxLength={300}
            value={reason}
            error={tried && reason.trim() === '' ? t('common.required') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group mt="xs">
            <Button type="submit">{t('studies.takeBack')}</Button>
            <Button variant="subtle" onClick={() => setReason(undefined)}>
              {t('common.cancel')}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  )
}
