import { Kbd } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  createSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../shared/domain/people/permissions.ts'
import { fold } from '../../shared/domain/text/fold.ts'
import { type ActionContext, actions } from '../actions/index.ts'
import { useParvis } from '../api/parvis.tsx'
import { useRead } from '../api/use-call.ts'
import { useFormats } from '../formats/use-formats.ts'
import { keyLabel } from '../keys/key-name.ts'
import { useActiveKeys } from '../keys/keys.tsx'
import { navigateTo } from '../navigation/hash-location.ts'
import { pageIcons, routes } from '../routes.tsx'
import { useWork } from '../session/session.tsx'

const [store, palette] = createSpotlight()

/** Opens the palette from anywhere. */
export function openPalette(): void {
  palette.open()
}

/** Ctrl+K: submissions, projects, pages, the keys of the page, every act. */
export function Palette({ context }: { context: ActionContext }) {
  const { t } = useTranslation()
  const { language } = useFormats()
  const { platform } = useParvis().bridge
  const { person, process } = useWork()
  const [query, setQuery] = useState('')
  const [words] = useDebouncedValue(query.trim(), 120)
  const keys = useActiveKeys()
  const asks = words.length > 0
  const { data: submissions } = useRead(
    'submissions.list',
    asks ? { processId: process.id, search: words, sort: 'relevance', limit: 8 } : null,
  )
  const { data: projects } = useRead(
    'projects.list',
    asks ? { processId: process.id, search: words, limit: 5 } : null,
  )
  const acts = actions
    .filter(({ permission }) => permission === undefined || may(person.roles, permission))
    .map((action) => ({
      id: action.id,
      label: t(action.labelKey),
      leftSection: <action.icon size={18} aria-hidden />,
      onClick: () => action.run(context),
    }))

  const groups: SpotlightActionGroupData[] = [
    {
      group: t('common.paletteSubmissions'),
      actions: (asks ? (submissions?.rows ?? []) : []).map((row) => ({
        id: row.id,
        label: `${row.reference || row.number} — ${row.title}`,
        description: t(`labels.stage.${row.stage}`),
        leftSection: <pageIcons.submissions size={18} aria-hidden />,
        onClick: () => navigateTo(`/submissions/${row.id}`),
      })),
    },
    {
      group: t('common.paletteProjects'),
      actions: (asks ? (projects ?? []) : []).map((row) => ({
        id: row.id,
        label: row.title,
        description: t(`labels.stage.${row.stage}`),
        leftSection: <pageIcons.projects size={18} aria-hidden />,
        onClick: () => navigateTo(`/projects/${row.id}`),
      })),
    },
    {
      group: t('common.palettePages'),
      actions: matching(
        query,
        routes
          .filter(({ permission }) => may(person.roles, permission))
          .map((route) => ({
            id: route.path,
            label: t(route.labelKey),
            leftSection: <route.icon size={18} aria-hidden />,
            onClick: () => navigateTo(route.path),
          })),
      ),
    },
    {
      group: t('common.paletteActions'),
      actions: matching(query, [
        ...keys
          .filter(
            ({ enabled, inFields, label }) =>
              enabled !== false && inFields !== true && !acts.some((act) => act.label === label),
          )
          .map((key) => ({
            id: `key ${key.key} ${key.label}`,
            label: key.label,
            rightSection: keyLabel(key.key, language, platform).map((part) => <Kbd key={part}>{part}</Kbd>),
            onClick: () => key.run(new KeyboardEvent('keydown')),
          })),
        ...acts,
      ]),
    },
  ]

  const shown = groups.flatMap((group) => group.actions.map(({ id }) => id)).join(' ')
  // What was found meanwhile may have taken the selected line away: Enter still opens the first one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each new list
  useEffect(() => {
    const list = query === '' ? null : document.getElementById(store.getState().listId)
    if (list === null || list.querySelector('[data-selected]') !== null) return
    // Spotlight marks its line in the document and keeps the position, as its arrows do.
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
    store.setState({ ...store.getState(), selected: 0 })
  }, [shown, query])

  return (
    <Spotlight
      store={store}
      actions={groups.filter((group) => group.actions.length > 0)}
      filter={(_query, all) => all}
      query={query}
      onQueryChange={setQuery}
      nothingFound={t('common.paletteNothing')}
      shortcut={null}
      scrollable
      attributes={{ content: { 'aria-label': t('common.searchOrAct') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('common.palettePlaceholder'),
        'aria-label': t('common.palettePlaceholder'),
      }}
    />
  )
}

function matching(query: string, all: SpotlightActionData[]): SpotlightActionData[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  return all.filter(({ label = '' }) => words.every((word) => fold(label).includes(word)))
}
