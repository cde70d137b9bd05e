import { Autocomplete, Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignalId } from '../../../shared/domain/moderation/signals/signal-id.ts'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'

const usualReasons = ['fine', 'public', 'mistaken', 'handled'] as const

interface DismissDialogProps {
  readonly submissionId: string
  readonly signalId: SignalId
  onClose(): void
}

/** Why a signal is set aside: the usual reason stands there already, another one is typed over it. */
export function DismissDialog({ submissionId, signalId, onClose }: DismissDialogProps) {
  const { t } = useTranslation()
  const name = t(`signals.${signalId}.name`)
  const usual = usualReasons.map((reason) => t(`signals.usualReason.${reason}`))
  const [reason, setReason] = useState(usual[0] ?? '')
  const dismiss = useChange('signals.dismiss')
  const done = useDoneNotice()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim() === '' || dismiss.isPending) return
    dismiss.mutate(
      { submissionId, signalId, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose()
          done(t('signals.dismissed', { name }), { undoable: true })
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('signals.dismissTitle', { name })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text>{t('signals.dismissNote')}</Text>
          <Autocomplete
            data-autofocus
            required
            label={t('signals.reason')}
            data={usual}
            maxLength={300}
            openOnFocus={false}
            filter={({ options }) => options}
            value={reason}
            onChange={setReason}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <GuardedButton permission="moderate" type="submit" loading={dismiss.isPending}>
              {t('signals.confirm')}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
