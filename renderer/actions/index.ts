import type { Icon } from '@tabler/icons-react'
import {
  IconArrowBackUp,
  IconFileText,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconTableImport,
} from '@tabler/icons-react'
import type { Preferences } from '../../shared/contract/application.contract.ts'
import type { Permission } from '../../shared/domain/people/permissions.ts'
import type { Client } from '../api/client.ts'

/** What an action may use. */
export interface ActionContext {
  readonly client: Client
  readonly preferences: Preferences
  navigate(to: string): void
  changePreferences(part: Partial<Pick<Preferences, 'language' | 'colorScheme'>>): void
  undo(): void
  showKeys(): void
  signOut(): void
}

/** One act that Ctrl+K finds, whatever the page. */
export interface Action {
  readonly id: string
  readonly labelKey: string
  readonly icon: Icon
  /** Hidden from those who may not. */
  readonly permission?: Permission
  run(context: ActionContext): void
}

/** Everything that Ctrl+K can do besides opening pages and objects. Registry: one entry per act. */
export const actions: readonly Action[] = [
  { id: 'undo', labelKey: 'common.undoLast', icon: IconArrowBackUp, run: ({ undo }) => undo() },
  {
    id: 'import',
    labelKey: 'imports.action',
    icon: IconTableImport,
    permission: 'import',
    run: ({ navigate }) => navigate('/imports?choose'),
  },
  ...(['catalogue', 'summary', 'workbook', 'decidim-answers'] as const).map(
    (document): Action => ({
      id: `report ${document}`,
      labelKey: `reports.action.${document}`,
      icon: IconFileText,
      permission: 'export',
      run: ({ navigate }) => navigate(`/reports/${document}`),
    }),
  ),
  { id: 'keys', labelKey: 'common.keysTitle', icon: IconKeyboard, run: ({ showKeys }) => showKeys() },
  {
    id: 'language',
    labelKey: 'common.switchLanguage',
    icon: IconLanguage,
    run: ({ preferences, changePreferences }) =>
      changePreferences({ language: preferences.language === 'fr' ? 'en' : 'fr' }),
  },
  {
    id: 'color-scheme',
    labelKey: 'common.switchColorScheme',
    icon: IconMoon,
    run: ({ changePreferences }) =>
      changePreferences({
        colorScheme: document.documentElement.dataset.mantineColorScheme === 'dark' ? 'light' : 'dark',
      }),
  },
  { id: 'sign-out', labelKey: 'common.changeProfile', icon: IconLogout, run: ({ signOut }) => signOut() },
]
