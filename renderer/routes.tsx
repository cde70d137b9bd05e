import {
  type Icon,
  IconCalendarEvent,
  IconCoin,
  IconCopy,
  IconFileText,
  IconFolder,
  IconHistory,
  IconHome,
  IconInbox,
  IconKeyboard,
  IconListDetails,
  IconMail,
  IconMap,
  IconRuler2,
  IconSettings,
  IconTableImport,
  IconUsers,
} from '@tabler/icons-react'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Permission } from '../shared/domain/people/permissions.ts'
import type { ProcessOverview } from '../shared/read-models/dossier.ts'

export interface PageRoute {
  /** Hash path of the page; `/path/<id>` opens it on one object (`useParams().objectId`). */
  readonly path: `/${string}`
  /** Key of its name in the navigation; also in the window title. */
  readonly labelKey: string
  readonly icon: Icon
  /** What one needs to open it; others do not see it. */
  readonly permission: Permission
  /** `life`: follows the life of a proposal. `dossier`: the dossier itself. */
  readonly section: 'life' | 'dossier'
  /** What waits there, from the overview; 0 shows nothing. */
  readonly waiting?: (overview: ProcessOverview) => number
  readonly Page: LazyExoticComponent<ComponentType>
}

type PageModule<Name extends string> = Readonly<Record<Name, ComponentType>>

function page<Name extends string>(load: () => Promise<PageModule<Name>>, name: Name): PageRoute['Page'] {
  return lazy(async () => ({ default: (await load())[name] }))
}

/**
 * The pages, in the order of the navigation. Registry: to add a page, write
 * `renderer/pages/<feature>/<feature>.page.tsx` and one line here.
 */
export const routes: readonly PageRoute[] = [
  {
    path: '/',
    labelKey: 'home.title',
    icon: IconHome,
    permission: 'read',
    section: 'life',
    Page: page(() => import('./pages/home/home.page.tsx'), 'HomePage'),
  },
  {
    path: '/submissions',
    labelKey: 'submissions.title',
    icon: IconInbox,
    permission: 'read',
    section: 'life',
    waiting: ({ toModerate }) => toModerate,
    Page: page(() => import('./pages/submissions/submissions.page.tsx'), 'SubmissionsPage'),
  },
  {
    path: '/duplicates',
    labelKey: 'families.title',
    icon: IconCopy,
    permission: 'read',
    section: 'life',
    Page: page(() => import('./pages/duplicates/duplicates.page.tsx'), 'DuplicatesPage'),
  },
  {
    path: '/meetings',
    labelKey: 'meetings.title',
    icon: IconCalendarEvent,
    permission: 'read',
    section: 'life',
    Page: page(() => import('./pages/meetings/meetings.page.tsx'), 'MeetingsPage'),
  },
  {
    path: '/paper',
    labelKey: 'paper.title',
    icon: IconKeyboard,
    permission: 'moderate',
    section: 'life',
    Page: page(() => import('./pages/paper/paper.page.tsx'), 'PaperPage'),
  },
  {
    path: '/map',
    labelKey: 'map.title',
    icon: IconMap,
    permission: 'read',
    section: 'life',
    Page: page(() => import('./pages/map/map.page.tsx'), 'MapPage'),
  },
  {
    path: '/imports',
    labelKey: 'imports.title',
    icon: IconTableImport,
    permission: 'import',
    section: 'life',
    Page: page(() => import('./pages/imports/imports.page.tsx'), 'ImportsPage'),
  },
  {
    path: '/studies',
    labelKey: 'studies.title',
    icon: IconRuler2,
    permission: 'read',
    section: 'life',
    waiting: ({ toStudy }) => toStudy,
    Page: page(() => import('./pages/studies/studies.page.tsx'), 'StudiesPage'),
  },
  {
    path: '/finance',
    labelKey: 'finance.title',
    icon: IconCoin,
    permission: 'read',
    section: 'life',
    waiting: ({ toSign }) => toSign,
    Page: page(() => import('./pages/finance/finance.page.tsx'), 'FinancePage'),
  },
  {
    path: '/projects',
    labelKey: 'projects.title',
    icon: IconListDetails,
    permission: 'read',
    section: 'life',
    Page: page(() => import('./pages/projects/projects.page.tsx'), 'ProjectsPage'),
  },
  {
    path: '/letters',
    labelKey: 'letters.title',
    icon: IconMail,
    permission: 'read',
    section: 'life',
    Page: page(() => import('./pages/letters/letters.page.tsx'), 'LettersPage'),
  },
  {
    path: '/reports',
    labelKey: 'reports.title',
    icon: IconFileText,
    permission: 'read',
    section: 'life',
    Page: page(() => import('./pages/reports/reports.page.tsx'), 'ReportsPage'),
  },
  {
    path: '/processes',
    labelKey: 'processes.title',
    icon: IconSettings,
    permission: 'read',
    section: 'dossier',
    Page: page(() => import('./pages/processes/processes.page.tsx'), 'ProcessesPage'),
  },
  {
    path: '/people',
    labelKey: 'people.title',
    icon: IconUsers,
    permission: 'read',
    section: 'dossier',
    Page: page(() => import('./pages/people/people.page.tsx'), 'PeoplePage'),
  },
  {
    path: '/journal',
    labelKey: 'journal.title',
    icon: IconHistory,
    permission: 'read-journal',
    section: 'dossier',
    Page: page(() => import('./pages/journal/journal.page.tsx'), 'JournalPage'),
  },
  {
    path: '/dossier',
    labelKey: 'dossier.title',
    icon: IconFolder,
    permission: 'read',
    section: 'dossier',
    Page: page(() => import('./pages/dossier/dossier.page.tsx'), 'DossierPage'),
  },
]

/** Icons of the pages, so that links elsewhere show the same one. */
export const pageIcons = {
  submissions: IconInbox,
  map: IconMap,
  meetings: IconCalendarEvent,
  imports: IconTableImport,
  studies: IconRuler2,
  finance: IconCoin,
  projects: IconListDetails,
  letters: IconMail,
  reports: IconFileText,
  processes: IconSettings,
  people: IconUsers,
  journal: IconHistory,
  dossier: IconFolder,
} as const
