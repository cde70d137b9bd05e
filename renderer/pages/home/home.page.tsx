import { Button, Title } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useRead } from '../../api/use-call.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { Funnel } from './funnel.tsx'
import classes from './home.module.css'
import { Latest } from './latest.tsx'
import { LateList, WaitingList } from './lists.tsx'
import { Money } from './money.tsx'
import { TeamSection } from './team-section.tsx'

// The chart library is the heaviest piece of the page and the last that is looked at.
const DepositCurve = lazy(async () => ({ default: (await import('./deposit-curve.tsx')).DepositCurve }))

/** What waits for me, what is late, where are we; each figure opens its list. */
export function HomePage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const journal = usePermission('read-journal', false)
  const { data: overview } = useRead('dossiers.overview', { processId: process.id })
  const { data: figures } = useRead('reports.keyFigures', { processId: process.id })
  const subtitle = [process.communeName, process.edition].filter(Boolean).join(' — ')
  if (figures?.submissions === 0) {
    return (
      <Page title={t('home.title')} subtitle={subtitle}>
        <EmptyState
          icon={IconInbox}
          title={t('home.emptyTitle')}
          description={t('home.emptyDescription')}
          action={
            <Button component={Link} href="/imports">
              {t('home.emptyAction')}
            </Button>
          }
        />
      </Page>
    )
  }
  const curve = figures !== undefined && figures.depositsByDay.length > 1 && (
    <section>
      <Title order={3}>{t('home.curve')}</Title>
      <Suspense fallback={<div style={{ height: 240 }} />}>
        <DepositCurve days={figures.depositsByDay} />
      </Suspense>
    </section>
  )
  return (
    <Page title={t('home.title')} subtitle={subtitle}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <section>
            <Title order={2}>{t('home.waiting')}</Title>
            {overview && <WaitingList overview={overview} />}
          </section>
          <section>
            <Title order={2}>{t('home.late')}</Title>
            {overview && <LateList overview={overview} />}
          </section>
          <TeamSection />
          {figures && (
            <section>
              <Title order={2}>{t('home.participation')}</Title>
              <dl className={classes.figures}>
                {(
                  [
                    ['participants', figures.participants.total],
                    ['contributions', figures.contributions.total],
                    ['supports', figures.supports],
                    ['meetings', figures.meetings],
                  ] as const
                ).map(([name, count]) => (
                  <div key={name}>
                    <dt>{t(`home.${name}`, { count })}</dt>
                    <dd>{number(count)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          {journal.allowed ? (
            <section>
              <Title order={2}>{t('home.latest')}</Title>
              <Latest />
            </section>
          ) : (
            curve
          )}
        </div>
        {figures && (
          <div className={classes.column}>
            <section>
              <Title order={2}>{t('home.where')}</Title>
              <Funnel figures={figures} />
            </section>
            {process.kind === 'participatory-budget' && (
              <section>
                <Title order={3}>{t('home.money')}</Title>
                <Money figures={figures} />
              </section>
            )}
            {journal.allowed && curve}
          </div>
        )}
      </div>
    </Page>
  )
}
