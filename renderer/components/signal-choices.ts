import { useTranslation } from 'react-i18next'
import { type SignalFilter, signalIds } from '../../shared/domain/moderation/signals/signal-id.ts'
import { useRead } from '../api/use-call.ts'
import { useWork } from '../session/session.tsx'
import type { FilterChoice } from './filter-chip.tsx'
import { filterInput, type QueueQuery } from './queue-query.ts'

/** What the filter of signals offers: any, then each that stands on something the other filters leave. */
export function useSignalChoices(query: QueueQuery): readonly FilterChoice<SignalFilter>[] {
  const { t } = useTranslation()
  const { process } = useWork()
  const { data } = useRead('signals.counts', filterInput(process.id, { ...query, signals: [] }))
  const counts = new Map<SignalFilter, number>(data?.signals.map(({ value, count }) => [value, count]))
  const choices: readonly FilterChoice<SignalFilter>[] = [
    { value: 'any', label: t('signals.any'), count: data?.any ?? 0 },
    ...signalIds.map((id) => ({ value: id, label: t(`signals.${id}.name`), count: counts.get(id) ?? 0 })),
  ]
  return choices.filter(({ value, count = 0 }) => count > 0 || query.signals.includes(value))
}
