import { Button, Group } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/use-call.ts'
import { KeyHint } from '../../keys/key-hint.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { usePermission } from '../../session/use-permission.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './redactions.module.css'
import { useMask } from './use-mask.ts'
import { usePassageMarks } from './use-passage-marks.ts'

/**
 * Passages that look like personal data: underlined where they are read, masked one by one or all at once by a key.
 * A suggestion, never an act of its own.
 */
export function MaskSuggestions({ detail, words }: Pick<DeskSectionProps, 'detail' | 'words'>) {
  const { t } = useTranslation()
  const moderate = usePermission('moderate')
  const { mask, maskAll, masking } = useMask(detail.id)
  const { data = [] } = useRead(
    'redactions.suggestions',
    moderate.allowed ? { submissionId: detail.id } : null,
    { keep: false },
  )
  const [chosen, setChosen] = useState<string>()
  const passages = useMemo(() => data.map(({ passage }) => passage), [data])
  const current = passages.find((passage) => passage === chosen) ?? passages[0]
  usePassageMarks(words, passages, current, detail.body)
  const reason = t('redactions.reasons.personal')
  const step = (by: number): void => {
    const at = passages.indexOf(current ?? '')
    setChosen(passages[(at + by + passages.length) % passages.length])
  }
  const some = passages.length > 0
  usePageKeys([
    {
      key: 'shift+x',
      label: t('redactions.suggestionKey'),
      enabled: some,
      run: () => {
        if (current !== undefined && !masking) void mask(current, reason)
      },
    },
    {
      key: 'shift+b',
      label: t('redactions.allSuggestionsKey'),
      enabled: some,
      run: () => {
        if (!masking) void maskAll(passages, reason)
      },
    },
    { key: 'b', label: t('redactions.nextSuggestionKey'), enabled: passages.length > 1, run: () => step(1) },
  ])
  if (!some) return null
  return (
    <section className={classes.suggestions} aria-label={t('redactions.suggestions')}>
      <span className={classes.suggestionsTitle}>
        {t('redactions.suggestionsTitle', { count: passages.length })}
      </span>
      <Group gap={6}>
        {data.map(({ passage, occurrences }) => (
          <button
            key={passage}
            type="button"
            className={classes.suggestion}
            data-current={passage === current || undefined}
            disabled={masking}
            onFocus={() => setChosen(passage)}
            onClick={() => void mask(passage, reason)}
          >
            <IconEyeOff size={14} aria-hidden />
            <span className="visually-hidden">{t('redactions.maskWord', { word: passage })}</span>
            <span dir="auto" aria-hidden>
              {passage}
            </span>
            {occurrences > 1 && (
              <span className={classes.times} aria-hidden>
                ×{occurrences}
              </span>
            )}
            {passage === current && <KeyHint name="shift+x" />}
          </button>
        ))}
        {passages.length > 1 && (
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={masking}
            onClick={() => void maskAll(passages, reason)}
          >
            {t('redactions.maskAll', { count: passages.length })}
            <KeyHint name="shift+b" />
          </Button>
        )}
      </Group>
    </section>
  )
}
