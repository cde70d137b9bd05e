import { Button, Kbd } from '@mantine/core'
import { IconListDetails, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useRead } from '../../api/use-call.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { everyProject } from '../../components/project-filter.ts'
import { ProjectList } from '../../components/project-list.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { FreezeDialog } from './freeze-dialog.tsx'
import { NewProjectDialog } from './new-project-dialog.tsx'
import { ProjectPane } from './project-pane.tsx'
import { ResultsDialog } from './results-dialog.tsx'
import { useProjectColumns } from './use-project-columns.tsx'

type Dialog = 'create' | 'freeze' | 'results'

/** Projects: from feasible proposals to the catalogue, the ballot and its outcome. */
export function ProjectsPage() {
  const { t } = useTranslation()
  const { process } = useWork()
  const { objectId } = useParams<{ objectId?: string }>()
  const [, navigate] = useLocation()
  const [kept, keep] = useKept<string | null>(`projects current ${process.id}`, null)
  const [filter, setFilter] = useKept(`projects filter ${process.id}`, everyProject)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { data: all } = useRead('projects.list', { processId: process.id })
  const columns = useProjectColumns()
  const currentId = objectId ?? kept
  const open = (id: string): void => {
    keep(id)
    navigate(`/projects/${id}`, { replace: true })
  }
  const edit = usePermission('edit-project')
  const freeze = usePermission('freeze-projects')
  const record = usePermission('record-results')
  usePageKeys([
    { key: 'n', label: t('projects.create'), enabled: edit.allowed, run: () => setDialog('create') },
    { key: 'a', label: t('projects.freeze'), enabled: freeze.allowed, run: () => setDialog('freeze') },
    { key: 's', label: t('projects.results'), enabled: record.allowed, run: () => setDialog('results') },
  ])
  const none = all?.length === 0
  const close = (): void => setDialog(null)
  return (
    <Page
      title={t('projects.title')}
      layout="panes"
      actions={
        <>
          <GuardedButton
            permission="record-results"
            variant="default"
            rightSection={
              <Kbd aria-hidden size="xs">
                S
              </Kbd>
            }
            onClick={() => setDialog('results')}
          >
            {t('projects.results')}
          </GuardedButton>
          <GuardedButton
            permission="freeze-projects"
            variant="default"
            rightSection={
              <Kbd aria-hidden size="xs">
                A
              </Kbd>
            }
            onClick={() => setDialog('freeze')}
          >
            {t('projects.freeze')}
          </GuardedButton>
          <GuardedButton
            permission="edit-project"
            leftSection={<IconPlus size={16} aria-hidden />}
            rightSection={
              <Kbd aria-hidden size="xs">
                N
              </Kbd>
            }
            onClick={() => setDialog('create')}
          >
            {t('projects.create')}
          </GuardedButton>
        </>
      }
    >
      <SplitPane
        memoryKey="projects"
        initialPercent={52}
        first={
          <ProjectList
            memoryKey="projects"
            label={t('projects.label')}
            columns={columns}
            projects={all}
            filter={filter}
            onFilter={setFilter}
            currentId={currentId}
            onCurrent={open}
            onOpen={() => document.getElementById('project-title')?.focus()}
            arrivedAt={currentId}
            pictures
            empty={
              <EmptyState
                icon={IconListDetails}
                title={t('projects.emptyTitle')}
                description={t('projects.emptyDescription')}
                action={
                  <Button disabled={!edit.allowed} onClick={() => setDialog('create')}>
                    {t('projects.create')}
                  </Button>
                }
              />
            }
          />
        }
        second={<ProjectPane projectId={currentId} none={none} />}
      />
      {dialog === 'create' && <NewProjectDialog onClose={close} onCreated={open} />}
      {dialog === 'freeze' && <FreezeDialog onClose={close} />}
      {dialog === 'results' && <ResultsDialog onClose={close} />}
    </Page>
  )
}
