import { Button, Group, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'

interface MarkDialogProps {
  readonly letterIds: readonly string[]
  onClose(): void
  onMarked(): void
}

/** Says on which day letters went. */
export function MarkDialog({ letterIds, onClose, onMarked }: MarkDialogProps) {
  const { t } = useTranslation()
  const { number, day } = useFormats()
  const { process } = useWork()
  const today = localDayOf(new Date().toISOString(), process.timeZone)
  const [sentOn, setSentOn] = useState(today)
  const mark = useChange('letters.markSent')
  const done = useDoneNotice()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    mark.mutate(
      { letterIds: [...letterIds], sentOn },
      {
        onSuccess: ({ marked }) => {
          done(t('letters.marked', { count: marked, formatted: number(marked), day: day(sentOn) }), {
            undoable: true,
          })
          onMarked()
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('letters.markTitle')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <DateInput
            data-autofocus
            label={t('letters.sentOn')}
            description={t('letters.produceCount', {
              count: letterIds.length,
              formatted: number(letterIds.length),
            })}
            valueFormat="DD/MM/YYYY"
            maxDate={today}
            value={sentOn}
            onChange={(value) => setSentOn(value ?? today)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <GuardedButton permission="moderate" type="submit" loading={mark.isPending}>
              {t('letters.mark')}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
