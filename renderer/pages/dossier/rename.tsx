import { Group, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readKey, useChange } from '../../api/use-call.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'

/** The title of the dossier. */
export function Rename() {
  const { t } = useTranslation()
  const { dossier } = useWork()
  const queries = useQueryClient()
  const [title, setTitle] = useState(dossier.title)
  const rename = useChange('dossiers.rename')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    rename.mutate(
      { title },
      { onSuccess: (renamed) => queries.setQueryData(readKey('dossiers.current', {}), renamed) },
    )
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          w="24rem"
          label={t('dossier.name')}
          value={title}
          onChange={(event) => {
            rename.reset()
            setTitle(event.currentTarget.value)
          }}
        />
        <GuardedButton
          type="submit"
          variant="default"
          permission="configure-dossier"
          loading={rename.isPending}
          blockedBy={
            title.trim() === ''
              ? t('common.required')
              : title === dossier.title
                ? t('common.nothingToSave')
                : undefined
          }
        >
          {t('common.save')}
        </GuardedButton>
        <Text role="status" c="dimmed">
          {rename.isSuccess ? t('dossier.renamed') : ''}
        </Text>
      </Group>
    </form>
  )
}
