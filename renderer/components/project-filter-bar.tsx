import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Stage, stages } from '../../shared/domain/lifecycle/stage.ts'
import type { VisaState } from '../../shared/read-models/project.ts'
import { useWork } from '../session/session.tsx'
import { FilterChip, FilterSwitch } from './filter-chip.tsx'
import { everyProject, isNarrowed, type ProjectFilter, unfilled } from './project-filter.ts'
import { SearchField } from './search-field.tsx'

const visaStates: readonly VisaState[] = ['none', 'granted', 'refused', 'void']

interface ProjectFilterBarProps {
  readonly filter: ProjectFilter
  onChange(filter: ProjectFilter): void
  /** Stages that occur: the others would find nothing. */
  readonly stagesPresent: ReadonlySet<Stage>
  /** Offers "without picture". */
  readonly pictures?: boolean
}

/** Search and filters over a list of projects. */
export function ProjectFilterBar({
  filter,
  onChange,
  stagesPresent,
  pictures = false,
}: ProjectFilterBarProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const choice = (
    name: 'stage' | 'districtId' | 'themeId' | 'visa',
    label: string,
    choices: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <FilterChip
      name={label}
      choices={choices}
      chosen={filter[name]}
      onChange={(value) => onChange({ ...filter, [name]: value })}
    />
  )
  const named = (rows: readonly { readonly id: string; readonly name: string }[], none: string) => [
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
    { value: unfilled, label: none },
  ]
  return (
    <>
      <SearchField
        label={t('projects.search')}
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      {choice(
        'stage',
        t('projects.stage'),
        stages
          .filter((stage) => stagesPresent.has(stage) || stage === filter.stage)
          .map((stage) => ({ value: stage, label: t(`labels.stage.${stage}`) })),
      )}
      {choice('districtId', t('projects.district'), named(process.districts, t('labels.noDistrict')))}
      {choice('themeId', t('projects.theme'), named(process.themes, t('labels.noTheme')))}
      {choice('visa', t('projects.visa'), [
        { value: 'missing', label: t('finance.toSign') },
        ...visaStates.map((state) => ({ value: state, label: t(`labels.visa.${state}`) })),
      ])}
      {pictures && (
        <FilterSwitch
          name={t('projects.withoutPicture')}
          on={filter.withoutPicture}
          onChange={(withoutPicture) => onChange({ ...filter, withoutPicture })}
        />
      )}
      {(isNarrowed(filter) || filter.search !== '') && (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(everyProject)}>
          {t('common.clearAll')}
        </Button>
      )}
    </>
  )
}
