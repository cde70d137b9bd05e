import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../api/use-call.ts'

/** Takes back one's last act (Ctrl+Z) and says what was taken back. */
export function useUndo(): () => void {
  const { t } = useTranslation()
  const { mutate } = useChange('journal.undoLast')
  return useCallback(
    () =>
      mutate(
        {},
        {
          onSuccess: ({ undone, objects }) =>
            notifications.show({
              icon: <IconArrowBackUp size={18} aria-hidden />,
              message: undone
                ? t('common.undone', { label: undone.objectLabel, count: objects })
                : t('common.nothingToUndo'),
              closeButtonProps: { 'aria-label': t('common.close') },
            }),
        },
      ),
    [mutate, t],
  )
}

/** Says that an act was done, with the way to take it back during ten seconds. */
export function useDoneNotice(): (message: string, options?: { readonly undoable?: boolean }) => void {
  const { t } = useTranslation()
  const undo = useUndo()
  return useCallback(
    (message, options = {}) => {
      const id = crypto.randomUUID()
      notifications.show({
        id,
        icon: <IconCheck size={18} aria-hidden />,
        autoClose: 10_000,
        closeButtonProps: { 'aria-label': t('common.close') },
        message: options.undoable ? (
          <Group justify="space-between" wrap="nowrap">
            <span>{message}</span>
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => {
                notifications.hide(id)
                undo()
              }}
            >
              {t('common.undo')}
            </Button>
          </Group>
        ) : (
          message
        ),
      })
    },
    [t, undo],
  )
}
