import { Button, CloseButton, Kbd, Menu, Popover, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stages } from '../../../shared/domain/lifecycle/stage.ts'
import { channels } from '../../../shared/read-models/submission.ts'
import { useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './queue.module.css'
import { emptyQuery, filterInput, isFiltered, type QueueFacet, type QueueQuery } from './queue-query.ts'

interface QueueFiltersProps {
  readonly query: QueueQuery
  onChange(part: Partial<QueueQuery>): void
  /** Enter or ↓ in the search: to the list. */
  onLeave(): void
}

interface Choice {
  readonly value: string | null
  readonly label: string
  readonly count: number
}

const typingPause = 150

/** Search and one chip per filter; each value says how many it would give, the other filters applied. */
export function QueueFilters({ query, onChange, onLeave }: QueueFiltersProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const { data: facets } = useRead('submissions.facets', filterInput(process.id, query))
  const { data: people = [] } = useRead('people.list', {})

  const choices = (
    facet: QueueFacet,
    values: readonly (string | null)[],
    label: (value: string | null) => string,
  ): readonly Choice[] => {
    const counts = new Map<string | null, number>(facets?.[facet].map(({ value, count }) => [value, count]))
    const chosen: readonly (string | null)[] = query[facet]
    return values
      .map((value) => ({ value, label: label(value), count: counts.get(value) ?? 0 }))
      .filter(({ value, count }) => count > 0 || chosen.includes(value))
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
    <search className={classes.filters}>
      <Search value={query.search} onChange={(search) => onChange({ search })} onLeave={onLeave} />
      {all.map(([facet, values]) => (
        <FacetChip
          key={facet}
          name={t(`submissions.filter.${facet}`)}
          choices={values}
          chosen={query[facet]}
          onChange={(chosen) => onChange({ [facet]: chosen })}
        />
      ))}
      <DateChip query={query} onChange={onChange} />
      {isFiltered(query) && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => onChange({ ...emptyQuery, sort: query.sort })}
        >
          {t('common.clearAll')}
        </Button>
      )}
    </search>
  )
}

interface SearchProps {
  readonly value: string
  onChange(value: string): void
  onLeave(): void
}

function Search({ value, onChange, onLeave }: SearchProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(value)
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setTyped(value)
  }, [value])
  useEffect(() => () => clearTimeout(pause.current), [])
  const send = (text: string): void => {
    clearTimeout(pause.current)
    sent.current = text.trim()
    onChange(text)
  }
  usePageKeys([
    {
      key: '/',
      label: t('submissions.key.search'),
      run: () => {
        field.current?.focus()
        field.current?.select()
      },
    },
  ])
  return (
    <TextInput
      ref={field}
      type="search"
      className={classes.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed === '' ? <Kbd aria-hidden>/</Kbd> : undefined}
      aria-label={t('submissions.search')}
      aria-keyshortcuts="/"
      placeholder={t('submissions.search')}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        clearTimeout(pause.current)
        pause.current = setTimeout(() => send(text), typingPause)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault()
          send(typed)
          onLeave()
        } else if (event.key === 'Escape') {
          event.preventDefault()
          if (typed === '') onLeave()
          else {
            setTyped('')
            send('')
          }
        }
      }}
    />
  )
}

interface FacetChipProps {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly (string | null)[]
  onChange(chosen: readonly (string | null)[]): void
}

function FacetChip({ name, choices, chosen, onChange }: FacetChipProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  const toggle = (value: string | null): void =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  return (
    <span className={classes.chip} data-active={chosen.length > 0 || undefined}>
      <Menu withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.chipButton}>
            <span className={classes.chipText}>
              {labels.length > 0 ? t('submissions.filterChosen', { name, values: labels.join(', ') }) : name}
            </span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.choices}>
          {choices.length === 0 && <Menu.Item disabled>{t('submissions.noChoice')}</Menu.Item>}
          {choices.map(({ value, label, count }) => (
            <Menu.CheckboxItem
              key={value ?? 'none'}
              checked={chosen.includes(value)}
              rightSection={<span className={classes.facetCount}>{number(count)}</span>}
              onChange={() => toggle(value)}
            >
              {label}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen.length > 0 && (
        <CloseButton
          size="xs"
          aria-label={t('submissions.removeFilter', { name })}
          onClick={() => onChange([])}
        />
      )}
    </span>
  )
}

function DateChip({ query, onChange }: Pick<QueueFiltersProps, 'query' | 'onChange'>) {
  const { t } = useTranslation()
  const { day } = useFormats()
  const { fromOn, untilOn } = query
  const name = t('submissions.filter.dates')
  const active = fromOn !== null || untilOn !== null
  const words =
    fromOn !== null && untilOn !== null
      ? t('submissions.between', { from: day(fromOn), until: day(untilOn) })
      : fromOn !== null
        ? t('submissions.since', { from: day(fromOn) })
        : untilOn !== null
          ? t('submissions.upTo', { until: day(untilOn) })
          : ''
  return (
    <span className={classes.chip} data-active={active || undefined}>
      <Popover trapFocus withinPortal>
        <Popover.Target>
          <UnstyledButton className={classes.chipButton}>
            <span className={classes.chipText}>
              {active ? t('submissions.filterChosen', { name, values: words }) : name}
            </span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            {(['fromOn', 'untilOn'] as const).map((end) => (
              <DateInput
                key={end}
                clearable
                valueFormat="DD/MM/YYYY"
                popoverProps={{ withinPortal: false }}
                label={t(`submissions.${end}`)}
                value={query[end]}
                onChange={(value) => onChange({ [end]: value })}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {active && (
        <CloseButton
          size="xs"
          aria-label={t('submissions.removeFilter', { name })}
          onClick={() => onChange({ fromOn: null, untilOn: null })}
        />
      )}
    </span>
  )
}
