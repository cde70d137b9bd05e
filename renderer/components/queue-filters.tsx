import { Button } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { stages } from '../../shared/domain/lifecycle/stage.ts'
import { channels } from '../../shared/read-models/submission.ts'
import { useRead } from '../api/use-call.ts'
import { useFormats } from '../formats/use-formats.ts'
import { useRemembered } from '../preferences/preferences.tsx'
import { useWork } from '../session/session.tsx'
import { FilterChipOfMany, type FilterChoice, FixedChip } from './filter-chip.tsx'
import { FilterDates } from './filter-dates.tsx'
import { emptyQuery, filterInput, isFiltered, type QueueFacet, type QueueQuery } from './queue-query.ts'
import { SearchField } from './search-field.tsx'
import { useSignalChoices } from './signal-choices.ts'
import { TeamChips } from './team/team-chips.tsx'

interface QueueFiltersProps {
  readonly query: QueueQuery
  onChange(part: Partial<QueueQuery>): void
  /** In a narrow pane: filters that narrow nothing stay behind a button, remembered open or not. */
  readonly narrow?: boolean
}

type Choice = FilterChoice<string | null>

/** Search and one chip per filter; each value says how many it would give, the other filters applied. */
export function QueueFilters({ query, onChange, narrow = false }: QueueFiltersProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const { number } = useFormats()
  const [remembered, remember] = useRemembered('fold:submissions:filters', '1')
  const folded = narrow && remembered === '1'
  const has = (chosen: readonly unknown[]): boolean => !folded || chosen.length > 0
  const { data: facets } = useRead('submissions.facets', filterInput(process.id, query))
  const { data: people = [] } = useRead('people.list', {})
  const { data: batches = [] } = useRead('paper.batches', { processId: process.id })
  const { data: meetings = [] } = useRead('meetings.list', { processId: process.id })
  const signalChoices = useSignalChoices(query)
  const collecting = meetings.filter(({ id, proposals }) => proposals > 0 || query.meetings.includes(id))

  const choices = (
    facet: QueueFacet,
    values: readonly (string | null)[],
    label: (value: string | null) => string,
  ): readonly Choice[] => {
    const counts = new Map<string | null, number>(facets?.[facet].map(({ value, count }) => [value, count]))
    const chosen: readonly (string | null)[] = query[facet]
    return values
      .map((value) => ({ value, label: label(value), count: counts.get(value) ?? 0 }))
      .filter(({ value, count = 0 }) => count > 0 || chosen.includes(value))
  }
  const nameIn =
    (list: readonly { readonly id: string; readonly name: string }[], missing: string) =>
    (value: string | null): string =>
      list.find(({ id }) => id === value)?.name ?? missing
  const withNone = (list: readonly { readonly id: string }[]): readonly (string | null)[] => [
    ...list.map(({ id }) => id),
    null,
  ]
  const all: readonly (readonly [QueueFacet, readonly Choice[]])[] = [
    ['stages', choices('stages', stages, (value) => t(`labels.stage.${value}`))],
    ['themes', choices('themes', withNone(process.themes), nameIn(process.themes, t('labels.noTheme')))],
    [
      'districts',
      choices('districts', withNone(process.districts), nameIn(process.districts, t('labels.noDistrict'))),
    ],
    ['channels', choices('channels', channels, (value) => t(`labels.channel.${value}`))],
    ['assignees', choices('assignees', withNone(people), nameIn(people, t('submissions.nobody')))],
  ]
  return (
    <>
      <SearchField
        label={t('submissions.search')}
        value={query.search}
        onChange={(search) => onChange({ search })}
      />
      {all
        .filter(([facet]) => has(query[facet]))
        .map(([facet, values]) => (
          <FilterChipOfMany
            key={facet}
            name={t(`submissions.filter.${facet}`)}
            choices={values}
            chosen={query[facet]}
            onChange={(chosen) => onChange({ [facet]: chosen })}
          />
        ))}
      {collecting.length > 0 && has(query.meetings) && (
        <FilterChipOfMany
          name={t('submissions.filter.meetings')}
          choices={collecting.map(({ id, title, proposals }) => ({
            value: id,
            label: title,
            count: proposals,
          }))}
          chosen={query.meetings}
          onChange={(chosen) => onChange({ meetings: chosen })}
        />
      )}
      {batches.length > 0 && has(query.batches) && (
        <FilterChipOfMany
          name={t('paper.filter')}
          choices={batches.map(({ id, code, eventName, totals }) => ({
            value: id,
            label: `${code} ${eventName}`,
            count: totals.entered,
          }))}
          chosen={query.batches}
          onChange={(chosen) => onChange({ batches: chosen })}
        />
      )}
      {signalChoices.length > 0 && has(query.signals) && (
        <FilterChipOfMany
          name={t('signals.filter')}
          choices={signalChoices}
          chosen={query.signals}
          onChange={(signals) => onChange({ signals })}
        />
      )}
      {has([query.fromOn, query.untilOn].filter((day) => day !== null)) && (
        <FilterDates
          name={t('submissions.filter.dates')}
          range={query}
          labels={{ fromOn: t('submissions.fromOn'), untilOn: t('submissions.untilOn') }}
          onChange={onChange}
        />
      )}
      {query.numbers.length > 0 && (
        <FixedChip
          name={t('map.listedCount', {
            count: query.numbers.length,
            formatted: number(query.numbers.length),
          })}
          onClear={() => onChange({ numbers: [] })}
        />
      )}
      {query.aside !== null && (
        <FixedChip
          name={t(`submissions.filter.aside.${query.aside}`)}
          onClear={() => onChange({ aside: null })}
        />
      )}
      {query.late && (
        <FixedChip name={t('submissions.filter.late')} onClear={() => onChange({ late: false })} />
      )}
      <TeamChips query={query} people={people} onChange={onChange} />
      {query.maybeDuplicate && (
        <FixedChip
          name={t('submissions.filter.duplicate')}
          onClear={() => onChange({ maybeDuplicate: false })}
        />
      )}
      {query.awaitedDays !== null && (
        <FixedChip
          name={t('submissions.filter.awaited', { count: query.awaitedDays })}
          onClear={() => onChange({ awaitedDays: null })}
        />
      )}
      {narrow && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={!folded}
          onClick={() => remember(folded ? '0' : '1')}
        >
          {t(folded ? 'submissions.moreFilters' : 'submissions.fewerFilters')}
        </Button>
      )}
      {isFiltered(query) && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => onChange({ ...emptyQuery, sort: query.sort })}
        >
          {t('common.clearAll')}
        </Button>
      )}
    </>
  )
}
