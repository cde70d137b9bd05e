import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '../../shared/contract/application.contract.ts'
import type { InputFor } from '../../shared/contract/contract.ts'
import { useClient } from '../api/parvis.tsx'
import { readKey, useRead } from '../api/use-call.ts'
import { useDayjsLanguage } from '../formats/use-formats.ts'

interface PreferencesAccess {
  readonly preferences: Preferences
  /** Applies at once and saves behind. */
  change(part: InputFor<'application', 'savePreferences'>): void
}

const initial: Preferences = { language: 'fr', colorScheme: 'auto', layout: {}, singleKeys: true }
const PreferencesContext = createContext<PreferencesAccess>({ preferences: initial, change: () => undefined })
const key = readKey('application.preferences', {})

/** Language, colour scheme and layout memories of this computer; a change shows at once, without reload. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  const queries = useQueryClient()
  const { i18n } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const { data, isPending } = useRead('application.preferences', {})
  const preferences = data ?? initial
  useDayjsLanguage(preferences.language)

  useEffect(() => {
    void i18n.changeLanguage(preferences.language)
    document.documentElement.lang = preferences.language
  }, [i18n, preferences.language])
  useEffect(() => setColorScheme(preferences.colorScheme), [setColorScheme, preferences.colorScheme])

  const pendingLayout = useRef<Record<string, string>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const change = useCallback(
    (part: InputFor<'application', 'savePreferences'>) => {
      queries.setQueryData<Preferences>(key, (before = initial) => ({
        language: part.language ?? before.language,
        colorScheme: part.colorScheme ?? before.colorScheme,
        singleKeys: part.singleKeys ?? before.singleKeys,
        layout: { ...before.layout, ...part.layout },
      }))
      // A pane that is being dragged changes many times a second: its sizes are written once it rests.
      Object.assign(pendingLayout.current, part.layout)
      clearTimeout(timer.current)
      const write = (): void => {
        const layout = pendingLayout.current
        pendingLayout.current = {}
        void client.application.savePreferences({ ...part, layout })
      }
      if (part.layout === undefined) write()
      else timer.current = setTimeout(write, 400)
    },
    [client, queries],
  )

  const access = useMemo(() => ({ preferences, change }), [preferences, change])
  if (isPending) return null
  return <PreferencesContext value={access}>{children}</PreferencesContext>
}

/** The preferences and the way to change them. */
export function usePreferences(): PreferencesAccess {
  return useContext(PreferencesContext)
}

/** A memory of the layout (pane size, columns, chosen démarche) kept from one start to the next. */
export function useRemembered(memoryKey: string, initialValue: string): [string, (value: string) => void] {
  const { preferences, change } = usePreferences()
  const remember = useCallback(
    (value: string) => change({ layout: { [memoryKey]: value } }),
    [change, memoryKey],
  )
  return [preferences.layout[memoryKey] ?? initialValue, remember]
}
