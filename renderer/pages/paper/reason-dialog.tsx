import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'

interface ReasonDialogProps {
  readonly title: string
  readonly label: string
  readonly action: string
  onClose(): void
  onReason(reason: string): void
}

/** Asks why, before an act that the journal must explain. */
export function ReasonDialog({ title, label, action, onClose, onReason }: ReasonDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '') return
    onReason(reason.trim())
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            data-autofocus
            required
            label={label}
            maxLength={300}
            value={reason}
            error={tried && reason.trim() === '' ? t('paper.batch.reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit">{action.replace(/…$/u, '')}</Button>
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
