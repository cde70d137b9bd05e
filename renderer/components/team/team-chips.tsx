import { useTranslation } from 'react-i18next'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { FixedChip } from '../filter-chip.tsx'
import type { QueueQuery } from '../queue-query.ts'

interface TeamChipsProps {
  readonly query: QueueQuery
  readonly people: readonly PersonProfile[]
  onChange(part: Partial<QueueQuery>): void
}

/** What the queue is narrowed to of the work of the team: chips that come by a view or a figure, and can be taken away. */
export function TeamChips({ query, people, onChange }: TeamChipsProps) {
  const { t } = useTranslation()
  const { day } = useFormats()
  const { mine, review, decided } = query
  const name = people.find(({ id }) => id === decided?.by)?.name
  const on = decided?.on == null ? undefined : day(decided.on)
  const decidedWords =
    name !== undefined && on !== undefined
      ? t('team.filter.decidedByOn', { name, day: on })
      : name !== undefined
        ? t('team.filter.decidedBy', { name })
        : on !== undefined
          ? t('team.filter.decidedOn', { day: on })
          : t('team.filter.decided')
  return (
    <>
      {mine && <FixedChip name={t('team.filter.mine')} onClear={() => onChange({ mine: false })} />}
      {review !== null && (
        <FixedChip name={t(`team.filter.${review}`)} onClear={() => onChange({ review: null })} />
      )}
      {decided !== null && <FixedChip name={decidedWords} onClear={() => onChange({ decided: null })} />}
    </>
  )
}
