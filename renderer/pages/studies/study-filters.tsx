import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FilterChip, FilterSwitch } from '../../components/filter-chip.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { useWork } from '../../session/session.tsx'
import { everyStudy, isNarrowed, type StudyFilter, type StudyState, studyStates } from './study-filter.ts'

interface StudyFiltersProps {
  readonly filter: StudyFilter
  /** How many studies each state holds. */
  readonly counts: Readonly<Record<StudyState, number>>
  readonly departments: readonly string[]
  onChange(filter: StudyFilter): void
}

/** Search, state, department, late and mine. */
export function StudyFilters({ filter, counts, departments, onChange }: StudyFiltersProps) {
  const { t } = useTranslation()
  const { person } = useWork()
  const change = (part: Partial<StudyFilter>): void => onChange({ ...filter, ...part })
  return (
    <>
      <SearchField
        label={t('studies.search')}
        value={filter.search}
        onChange={(search) => change({ search })}
      />
      <FilterChip
        name={t('studies.state')}
        choices={studyStates
          .filter((state) => state !== 'all' && (counts[state] > 0 || state === filter.state))
          .map((state) => ({
            value: state,
            label: t(`studies.progress.${state}`),
            count: counts[state],
          }))}
        chosen={filter.state === 'all' ? null : filter.state}
        onChange={(state) => change({ state: state ?? 'all' })}
      />
      <FilterChip
        name={t('studies.department')}
        choices={departments.map((name) => ({ value: name, label: name }))}
        chosen={filter.department}
        onChange={(department) => change({ department })}
      />
      <FilterSwitch name={t('studies.late')} on={filter.late} onChange={(late) => change({ late })} />
      {person.department !== null && (
        <FilterSwitch
          name={t('studies.mine')}
          on={filter.mine}
          hint={t('studies.mineHint', { department: person.department })}
          onChange={(mine) => change({ mine })}
        />
      )}
      {isNarrowed(filter) && (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(everyStudy)}>
          {t('common.clearAll')}
        </Button>
      )}
    </>
  )
}
