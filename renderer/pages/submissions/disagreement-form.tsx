import { Button, Group, Kbd, Stack, Textarea } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParvis } from '../../api/parvis.tsx'
import { useDraft } from '../../components/drafts.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { keyLabel } from '../../keys/key-name.ts'

interface DisagreementFormProps {
  readonly proposalId: string
  /** `forget` drops the draft, once it was sent. */
  onConfirm(motive: string, forget: () => void): void
  onClose(): void
}

/** Why one thinks otherwise. What was typed is kept until it is sent. */
export function DisagreementForm({ proposalId, onConfirm, onClose }: DisagreementFormProps) {
  const { t } = useTranslation()
  const { language } = useFormats()
  const { platform } = useParvis().bridge
  const [kept, keep] = useDraft<string>(`disagreement:${proposalId}`)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const motive = (kept ?? '').trim()
  useEffect(() => field.current?.focus(), [])
  const confirm = (): void => {
    setTried(true)
    if (motive !== '') onConfirm(motive, () => keep(undefined))
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Stack gap="xs" px="sm" py="xs" role="group" aria-label={t('team.review.disagreement')} onKeyDown={press}>
      <Textarea
        ref={field}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2_000}
        label={t('team.review.motive')}
        description={t('team.review.motiveHint')}
        error={tried && motive === '' ? t('team.review.motiveMissing') : undefined}
        value={kept ?? ''}
        onChange={(event) => keep(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          onClick={confirm}
          rightSection={<Kbd aria-hidden>{keyLabel('mod+enter', language, platform).join(' ')}</Kbd>}
        >
          {t('team.review.sendDisagreement')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
