import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../api/use-call.ts'
import { navigateTo } from '../navigation/hash-location.ts'

/** Takes back one's last act (Ctrl+Z) and says what was taken back. */
export function useUndo(): () => void {
  const { t } = useTranslation()
  const { mutate } = useChange('journal.undoLast')
  return useCallback(
    () =>
      mutate(
        {},
        {
          onSuccess: ({ undone, objects }) => {
            hideLastUndoable()
            if (undone?.objectKind === 'submission' && undone.objectId !== null) reopen(undone.objectId)
            notifications.show({
              className: 'brief',
              message: undone
                ? t('common.undone', { label: undone.objectLabel, count: objects })
                : t('common.nothingToUndo'),
              closeButtonProps: { 'aria-label': t('common.close') },
            })
          },
        },
      ),
    [mutate, t],
  )
}

/** What was taken back is shown again, when the desk is open. */
function reopen(submissionId: string): void {
  if (location.hash.startsWith('#/submissions')) navigateTo(`/submissions/${submissionId}`, { replace: true })
}

/** The notice that offers to undo: only the last act can be taken back, so only one stays. */
let lastUndoable: string | undefined

function hideLastUndoable(): void {
  if (lastUndoable !== undefined) notifications.hide(lastUndoable)
  lastUndoable = undefined
}

interface DoneNoticeOptions {
  /** The act is in the journal and one's last: it is taken back there. */
  readonly undoable?: boolean
  /** Takes the act back, where it is not an act of its own in the journal. */
  undo?(): void
}

/** Says that an act was done, with the way to take it back during ten seconds. */
export function useDoneNotice(): (message: string, options?: DoneNoticeOptions) => void {
  const { t } = useTranslation()
  const undoLast = useUndo()
  return useCallback(
    (message, options = {}) => {
      const undo = options.undo ?? (options.undoable ? undoLast : undefined)
      const id = crypto.randomUUID()
      hideLastUndoable()
      lastUndoable = options.undoable ? id : undefined
      notifications.show({
        id,
        className: 'brief',
        autoClose: 10_000,
        closeButtonProps: { 'aria-label': t('common.close') },
        message: undo ? (
          <Group justify="space-between" gap={4}>
            <span>{message}</span>
            <Button
              variant="subtle"
              size="compact-xs"
              px={4}
              mx={-4}
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
    [t, undoLast],
  )
}
