import { Chip, Group, NativeSelect, TextInput, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useWork } from '../../session/session.tsx'
import classes from './studies.module.css'
import { type StudyFilter, type StudyState, studyStates } from './study-filter.ts'

interface StudyFiltersProps {
  readonly filter: StudyFilter
  /** How many studies each state holds. */
  readonly counts: Readonly<Record<StudyState, number>>
  readonly departments: readonly string[]
  readonly searchRef: Ref<HTMLInputElement>
  onChange(filter: StudyFilter): void
}

/** Search, state, department, late and mine. */
export function StudyFilters({ filter, counts, departments, searchRef, onChange }: StudyFiltersProps) {
  const { t } = useTranslation()
  const { person } = useWork()
  const change = (part: Partial<StudyFilter>): void => onChange({ ...filter, ...part })
  const mineHint =
    person.department === null
      ? t('studies.noDepartment')
      : t('studies.mineHint', { department: person.department })
  return (
    <div className={classes.filters}>
      <TextInput
        ref={searchRef}
        type="search"
        w="13rem"
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t('studies.search')}
        placeholder={t('studies.search')}
        value={filter.search}
        onChange={(event) => change({ search: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('studies.state')}
        data={studyStates
          .filter((state) => counts[state] > 0 || state === filter.state || state === 'all')
          .map((state) => ({ value: state, label: `${t(`studies.progress.${state}`)} (${counts[state]})` }))}
        value={filter.state}
        onChange={(event) =>
          change({ state: studyStates.find((state) => state === event.currentTarget.value) ?? 'all' })
        }
      />
      <NativeSelect
        size="xs"
        maw="11rem"
        aria-label={t('studies.department')}
        data={[
          { value: '', label: t('studies.anyDepartment') },
          ...departments.map((name) => ({ value: name, label: name })),
        ]}
        value={filter.department ?? ''}
        onChange={(event) => change({ department: event.currentTarget.value || null })}
      />
      <Group gap={6}>
        <Chip size="xs" checked={filter.late} onChange={(late) => change({ late })}>
          {t('studies.late')}
        </Chip>
        <Tooltip label={mineHint}>
          <div>
            <Chip
              size="xs"
              checked={filter.mine && person.department !== null}
              disabled={person.department === null}
              onChange={(mine) => change({ mine })}
            >
              {t('studies.mine')}
            </Chip>
          </div>
        </Tooltip>
      </Group>
    </div>
  )
}
