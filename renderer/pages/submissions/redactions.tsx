import { Group, Text, Title } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { MaskDialog } from './mask-dialog.tsx'
import { MaskSuggestions } from './mask-suggestions.tsx'
import { OriginalDialog } from './original-dialog.tsx'
import { useMask } from './use-mask.ts'
import { useSelectedWords } from './use-selected-words.ts'

/** Masked passages of a submission: masking by key or dialog, showing again, reading under seal. */
export function Redactions({ detail, words: text }: DeskSectionProps) {
  const { t } = useTranslation()
  const { shortDay } = useFormats()
  const words = useSelectedWords(text)
  const { mask } = useMask(detail.id)
  const lift = useChange('redactions.lift')
  const moderate = usePermission('moderate')
  const [dialog, setDialog] = useState<'mask' | 'original'>()
  const { data: redactions = [] } = useRead('redactions.list', { submissionId: detail.id })
  // With words selected, X masks them; without, the queue keeps its own X.
  usePageKeys([
    {
      key: 'x',
      label: t('redactions.maskKey'),
      enabled: words !== '' && moderate.allowed,
      run: () => void mask(words, t('redactions.reasons.personal')),
    },
  ])
  return (
    <>
      <MaskSuggestions detail={detail} words={text} />
      <Group gap="xs" mt="xs">
        <GuardedButton
          permission="moderate"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconEyeOff size={16} aria-hidden />}
          onClick={() => setDialog('mask')}
        >
          {t('redactions.mask')}
        </GuardedButton>
      </Group>
      {redactions.length > 0 && (
        <section className={classes.redactions}>
          <Group justify="space-between">
            <Title order={3} size="h5">
              {t('redactions.title')}
            </Title>
            <GuardedButton
              permission="read-sealed"
              variant="subtle"
              size="compact-sm"
              onClick={() => setDialog('original')}
            >
              {t('redactions.readOriginal')}
            </GuardedButton>
          </Group>
          {redactions.map((redaction) => (
            <Group key={redaction.id} justify="space-between" wrap="nowrap" gap="xs">
              <Text>
                {t('redactions.entry', {
                  reason: redaction.reason,
                  count: redaction.occurrences,
                  name: redaction.madeByName,
                  date: shortDay(redaction.madeAt),
                })}
              </Text>
              <GuardedButton
                permission="read-sealed"
                flex="none"
                variant="subtle"
                size="compact-sm"
                onClick={() => lift.mutate({ redactionId: redaction.id, reason: t('redactions.liftReason') })}
              >
                {t('redactions.lift')}
              </GuardedButton>
            </Group>
          ))}
        </section>
      )}
      {dialog === 'mask' && (
        <MaskDialog submissionId={detail.id} words={words} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'original' && (
        <OriginalDialog submissionId={detail.id} onClose={() => setDialog(undefined)} />
      )}
    </>
  )
}
