import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { describeRefusal } from '../../shared/messages/describe-refusal.ts'
import { CallError } from './client.ts'

/** The sentence of a refusal in the user's language: what happened, what was kept, what to do. */
export function describeError(t: TFunction, error: unknown): string {
  if (!(error instanceof CallError)) {
    return t('errors.internal', { incidentId: error instanceof Error ? error.message : String(error) })
  }
  const { code, parameters, incidentId } = error
  return describeRefusal(t, { code, parameters, ...(incidentId === undefined ? {} : { incidentId }) })
}

/** Shows a refusal as a notice that stays until it is closed. */
export function showError(t: TFunction, error: unknown): void {
  if (error instanceof CallError && error.code === 'cancelled') return
  notifications.show({
    role: 'alert',
    color: 'red',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    title: t('common.refusedTitle'),
    message: describeError(t, error),
    autoClose: false,
    closeButtonProps: { 'aria-label': t('common.close') },
  })
}
