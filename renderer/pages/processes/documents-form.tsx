import { Button, ColorInput, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../api/parvis.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { StoredPicture } from '../../components/stored-picture.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { readDocumentValues, readProcessValues } from './process-values.ts'
import { useProcessForm } from './use-process-form.ts'

/** What documents print besides the proposals: words, colour, signature, logo. */
export function DocumentsForm() {
  const { t } = useTranslation()
  const { process } = useWork()
  const form = useProcessForm('documents', readDocumentValues, (client, values, key) =>
    client.processes.update({ ...readProcessValues(process), ...values, ...key }),
  )
  const { values, set } = form
  const area = (field: 'foreword' | 'votingInstructions' | 'contact' | 'signatureBlock', rows: number) => ({
    label: t(`processes.field.${field}`),
    value: values[field],
    minRows: rows,
    maxRows: 16,
    autosize: true,
    onChange: (event: { readonly currentTarget: HTMLTextAreaElement }) =>
      set({ [field]: event.currentTarget.value }),
  })
  return (
    <Stack maw="48rem" gap="xl">
      <Logo />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit()
        }}
      >
        <Stack>
          <Textarea {...area('foreword', 5)} />
          <Textarea {...area('votingInstructions', 4)} />
          <Textarea {...area('contact', 2)} />
          <Textarea {...area('signatureBlock', 2)} />
          <ColorInput
            withEyeDropper={false}
            size="xs"
            maw="14rem"
            label={t('processes.field.accentColor')}
            value={values.accentColor}
            onChange={(accentColor) => set({ accentColor })}
            swatches={['#1d57a5', '#0b6e75', '#1d6b39', '#8a5200', '#b0251c', '#6a3fa0']}
          />
          <FormFooter form={form} permission="configure-process" />
        </Stack>
      </form>
    </Stack>
  )
}

function Logo() {
  const { t } = useTranslation()
  const client = useClient()
  const { process } = useWork()
  const setLogo = useChange('processes.setLogo')
  const { data: picture } = useRead(
    'projects.picture',
    process.logoAttachmentId === null ? null : { attachmentId: process.logoAttachmentId },
  )
  const save = (path: string | null): void =>
    setLogo.mutate({ processId: process.id, version: process.version, path })
  const choose = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'open-file',
      title: t('processes.chooseLogo'),
      filters: [{ name: t('processes.pictures'), extensions: ['png', 'jpg', 'jpeg'] }],
    })
    if (path !== null) save(path)
  }
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t('processes.logo')}</Title>
      <Text c="dimmed">
        {process.logoAttachmentId === null ? t('processes.noLogo') : t('processes.logoHint')}
      </Text>
      {process.logoAttachmentId !== null && (
        <StoredPicture picture={picture} alt={t('processes.logo')} mah={96} />
      )}
      <Group>
        <GuardedButton
          permission="configure-process"
          variant="default"
          loading={setLogo.isPending}
          onClick={() => void choose()}
        >
          {t('processes.chooseLogo')}
        </GuardedButton>
        {process.logoAttachmentId !== null && (
          <Button variant="subtle" onClick={() => save(null)}>
            {t('processes.removeLogo')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
