import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { Router } from 'wouter'
import type { ParvisBridge } from '../shared/contract/bridge.ts'
import { ParvisProvider } from './api/parvis.tsx'
import { Frame } from './frame/frame.tsx'
import { KeyProvider } from './keys/keys.tsx'
import { useHashPath, useHashSearch } from './navigation/hash-location.ts'
import { SignInPage } from './pages/welcome/sign-in.page.tsx'
import { WelcomePage } from './pages/welcome/welcome.page.tsx'
import { PreferencesProvider } from './preferences/preferences.tsx'
import { SessionProvider, useSession, WorkProvider } from './session/session.tsx'
import { cssVariables, theme } from './theme/theme.ts'

/** The window: providers around the one thing it shows, first screen, profile choice or frame. */
export function App({ bridge }: { bridge: ParvisBridge }) {
  const { i18n } = useTranslation()
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: i18n.language === 'en' ? 'en-gb' : 'fr', firstDayOfWeek: 1 }}>
        <Notifications position="bottom-left" containerWidth={360} limit={4} />
        <ParvisProvider bridge={bridge}>
          <PreferencesProvider>
            <Router hook={useHashPath} searchHook={useHashSearch}>
              <KeyProvider>
                <SessionProvider>
                  <Scene />
                </SessionProvider>
              </KeyProvider>
            </Router>
          </PreferencesProvider>
        </ParvisProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

function Scene() {
  const { dossier, loading } = useSession()
  if (loading) return null
  if (dossier === null) return <WelcomePage />
  if (dossier.person === null) return <SignInPage dossier={dossier} />
  return (
    <WorkProvider key={dossier.path} dossier={dossier} person={dossier.person} waiting={null}>
      <Frame />
    </WorkProvider>
  )
}
