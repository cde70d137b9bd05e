import { Loader, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputFor } from '../../../shared/contract/contract.ts'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import type { WrittenAct } from './decision-act.ts'

interface BulkPreviewProps {
  readonly act: WrittenAct
  readonly ids: readonly string[]
  readonly reasons: readonly RefusalReason[]
  /** Whether there is an answer: without one, those that are owed one do not change. */
  readonly answered: boolean
}

const namedReferences = 6

/** How many a verdict would change, which not and why; asked from the service that will do it. */
export function BulkPreview({ act, ids, reasons, answered }: BulkPreviewProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const [outcome, setOutcome] = useState<OutputFor<'submissions', 'decideMany'>>()
  const reasonText = reasons.join(',')
  useEffect(() => {
    if (act === 'split') return
    let current = true
    client.submissions
      .decideMany({
        submissionIds: [...ids],
        verdict: act,
        reasons: reasonText === '' ? [] : (reasonText.split(',') as RefusalReason[]),
        rationale: answered ? '…' : '',
        skipUnfit: true,
        preview: true,
      })
      .then(
        (answer) => current && setOutcome(answer),
        (error) => current && showError(t, error),
      )
    return () => {
      current = false
    }
  }, [client, act, ids, reasonText, answered, t])
  if (outcome === undefined) return <Loader size="xs" aria-label={t('common.loading')} />
  const groups = [...Map.groupBy(outcome.refused, ({ code }) => code)]
  return (
    <div role="status">
      <Text fw={600}>
        {t('submissions.willChange', { count: outcome.decided, formatted: number(outcome.decided) })}
      </Text>
      {groups.map(([code, refused]) => (
        <Text key={code}>
          {t('submissions.willNotChange', {
            count: refused.length,
            formatted: number(refused.length),
            why: t(`submissions.misfit.${code}`, { defaultValue: code }),
            references: refused
              .slice(0, namedReferences)
              .map(({ reference }) => reference)
              .join(', '),
            more: refused.length > namedReferences ? '…' : '',
          })}
        </Text>
      ))}
    </div>
  )
}
