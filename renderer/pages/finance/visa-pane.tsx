import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { estimatedFctva } from '../../../shared/domain/finance/estimate.ts'
import type { Cents } from '../../../shared/domain/money/cents.ts'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'
import { useRead } from '../../api/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { StageBadge } from '../../components/stage-badge.tsx'
import { VisaBadge } from '../../components/visa-badge.tsx'
import { VisaLine } from '../../components/visa-line.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import { EstimateTable } from './estimate-table.tsx'
import classes from './finance.module.css'
import { VisaActs } from './visa-acts.tsx'
import type { FinanceRow } from './visa-blocks.ts'

/** One project as finance reads it: the amount, the acts, the lines behind it, the visas before. */
export function VisaPane({ row }: { row: FinanceRow | undefined }) {
  const { t } = useTranslation()
  const { data: project } = useRead('projects.get', row === undefined ? null : { projectId: row.id }, {
    keep: false,
  })
  if (row === undefined) {
    return (
      <Text p="md" c="dimmed">
        {t('finance.chooseLine')}
      </Text>
    )
  }
  return project === undefined ? null : <Visa key={project.id} project={project} row={row} />
}

function Visa({ project, row }: { project: ProjectDetail; row: FinanceRow }) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  const { process } = useWork()
  // What stood here when the project was opened: the signature is given on this amount and no other.
  const [amountRead, setAmountRead] = useState<Cents | null>(project.cost)
  const cap = process.projectCap
  const studied = project.submissions.flatMap(({ studyId }) => (studyId === null ? [] : [studyId]))
  return (
    <article aria-label={`${project.number} ${project.title}`}>
      <div className={classes.head}>
        <div>
          <Title order={2}>
            {project.number} — {project.title}
          </Title>
          <Group gap="md">
            <StageBadge stage={project.stage} />
            <VisaBadge state={project.visaState} />
            <Link href={`/projects/${project.id}`}>{t('finance.openProject')}</Link>
          </Group>
        </div>
        <div className={classes.amount}>
          <Text c="dimmed">{t(project.stage === 'awaiting-visa' ? 'finance.amount' : 'finance.sum')}</Text>
          <div className={classes.sum}>
            <Amount value={amountRead} />
          </div>
        </div>
      </div>
      {cap !== null && project.cost !== null && project.cost > cap && (
        <Text c="var(--parvis-warning)" ta="end">
          {t('finance.overCap', { cap: amount(cap) })}
        </Text>
      )}
      {amountRead !== project.cost && (
        <Alert
          role="alert"
          mt="sm"
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('finance.amountChangedTitle')}
        >
          <Text mb="xs">
            {t('finance.amountChanged', {
              read: amountRead === null ? '—' : amount(amountRead),
              current: project.cost === null ? '—' : amount(project.cost),
            })}
          </Text>
          <Button variant="default" onClick={() => setAmountRead(project.cost)}>
            {t('finance.reread', { amount: project.cost === null ? '—' : amount(project.cost) })}
          </Button>
        </Alert>
      )}
      <VisaActs project={project} row={row} amountRead={amountRead} />
      <Text c="dimmed">
        {row.estimatorNames.length === 0
          ? t('finance.noEstimator')
          : t('finance.estimators', { names: row.estimatorNames.join(', ') })}
      </Text>
      <section className={classes.section}>
        <Title order={2}>{t('finance.costs')}</Title>
        {studied.length === 0 && <Text c="dimmed">{t('finance.imported')}</Text>}
        {studied.map((studyId) => (
          <EstimateTable key={studyId} studyId={studyId} />
        ))}
        {project.cost !== null && (
          <Group justify="space-between" mt="xs" px="sm">
            <Text c="dimmed">{t('finance.fctva')}</Text>
            <Text c="dimmed">
              <Amount value={estimatedFctva(project.cost)} />
            </Text>
          </Group>
        )}
      </section>
      {project.visas.length > 0 && (
        <section className={classes.section}>
          <Title order={2}>{t('finance.history')}</Title>
          <ul className={classes.history}>
            {project.visas.map((visa) => (
              <li key={visa.id}>
                <VisaLine visa={visa} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
