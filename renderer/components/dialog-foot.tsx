import { Alert, Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError } from '../api/client.ts'
import { describeError } from '../api/show-error.tsx'

interface DialogFootProps {
  /** Why the last try was refused: said here, with what was typed still above. */
  readonly error: CallError | null
  readonly pending: boolean
  /** What the form does. */
  readonly act: string
  onClose(): void
  /** Beside the buttons. */
  readonly children?: ReactNode
}

/** The foot of a form in a dialog: the refusal in place, the act, and the way out. */
export function DialogFoot({ error, pending, act, onClose, children }: DialogFootProps) {
  const { t } = useTranslation()
  return (
    <>
      {error !== null && (
        <Alert role="alert" color="red">
          {describeError(t, error)}
        </Alert>
      )}
      <Group>
        <Button type="submit" loading={pending}>
          {act}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {children}
      </Group>
    </>
  )
}
