import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../shared/domain/people/permissions.ts'
import { GuardedButton } from '../session/guarded-button.tsx'
import { FormRefusal } from './form-refusal.tsx'
import type { VersionedForm } from './use-versioned-form.ts'

interface FormFooterProps {
  readonly form: VersionedForm<never> | VersionedForm<unknown>
  readonly permission: Permission
  /** Why the form cannot be saved as it is. */
  readonly blockedBy?: string | undefined
}

/** Save, the state of what was typed, and refusals in place. */
export function FormFooter({ form, permission, blockedBy }: FormFooterProps) {
  const { t } = useTranslation()
  return (
    <>
      <FormRefusal form={form} />
      <Group>
        <GuardedButton
          permission={permission}
          blockedBy={blockedBy ?? (form.dirty ? undefined : t('common.nothingToSave'))}
          loading={form.saving}
          type="submit"
        >
          {t('common.save')}
        </GuardedButton>
        <Text size="sm" c="dimmed" role="status">
          {form.saved ? t('common.savedNow') : form.dirty ? t('common.notSavedYet') : ''}
        </Text>
        {form.dirty && !form.saving && (
          <Button variant="subtle" onClick={form.takeTheirs}>
            {t('common.discard')}
          </Button>
        )}
      </Group>
    </>
  )
}
