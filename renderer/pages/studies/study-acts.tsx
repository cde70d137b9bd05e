import { Button, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Conclusion } from '../../../shared/domain/feasibility/study-axes.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import { useChange } from '../../api/use-call.ts'
import { type PageKey, usePageKeys } from '../../keys/keys.tsx'
import { navigateTo } from '../../navigation/hash-location.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './studies.module.css'

interface StudyActsProps {
  readonly submissionId: string
  readonly reference: string
  /** Null while the study is not opened. */
  readonly study: StudyDetail | null
  readonly blockedBy: string | undefined
  /** Opens the conclusion with this choice made. */
  onConclude(conclusion: Conclusion): void
}

const concludingKeys = [
  ['r', 'feasible'],
  ['s', 'feasible-with-conditions'],
  ['n', 'infeasible'],
] as const

/** What can be done next with this study, each act with its key. */
export function StudyActs({ submissionId, reference, study, blockedBy, onConclude }: StudyActsProps) {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const mayStudy = usePermission('study').allowed && blockedBy === undefined
  const mayMakeProject = usePermission('edit-project').allowed
  const start = useChange('studies.start')
  const create = useChange('projects.create')

  const startStudy = (): void =>
    start.mutate(
      { submissionId },
      { onSuccess: () => done(t('studies.started', { reference }), { undoable: true }) },
    )
  const createProject = (): void =>
    create.mutate(
      { submissionIds: [submissionId] },
      {
        onSuccess: (project) => {
          done(t('studies.projectCreated', { number: project.number }), { undoable: true })
          navigateTo(`/projects/${project.id}`)
        },
      },
    )
  const feasible = study?.submission.stage === 'feasible' && study.projectId === null
  const keys: PageKey[] = []
  if (study === null) keys.push({ key: 'e', label: t('studies.start'), run: startStudy, enabled: mayStudy })
  else if (study.projectId !== null)
    keys.push({
      key: 'o',
      label: t('studies.openProject'),
      run: () => navigateTo(`/projects/${study.projectId}`),
    })
  else if (feasible)
    keys.push({ key: 'o', label: t('studies.createProject'), run: createProject, enabled: mayMakeProject })
  if (study !== null && study.conclusion === null) {
    for (const [key, conclusion] of concludingKeys)
      keys.push({
        key,
        label: t(`labels.conclusion.${conclusion}`),
        run: () => onConclude(conclusion),
        enabled: mayStudy,
      })
  }
  usePageKeys(keys)

  return (
    <div className={classes.acts} role="toolbar" aria-label={t('studies.acts')}>
      {study === null && (
        <GuardedButton
          permission="study"
          blockedBy={blockedBy}
          loading={start.isPending}
          rightSection={<Key name="E" />}
          onClick={startStudy}
        >
          {t('studies.start')}
        </GuardedButton>
      )}
      {study !== null &&
        study.conclusion === null &&
        concludingKeys.map(([key, conclusion]) => (
          <GuardedButton
            key={key}
            permission="study"
            variant="default"
            blockedBy={blockedBy}
            rightSection={<Key name={key.toUpperCase()} />}
            onClick={() => onConclude(conclusion)}
          >
            {t(`labels.conclusion.${conclusion}`)}
          </GuardedButton>
        ))}
      {feasible && (
        <GuardedButton
          permission="edit-project"
          loading={create.isPending}
          rightSection={<Key name="O" />}
          onClick={createProject}
        >
          {t('studies.createProject')}
        </GuardedButton>
      )}
      {study !== null && study.projectId !== null && (
        <Button
          component={Link}
          href={`/projects/${study.projectId}`}
          variant="default"
          rightSection={<Key name="O" />}
        >
          {t('studies.openProject')}
        </Button>
      )}
    </div>
  )
}

function Key({ name }: { readonly name: string }) {
  return (
    <Kbd size="xs" aria-hidden>
      {name}
    </Kbd>
  )
}
