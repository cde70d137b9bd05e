import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import { useRead } from '../../api/use-call.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { useRemembered } from '../../preferences/preferences.tsx'
import { useWork } from '../../session/session.tsx'
import { DocumentList } from './document-list.tsx'
import { documents } from './documents.ts'
import { WorkbookPane } from './workbook-pane.tsx'

/** What leaves the dossier on paper or in a file: the documents, and the chosen one before it is written. */
export function ReportsPage() {
  const { t } = useTranslation()
  const { process } = useWork()
  const [, navigate] = useLocation()
  const { objectId } = useParams<{ objectId?: string }>()
  const [remembered, remember] = useRemembered('reports:document', '')
  const { data: figures } = useRead('reports.keyFigures', { processId: process.id })
  const offered = documents.filter(({ kinds }) => kinds === undefined || kinds.includes(process.kind))
  const chosen = offered.find(({ id }) => id === (objectId ?? remembered)) ?? offered[0]

  const open = (by: number): void => {
    const next = offered[(chosen === undefined ? 0 : offered.indexOf(chosen)) + by]
    if (next === undefined) return
    remember(next.id)
    navigate(`/reports/${next.id}`, { replace: true })
  }
  usePageKeys([
    { key: 'j', label: t('reports.nextDocument'), run: () => open(1) },
    { key: 'k', label: t('reports.previousDocument'), run: () => open(-1) },
  ])
  const nothing =
    figures !== undefined &&
    figures.contributions.total + figures.meetings + figures.projectsOnBallot + figures.ballotTotal === 0
  return (
    <Page title={t('reports.title')} subtitle={t('reports.subtitle')} layout="panes">
      {nothing ? (
        <EmptyState
          icon={IconFileText}
          title={t('reports.emptyTitle')}
          description={t('reports.emptyDescription')}
          action={
            <Button component={Link} href="/imports">
              {t('reports.emptyAction')}
            </Button>
          }
        />
      ) : (
        figures !== undefined &&
        chosen !== undefined && (
          <SplitPane
            memoryKey="reports"
            initialPercent={26}
            stacked="content"
            first={<DocumentList offered={offered} chosen={chosen} onChoose={remember} />}
            second={
              chosen.group === 'workbook' ? (
                <WorkbookPane key={chosen.id} report={chosen.id} />
              ) : (
                <chosen.Pane key={chosen.id} />
              )
            }
          />
        )
      )}
    </Page>
  )
}
