import { Button, Group, Kbd } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconListDetails, IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { sumCents, zeroCents } from '../../../shared/domain/money/cents.ts'
import { useRead } from '../../api/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import type { DataSort } from '../../components/data-column.ts'
import { DataTable, type DataTableHandle } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { everyProject, narrowProjects, sortProjects } from '../../components/project-filter.ts'
import { ProjectFilterBar } from '../../components/project-filter-bar.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { FreezeDialog } from './freeze-dialog.tsx'
import { NewProjectDialog } from './new-project-dialog.tsx'
import { ProjectPane } from './project-pane.tsx'
import classes from './projects.module.css'
import { ResultsDialog } from './results-dialog.tsx'
import { useProjectColumns } from './use-project-columns.tsx'

type Dialog = 'create' | 'freeze' | 'results'

/** Projects: from feasible proposals to the catalogue, the ballot and its outcome. */
export function ProjectsPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const { objectId } = useParams<{ objectId?: string }>()
  const [, navigate] = useLocation()
  const [kept, keep] = useKept<string | null>(`projects current ${process.id}`, null)
  const [filter, setFilter] = useKept(`projects filter ${process.id}`, everyProject)
  const [sort, setSort] = useKept<DataSort>('projects sort', { key: 'number', descending: false })
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [words] = useDebouncedValue(filter.search.trim(), 150)
  const { data: all } = useRead('projects.list', { processId: process.id })
  const { data: found = all } = useRead(
    'projects.list',
    words === '' ? null : { processId: process.id, search: words },
  )
  const rows = useMemo(
    () => sortProjects(narrowProjects((words === '' ? all : found) ?? [], filter), sort),
    [all, found, words, filter, sort],
  )
  const columns = useProjectColumns()
  const currentId = objectId ?? kept
  const table = useRef<DataTableHandle>(null)
  const open = (id: string): void => {
    keep(id)
    navigate(`/projects/${id}`, { replace: true })
  }
  // Coming from elsewhere, the list goes to the project that was asked for.
  const arrived = useRef(false)
  const index = rows.findIndex(({ id }) => id === currentId)
  useEffect(() => {
    if (arrived.current || all === undefined) return
    arrived.current = true
    if (index >= 0) table.current?.moveTo(index)
  }, [all, index])

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
      subtitle={process.title}
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
          <div className={classes.list}>
            <ProjectFilterBar
              filter={filter}
              onChange={setFilter}
              stagesPresent={new Set(all?.map(({ stage }) => stage))}
              pictures
            />
            <div className={classes.table}>
              <DataTable
                ref={table}
                memoryKey="projects"
                label={t('projects.label')}
                columns={columns}
                rowCount={rows.length}
                rowAt={(position) => rows[position]}
                rowId={({ id }) => id}
                currentId={currentId}
                onCurrent={({ id }) => open(id)}
                onOpen={() => document.getElementById('project-title')?.focus()}
                sort={sort}
                onSort={setSort}
                empty={
                  all === undefined ? null : none ? (
                    <EmptyState
                      icon={IconListDetails}
                      title={t('projects.emptyTitle')}
                      description={t('projects.emptyDescription')}
                      action={
                        <Button size="sm" disabled={!edit.allowed} onClick={() => setDialog('create')}>
                          {t('projects.create')}
                        </Button>
                      }
                    />
                  ) : (
                    <EmptyState
                      icon={IconListDetails}
                      title={t('projects.nothingFound')}
                      action={
                        <Button variant="default" onClick={() => setFilter(everyProject)}>
                          {t('common.clearAll')}
                        </Button>
                      }
                    />
                  )
                }
              />
            </div>
            <div className={classes.count} role="status">
              <span>
                {rows.length === all?.length
                  ? t('projects.count', { count: rows.length, formatted: number(rows.length) })
                  : t('projects.countOfAll', {
                      formatted: number(rows.length),
                      all: number(all?.length ?? 0),
                    })}
              </span>
              <Group gap="xs">
                <span>{t('projects.column.cost')}</span>
                <Amount value={sumCents(rows.map(({ cost }) => cost ?? zeroCents))} />
              </Group>
            </div>
          </div>
        }
        second={<ProjectPane projectId={currentId} none={none} />}
      />
      {dialog === 'create' && <NewProjectDialog onClose={close} onCreated={open} />}
      {dialog === 'freeze' && <FreezeDialog onClose={close} />}
      {dialog === 'results' && <ResultsDialog onClose={close} />}
    </Page>
  )
}
