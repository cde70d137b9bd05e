import { Anchor, Loader } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { may } from '../../shared/domain/people/permissions.ts'
import type { ActionContext } from '../actions/index.ts'
import { useClient } from '../api/parvis.tsx'
import { showError } from '../api/show-error.tsx'
import { usePageKeys } from '../keys/keys.tsx'
import { navigateTo } from '../navigation/hash-location.ts'
import { useUndo } from '../notices/use-undo.tsx'
import { usePreferences } from '../preferences/preferences.tsx'
import { routes } from '../routes.tsx'
import { useSession, useWork } from '../session/session.tsx'
import classes from './frame.module.css'
import { KeysHelp } from './keys-help.tsx'
import { Navigation } from './navigation.tsx'
import { PageBoundary } from './page-boundary.tsx'
import { openPalette, Palette } from './palette.tsx'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'

/** Top bar, navigation, the page, status line; the keys and the palette that work everywhere. */
export function Frame() {
  const { t } = useTranslation()
  const client = useClient()
  const { enter } = useSession()
  const { dossier, person, process } = useWork()
  const { preferences, change } = usePreferences()
  const [keysOpened, keys] = useDisclosure()
  const undo = useUndo()
  const [location] = useLocation()

  useEffect(() => {
    if (dossier.migratedFrom !== null)
      notifications.show({ message: t('welcome.migrated'), autoClose: false })
  }, [dossier.migratedFrom, t])

  const signOut = (): void => {
    client.people.signOut({}).then(enter, (error) => showError(t, error))
  }
  const context: ActionContext = {
    client,
    preferences,
    navigate: navigateTo,
    changePreferences: change,
    undo,
    showKeys: keys.open,
    signOut,
  }
  usePageKeys([
    { key: 'mod+k', label: t('common.searchOrAct'), run: openPalette, inFields: true },
    { key: 'mod+z', label: t('common.undoLast'), run: undo },
    { key: '?', label: t('common.keysTitle'), run: keys.open },
  ])

  const visible = routes.filter(({ permission }) => may(person.roles, permission))
  const section = visible.find(({ path }) => path !== '/' && location.startsWith(path))?.path ?? '/'
  return (
    <div className={classes.frame}>
      <Anchor
        href="#main"
        className={classes.skip}
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {t('common.skipToContent')}
      </Anchor>
      <TopBar signOut={signOut} />
      <Navigation />
      <main id="main" tabIndex={-1} className={classes.main} key={`${section} ${process.id}`}>
        <PageBoundary>
          <Suspense fallback={<Loader m="lg" aria-label={t('common.loading')} />}>
            <Switch>
              {visible.map(({ path, Page }) => (
                <Route key={path} path={path === '/' ? '/' : `${path}/:objectId?`} component={Page} />
              ))}
              <Route>
                <Redirect to="/" replace />
              </Route>
            </Switch>
          </Suspense>
        </PageBoundary>
      </main>
      <StatusLine />
      <Palette context={context} />
      <KeysHelp opened={keysOpened} onClose={keys.close} />
    </div>
  )
}
