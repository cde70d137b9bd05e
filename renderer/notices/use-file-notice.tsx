import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileCheck } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../api/parvis.tsx'
import { showError } from '../api/show-error.tsx'

/** Says that a file was written, with the ways to it: open, show in folder. */
export function useFileNotice(): (path: string) => void {
  const { t } = useTranslation()
  const client = useClient()
  return useCallback(
    (path) => {
      const fail = (error: unknown): void => showError(t, error)
      notifications.show({
        icon: <IconFileCheck size={18} aria-hidden />,
        autoClose: false,
        closeButtonProps: { 'aria-label': t('common.close') },
        message: (
          <>
            {t('common.exported', { path })}
            <Group gap="xs" mt="xs">
              <Button
                size="compact-xs"
                onClick={() => void client.application.openFile({ path }).catch(fail)}
              >
                {t('common.openFile')}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => void client.application.showInFolder({ path }).catch(fail)}
              >
                {t('common.showInFolder')}
              </Button>
            </Group>
          </>
        ),
      })
    },
    [t, client],
  )
}
