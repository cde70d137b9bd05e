import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { describeError } from '../api/show-error.tsx'
import type { VersionedForm } from './use-versioned-form.ts'

/** Why the last save of a form was refused, in place, and the ways out when somebody else saved first. */
export function FormRefusal({ form }: { form: VersionedForm<never> | VersionedForm<unknown> }) {
  const { t } = useTranslation()
  return (
    <>
      {form.changedMeanwhile ? (
        <Alert role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('common.changedMeanwhile')}
          <Group mt="xs">
            <Button loading={form.saving} onClick={() => void form.keepMine()}>
              {t('common.keepMine')}
            </Button>
            <Button variant="default" onClick={form.takeTheirs}>
              {t('common.takeTheirs')}
            </Button>
          </Group>
        </Alert>
      ) : (
        form.refusal !== undefined && (
          <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
            {describeError(t, form.refusal)}
          </Alert>
        )
      )}
    </>
  )
}
