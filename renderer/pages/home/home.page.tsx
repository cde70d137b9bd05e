import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

/** What waits for me, what is late, where are we. */
export function HomePage() {
  const { t } = useTranslation()
  return <Page title={t('home.title')}>{null}</Page>
}
