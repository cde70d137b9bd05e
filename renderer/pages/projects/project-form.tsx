import { Autocomplete, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'
import { readKey, useChange } from '../../api/use-call.ts'
import { AutosavedHead } from '../../components/autosaved-head.tsx'
import { FormRefusal } from '../../components/form-refusal.tsx'
import { RichTextField } from '../../components/rich-text-field.tsx'
import { useAutosave } from '../../components/use-autosave.ts'
import { useVersionedForm, type VersionedForm } from '../../components/use-versioned-form.ts'
import { useWork } from '../../session/session.tsx'
import { Counter } from './counter.tsx'
import { PlaceFields } from './place-fields.tsx'
import { type ProjectValues, readProjectValues, summaryLimit, titleLimit } from './project-values.ts'
import classes from './projects.module.css'

interface ProjectFormProps {
  readonly project: ProjectDetail
  /** What is published changes by an erratum only, elsewhere. */
  readonly settled: boolean
  readonly readOnly: boolean
}

function useProjectForm(project: ProjectDetail): VersionedForm<ProjectValues> {
  const queries = useQueryClient()
  const update = useChange('projects.update', { inPlace: ['*'] })
  return useVersionedForm({
    draftKey: `project ${project.id}`,
    source: project,
    read: readProjectValues,
    keepTyping: true,
    async save(values, version) {
      const address = values.address?.trim() || null
      const saved = await update.mutateAsync({ projectId: project.id, version, ...values, address })
      queries.setQueryData(readKey('projects.get', { projectId: project.id }), saved)
      return saved
    },
  })
}

/** What will be published of a project, saved as it is typed. */
export function ProjectForm({ project, settled, readOnly }: ProjectFormProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const form = useProjectForm(project)
  const { values, set } = form
  const untitled = values.title.trim() === ''
  useAutosave(form, untitled)
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <AutosavedHead form={form}>
        <Title order={2}>{t('projects.publication')}</Title>
      </AutosavedHead>
      <Stack gap="sm" mt="sm">
        <FormRefusal form={form} />
        {settled ? (
          <div>
            <Text fw={500}>{t('projects.titleField')}</Text>
            <Text size="md">{project.title}</Text>
          </div>
        ) : (
          <TextInput
            id="project-title"
            label={t('projects.titleField')}
            description={<Counter text={values.title} limit={titleLimit} />}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={untitled ? t('projects.titleMissing') : undefined}
            maxLength={120}
            readOnly={readOnly}
            value={values.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
        )}
        <Textarea
          label={t('projects.summary')}
          description={<Counter text={values.summary} limit={summaryLimit} />}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={600}
          readOnly={readOnly}
          value={values.summary}
          onChange={(event) => set({ summary: event.currentTarget.value })}
        />
        <RichTextField
          label={t('projects.description')}
          readOnly={readOnly}
          value={values.description}
          onChange={(description) => set({ description })}
        />
        <div className={classes.pair}>
          <Select
            label={t('projects.theme')}
            placeholder={t('projects.noTheme')}
            clearable
            readOnly={readOnly}
            data={process.themes.map(({ id, name }) => ({ value: id, label: name }))}
            value={values.themeId}
            onChange={(themeId) => set({ themeId })}
          />
          <Autocomplete
            size="xs"
            label={t('projects.managingDepartment')}
            maxLength={300}
            readOnly={readOnly}
            data={[...process.departments]}
            value={values.managingDepartment}
            onChange={(managingDepartment) => set({ managingDepartment })}
          />
        </div>
        <TextInput
          label={t('projects.proposerNames')}
          maxLength={1_000}
          readOnly={readOnly}
          value={values.proposerNames}
          onChange={(event) => set({ proposerNames: event.currentTarget.value })}
        />
        <Title order={2} mt="md">
          {t('projects.place')}
        </Title>
        <PlaceFields
          values={settled ? readProjectValues(project) : values}
          onChange={set}
          readOnly={readOnly || settled}
          pinLabel={String(project.ballotNumber ?? project.number)}
        />
      </Stack>
    </form>
  )
}
