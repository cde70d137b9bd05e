import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-call.ts'
import { useSession } from '../../session/session.tsx'
import { WelcomeScreen } from './welcome-screen.tsx'

/** First screen: no dossier is open. */
export function WelcomePage() {
  const { t } = useTranslation()
  const { enter } = useSession()
  const demonstration = useChange('dossiers.createDemonstration')
  return (
    <WelcomeScreen title={t('welcome.title')}>
      <Group>
        <Button
          loading={demonstration.isPending}
          onClick={() => demonstration.mutate({ story: 'roubaix' }, { onSuccess: enter })}
        >
          {t('welcome.demonstration')}
        </Button>
      </Group>
    </WelcomeScreen>
  )
}
