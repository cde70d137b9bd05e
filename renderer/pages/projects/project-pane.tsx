import { Alert, Kbd, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'
import { useRead } from '../../api/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { StageBadge } from '../../components/stage-badge.tsx'
import { VisaBadge } from '../../components/visa-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { ErratumDialog } from './erratum-dialog.tsx'
import { ProjectForm } from './project-form.tsx'
import { Errata, VisaHistory } from './project-history.tsx'
import { ProjectPicture } from './project-picture.tsx'
import { ProjectProposals } from './project-proposals.tsx'
import classes from './projects.module.css'

/** The project of the moment, or what to do to see one. */
export function ProjectPane({ projectId, none }: { projectId: string | null; none: boolean }) {
  const { t } = useTranslation()
  const { data: project } = useRead('projects.get', projectId === null ? null : { projectId }, {
    keep: false,
  })
  if (projectId === null) {
    return none ? null : (
      <Text p="md" c="dimmed">
        {t('projects.chooseLine')}
      </Text>
    )
  }
  return project === undefined ? null : <Project key={project.id} project={project} />
}

function Project({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { allowed, why } = usePermission('edit-project')
  const [correcting, setCorrecting] = useState(false)
  const onBallot: readonly string[] = stageGroups.onBallot
  const settled = onBallot.includes(project.stage)
  usePageKeys([
    {
      key: 'e',
      label: t('projects.erratumKey'),
      enabled: allowed && settled,
      run: () => setCorrecting(true),
    },
  ])
  return (
    <article className={classes.detail} aria-label={t('projects.number', { number: project.number })}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('projects.number', { number: project.number })}</dt>
          <dd>
            {project.stage === 'awaiting-visa' ? (
              <VisaBadge state={project.visaState} />
            ) : (
              <StageBadge stage={project.stage} />
            )}
          </dd>
        </div>
        {project.ballotNumber !== null && (
          <div>
            <dt>{t('projects.freezeNumber')}</dt>
            <dd>{project.ballotNumber}</dd>
          </div>
        )}
        {project.votes !== null && (
          <div>
            <dt>{t('projects.votes')}</dt>
            <dd>{number(project.votes)}</dd>
          </div>
        )}
        <div>
          <dt>{t('projects.cost')}</dt>
          <dd>
            <Amount value={project.cost} />
          </dd>
        </div>
        <div>
          <dt>{t('projects.column.annualRunningCost')}</dt>
          <dd>
            <Amount value={project.annualRunningCost} />
          </dd>
        </div>
      </dl>
      {!allowed && <Text c="dimmed">{t('projects.readOnlyWhy', { why })}</Text>}
      {settled && (
        <Alert color="civic" icon={<IconLock aria-hidden />} title={t('projects.settledTitle')} my="sm">
          <Text mb="xs">{t('projects.settled')}</Text>
          <GuardedButton
            permission="edit-project"
            variant="default"
            rightSection={
              <Kbd aria-hidden size="xs">
                E
              </Kbd>
            }
            onClick={() => setCorrecting(true)}
          >
            {t('projects.erratum')}
          </GuardedButton>
        </Alert>
      )}
      <ProjectForm project={project} settled={settled} readOnly={!allowed} />
      <ProjectPicture project={project} />
      <ProjectProposals project={project} />
      <VisaHistory project={project} />
      <Errata project={project} />
      {correcting && <ErratumDialog project={project} onClose={() => setCorrecting(false)} />}
    </article>
  )
}
