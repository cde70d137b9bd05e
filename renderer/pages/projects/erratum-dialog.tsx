import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { Counter } from './counter.tsx'
import { PlaceFields } from './place-fields.tsx'
import { type PublishedValues, publishedDiffers, readProjectValues, titleLimit } from './project-values.ts'

interface ErratumValues extends PublishedValues {
  readonly erratum: string
}

/** Corrects what was published of a settled project, with the public words that say so (I5). */
export function ErratumDialog({ project, onClose }: { project: ProjectDetail; onClose(): void }) {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const update = useChange('projects.update', { inPlace: ['*'] })
  const present = readProjectValues(project)
  const fresh: ErratumValues = { ...published(present), erratum: '' }
  const [values, keep] = useKept<ErratumValues>(`erratum ${project.id}`, fresh)
  const set = (part: Partial<ErratumValues>): void => keep({ ...values, ...part })
  const missing =
    values.title.trim() === ''
      ? t('projects.titleMissing')
      : !publishedDiffers(values, present)
        ? t('projects.erratumNothing')
        : values.erratum.trim() === ''
          ? t('projects.erratumTextMissing')
          : undefined
  const save = (): void =>
    update.mutate(
      {
        projectId: project.id,
        version: project.version,
        ...present,
        ...values,
        address: values.address?.trim() || null,
      },
      {
        onSuccess: (saved) => {
          keep({ ...published(readProjectValues(saved)), erratum: '' })
          done(t('projects.erratumDone'), { undoable: true })
          onClose()
        },
      },
    )
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={t('projects.erratumTitle', { number: project.ballotNumber ?? project.number })}
    >
      <Stack gap="sm">
        <Text>{t('projects.erratumIntroduction')}</Text>
        <TextInput
          data-autofocus
          label={t('projects.titleField')}
          description={<Counter text={values.title} limit={titleLimit} />}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          value={values.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <PlaceFields
          values={values}
          onChange={set}
          readOnly={false}
          pinLabel={String(project.ballotNumber ?? project.number)}
        />
        <Textarea
          label={t('projects.erratumText')}
          required
          autosize
          minRows={3}
          maxLength={2_000}
          value={values.erratum}
          onChange={(event) => set({ erratum: event.currentTarget.value })}
        />
        {update.error !== null && (
          <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
            {describeError(t, update.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <GuardedButton
            permission="edit-project"
            blockedBy={missing}
            loading={update.isPending}
            onClick={save}
          >
            {t('projects.erratumSave')}
          </GuardedButton>
        </Group>
      </Stack>
    </Dialog>
  )
}

function published(values: PublishedValues): PublishedValues {
  const { title, districtId, address, latitude, longitude } = values
  return { title, districtId, address, latitude, longitude }
}
