import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { maskReasons } from './mask-reasons.ts'
import { useMask } from './use-mask.ts'

interface MaskDialogProps {
  readonly submissionId: string
  /** Words that were selected, to begin with. */
  readonly words: string
  onClose(): void
}

/** Masks words that are typed or were selected, for a reason. */
export function MaskDialog({ submissionId, words, onClose }: MaskDialogProps) {
  const { t } = useTranslation()
  const [passage, setPassage] = useState(words)
  const [reason, setReason] = useState<string>(maskReasons[0])
  const { mask, masking } = useMask(submissionId)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (passage.trim().length < 2 || masking) return
    if (await mask(passage, t(`redactions.reasons.${reason}`))) onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('redactions.dialogTitle')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text>{t('redactions.dialogNote')}</Text>
          <TextInput
            data-autofocus
            required
            label={t('redactions.passage')}
            description={t('redactions.passageHint')}
            maxLength={2_000}
            value={passage}
            onChange={(event) => setPassage(event.currentTarget.value)}
          />
          <Select
            label={t('redactions.reason')}
            allowDeselect={false}
            data={maskReasons.map((value) => ({ value, label: t(`redactions.reasons.${value}`) }))}
            value={reason}
            onChange={(value) => setReason(value ?? maskReasons[0])}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <GuardedButton permission="moderate" type="submit" loading={masking}>
              {t('redactions.confirm')}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
