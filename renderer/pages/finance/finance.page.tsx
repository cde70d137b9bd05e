import { Button, Kbd, Tabs } from '@mantine/core'
import { IconCoin } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import type { FinanceFinding } from '../../../shared/read-models/finance.ts'
import { useRead } from '../../api/use-call.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { everyProject, type ProjectFilter } from '../../components/project-filter.ts'
import { ProjectList } from '../../components/project-list.tsx'
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
  const [tab, setTab] = useKept<Tab>('finance tab', objectId === undefined ? 'totals' : 'project')
  const { data: summary } = useRead('finance.summary', { processId: process.id })
  const columns = useFinanceColumns()
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
      <Page title={t('finance.title')}>
        <EmptyState
          icon={IconCoin}
          title={t('finance.emptyTitle')}
          description={t('finance.emptyDescription')}
          action={
            <Button component={Link} href="/projects">
              {t('finance.emptyAction')}
            </Button>
          }
        />
      </Page>
    )
  }
  return (
    <Page title={t('finance.title')} layout="panes">
      <div className={classes.page}>
        {summary !== undefined && <EnvelopeStrip summary={summary} />}
        <div className={classes.panes}>
          <SplitPane
            memoryKey="finance"
            initialPercent={46}
            first={
              <ProjectList
                memoryKey="finance"
                label={t('finance.label')}
                columns={columns}
                projects={summary?.projects}
                filter={filter}
                onFilter={setFilter}
                currentId={currentId}
                onCurrent={open}
                arrivedAt={objectId ?? null}
              />
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
