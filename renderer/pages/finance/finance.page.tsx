import { Button, Kbd, Tabs } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCoin } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import { sumCents, zeroCents } from '../../../shared/domain/money/cents.ts'
import type { FinanceFinding } from '../../../shared/read-models/finance.ts'
import { useRead } from '../../api/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import type { DataSort } from '../../components/data-column.ts'
import { DataTable, type DataTableHandle } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import {
  everyProject,
  narrowProjects,
  type ProjectFilter,
  sortProjects,
} from '../../components/project-filter.ts'
import { ProjectFilterBar } from '../../components/project-filter-bar.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { useWork } from '../../session/session.tsx'
import { EnvelopeStrip } from './envelope-strip.tsx'
import classes from './finance.module.css'
import { Findings } from './findings.tsx'
import { Totals } from './totals.tsx'
import { useFinanceColumns } from './use-finance-columns.tsx'
import { VisaPane } from './visa-pane.tsx'

const tabs = ['project', 'totals', 'findings'] as const
type Tab = (typeof tabs)[number]
const tabKeys: Readonly<Record<Tab, string>> = { project: 'p', totals: 't', findings: 'c' }

/** The money: envelope, totals, checks, and the visa of each project. */
export function FinancePage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const { objectId } = useParams<{ objectId?: string }>()
  const [, navigate] = useLocation()
  const [kept, keep] = useKept<string | null>(`finance current ${process.id}`, null)
  const [filter, setFilter] = useKept<ProjectFilter>(`finance filter ${process.id}`, everyProject)
  const [sort, setSort] = useKept<DataSort>('finance sort', { key: 'number', descending: false })
  const [tab, setTab] = useKept<Tab>('finance tab', objectId === undefined ? 'totals' : 'project')
  const { data: summary } = useRead('finance.summary', { processId: process.id })
  const rows = useFinanceRows(summary?.projects, filter, sort)
  const columns = useFinanceColumns()
  const table = useRef<DataTableHandle>(null)
  const currentId = objectId ?? kept
  const current = summary?.projects.find(({ id }) => id === currentId)
  const open = (id: string): void => {
    keep(id)
    navigate(`/finance/${id}`, { replace: true })
    setTab('project')
  }
  const asked = useSearch()
  useEffect(() => {
    const query = new URLSearchParams(asked)
    const wanted = tabs.find((name) => name === query.get('tab'))
    if (wanted !== undefined) setTab(wanted)
    if (query.has('toSign')) setFilter({ ...everyProject, visa: 'missing' })
  }, [asked, setTab, setFilter])
  const arrived = useRef(false)
  const index = rows.findIndex(({ id }) => id === objectId)
  useEffect(() => {
    if (arrived.current || summary === undefined) return
    arrived.current = true
    if (index >= 0) table.current?.moveTo(index)
  }, [summary, index])
  const openFinding = (finding: FinanceFinding): void => {
    if (finding.projectId !== null) {
      setFilter(everyProject)
      open(finding.projectId)
      return
    }
    const district = process.districts.find(({ name }) => name === finding.label)
    setFilter({ ...everyProject, stage: 'winner', districtId: district?.id ?? null })
  }
  usePageKeys(
    tabs.map((name) => ({ key: tabKeys[name], label: t(`finance.tabKey.${name}`), run: () => setTab(name) })),
  )
  if (summary !== undefined && summary.projects.length === 0) {
    return (
      <Page title={t('finance.title')} subtitle={process.title}>
        <EmptyState
          icon={IconCoin}
          title={t('finance.emptyTitle')}
          description={t('finance.emptyDescription')}
          action={
            <Button component={Link} href="/projects" size="sm">
              {t('finance.emptyAction')}
            </Button>
          }
        />
      </Page>
    )
  }
  return (
    <Page title={t('finance.title')} subtitle={process.title} layout="panes">
      <div className={classes.page}>
        {summary !== undefined && <EnvelopeStrip summary={summary} />}
        <div className={classes.panes}>
          <SplitPane
            memoryKey="finance"
            initialPercent={46}
            first={
              <div className={classes.list}>
                <ProjectFilterBar
                  filter={filter}
                  onChange={setFilter}
                  stagesPresent={new Set(summary?.projects.map(({ stage }) => stage))}
                />
                <div className={classes.table}>
                  <DataTable
                    ref={table}
                    memoryKey="finance"
                    label={t('finance.label')}
                    columns={columns}
                    rowCount={rows.length}
                    rowAt={(position) => rows[position]}
                    rowId={({ id }) => id}
                    currentId={currentId}
                    onCurrent={({ id }) => open(id)}
                    sort={sort}
                    onSort={setSort}
                    empty={
                      summary === undefined ? null : (
                        <EmptyState
                          icon={IconCoin}
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
                  <span>{t('projects.count', { count: rows.length, formatted: number(rows.length) })}</span>
                  <Amount value={sumCents(rows.map(({ cost }) => cost ?? zeroCents))} />
                </div>
              </div>
            }
            second={
              <Tabs
                className={classes.tabs}
                value={tab}
                onChange={(name) => setTab(tabs.find((each) => each === name) ?? 'project')}
              >
                <Tabs.List mb="sm">
                  {tabs.map((name) => (
                    <Tabs.Tab
                      key={name}
                      value={name}
                      rightSection={
                        <Kbd aria-hidden size="xs">
                          {tabKeys[name].toUpperCase()}
                        </Kbd>
                      }
                    >
                      {t(`finance.tab.${name}`)}
                      {name === 'findings' && ` (${number(summary?.findings.length ?? 0)})`}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                <Tabs.Panel value="project">
                  <VisaPane row={current} />
                </Tabs.Panel>
                <Tabs.Panel value="totals">
                  {summary !== undefined && <Totals summary={summary} filter={filter} onFilter={setFilter} />}
                </Tabs.Panel>
                <Tabs.Panel value="findings">
                  {summary !== undefined && <Findings findings={summary.findings} onOpen={openFinding} />}
                </Tabs.Panel>
              </Tabs>
            }
          />
        </div>
      </div>
    </Page>
  )
}

/** The projects that the search and the filter let through. */
function useFinanceRows<Row extends Parameters<typeof narrowProjects>[0][number]>(
  projects: readonly Row[] | undefined,
  filter: ProjectFilter,
  sort: DataSort,
): readonly Row[] {
  const { process } = useWork()
  const [words] = useDebouncedValue(filter.search.trim(), 150)
  const { data: found } = useRead(
    'projects.list',
    words === '' ? null : { processId: process.id, search: words },
  )
  return useMemo(() => {
    const ids = words === '' || found === undefined ? undefined : new Set(found.map(({ id }) => id))
    const matching = (projects ?? []).filter(({ id }) => ids === undefined || ids.has(id))
    return sortProjects(narrowProjects(matching, filter), sort)
  }, [projects, found, words, filter, sort])
}
