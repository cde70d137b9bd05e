import { Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { useDraft } from '../../components/drafts.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import { BatchFields, type BatchValues } from './batch-fields.tsx'

interface NewBatchDialogProps {
  onClose(): void
  onCreated(batchId: string): void
}

/** What makes a batch: its event and how many forms are printed. */
export function NewBatchDialog({ onClose, onCreated }: NewBatchDialogProps) {
  const { t } = useTranslation()
  const { process, person } = useWork()
  const [draft, keep] = useDraft<BatchValues>(`paper batch ${process.id}`)
  const values: BatchValues = draft ?? {
    eventKind: 'workshop',
    eventName: '',
    meetingId: null,
    heldOn: localDayOf(new Date().toISOString(), process.timeZone),
    place: '',
    collectedBy: person.name,
    channel: 'paper',
    formCount: 50,
    handedOut: null,
  }
  const [tried, setTried] = useState(false)
  const create = useChange('paper.createBatch', { inPlace: ['*'] })
  const done = useDoneNotice()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const { formCount } = values
    if (values.eventName.trim() === '' || formCount === null) return
    create.mutate(
      { processId: process.id, ...values, formCount },
      {
        onSuccess: (batch) => {
          keep(undefined)
          done(t('paper.batch.created', { code: batch.code }))
          onCreated(batch.id)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog size="lg" onClose={onClose} title={t('paper.batch.newTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('paper.batch.newIntro')}
          </Text>
          <BatchFields values={values} set={(part) => keep({ ...values, ...part })} tried={tried} />
          <DialogFoot
            error={create.error}
            pending={create.isPending}
            act={t('paper.batch.create')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
