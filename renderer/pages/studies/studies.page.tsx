import { Button, Text } from '@mantine/core'
import { IconRuler2 } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearch } from 'wouter'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { isToStudy, studyProgress } from '../../../shared/domain/feasibility/study-progress.ts'
import type { StudyRow } from '../../../shared/read-models/study.ts'
import { useRead } from '../../api/use-call.ts'
import type { DataSort } from '../../components/data-column.ts'
import { DataTable, type DataTableHandle } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ListPane } from '../../components/list-pane.tsx'
import { Page } from '../../components/page.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { navigateTo } from '../../navigation/hash-location.ts'
import { useKept } from '../../navigation/use-kept.ts'
import { useWork } from '../../session/session.tsx'
import classes from './studies.module.css'
import {
  everyStudy,
  filterOfQuery,
  filterStudies,
  initialFilter,
  type StudyFilter,
  type StudyState,
  sortStudies,
  studyStates,
} from './study-filter.ts'
import { StudyFilters } from './study-filters.tsx'
import { currentPanel, StudyPane } from './study-pane.tsx'
import { useStudyColumns } from './use-study-columns.tsx'

const noRows: readonly StudyRow[] = []

/** Feasibility: what is to be studied and was studied on the left, one study on the right. */
export function StudiesPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { person, process } = useWork()
  const { objectId } = useParams<{ objectId?: string }>()
  const query = useSearch()
  const { data, isPending } = useRead('studies.list', { processId: process.id })
  const rows = data ?? noRows
  const [keptFilter, setFilter] = useKept<StudyFilter | null>(`studies filter ${process.id}`, null)
  // What waits comes first; where nothing does when one arrives, everything is shown.
  const first = useRef<StudyFilter>(undefined)
  if (data !== undefined) first.current ??= data.some(isToStudy) ? initialFilter : everyStudy
  const filter = keptFilter ?? first.current ?? initialFilter
  const [sort, setSort] = useKept<DataSort>(`studies sort ${process.id}`, {
    key: 'number',
    descending: false,
  })
  const [kept, keep] = useKept<string | null>(`studies current ${process.id}`, null)
  const table = useRef<DataTableHandle>(null)
  const detail = useRef<HTMLDivElement>(null)
  const [today] = useState(() => localDayOf(new Date().toISOString(), process.timeZone))
  const columns = useStudyColumns(today)

  // A study that was just concluded stays in the list until another filter is asked for: the place is not lost.
  const [stuck, stick] = useState<string | null>(null)

  // A link that names a filter sets it once; the address then names the study that is looked at.
  useEffect(() => {
    const asked = filterOfQuery(query)
    if (asked === undefined) return
    stick(null)
    setFilter(asked)
    navigateTo('/studies', { replace: true })
  }, [query, setFilter])

  const shown = useMemo(() => {
    const found = new Set(filterStudies(rows, filter, { department: person.department, today }))
    return sortStudies(
      rows.filter((row) => found.has(row) || row.submissionId === stuck),
      sort,
    )
  }, [rows, filter, person.department, today, sort, stuck])
  const counts = useMemo(() => countByState(rows), [rows])
  const departments = useMemo(
    () =>
      [
        ...new Set([
          ...process.departments,
          ...rows.flatMap(({ leadDepartment, consulted }) => [leadDepartment ?? '', ...consulted]),
        ]),
      ]
        .filter((name) => name !== '')
        .toSorted((one, other) => one.localeCompare(other, 'fr')),
    [process.departments, rows],
  )
  const named = objectId ?? kept
  const current =
    (named === null
      ? undefined
      : rows.find(({ submissionId, studyId }) => submissionId === named || studyId === named)) ?? shown[0]
  const listed = current !== undefined && shown.includes(current) ? current.submissionId : null
  useEffect(() => {
    if (listed === null) return
    keep(listed)
    stick(listed)
  }, [listed, keep])
  const choose = (row: StudyRow): void => navigateTo(`/studies/${row.submissionId}`, { replace: true })
  const enter = (): void => detail.current?.querySelector<HTMLElement>(currentPanel)?.focus()
  usePageKeys([
    // The list hears it itself: elsewhere Enter belongs to the button or link that has the focus.
    { key: 'enter', label: t('studies.enterDetail'), run: enter, enabled: false },
  ])
  if (data !== undefined && rows.length === 0) {
    return (
      <Page title={t('studies.title')}>
        <EmptyState
          icon={IconRuler2}
          title={t('studies.emptyTitle')}
          description={t('studies.emptyDescription')}
          action={
            <Button component={Link} href="/submissions">
              {t('studies.emptyAction')}
            </Button>
          }
        />
      </Page>
    )
  }
  return (
    <Page title={t('studies.title')} layout="panes">
      <SplitPane
        memoryKey="studies"
        initialPercent={46}
        first={
          <ListPane
            filters={
              <StudyFilters
                filter={filter}
                counts={counts}
                departments={departments}
                onChange={(next) => {
                  stick(null)
                  setFilter(next)
                }}
              />
            }
            foot={
              <span role="status">
                {t('common.rowCount', { count: shown.length, formatted: number(shown.length) })}
              </span>
            }
          >
            <DataTable
              ref={table}
              memoryKey="studies"
              label={t('studies.label')}
              columns={columns}
              rowCount={shown.length}
              rowAt={(index) => shown[index]}
              rowId={(row) => row.submissionId}
              currentId={listed}
              onCurrent={choose}
              onOpen={enter}
              sort={sort}
              onSort={setSort}
              empty={
                isPending ? null : (
                  <EmptyState
                    icon={IconRuler2}
                    title={t('studies.noMatch')}
                    action={
                      <Button
                        variant="default"
                        onClick={() => {
                          stick(null)
                          setFilter(everyStudy)
                        }}
                      >
                        {t('studies.showAll')}
                      </Button>
                    }
                  />
                )
              }
            />
          </ListPane>
        }
        second={
          <div className={classes.detail} ref={detail}>
            {current === undefined ? (
              <Text p="md" c="dimmed">
                {shown.length === 0 ? '' : t('studies.chooseLine')}
              </Text>
            ) : (
              <StudyPane key={current.submissionId} row={current} onLeave={() => table.current?.focus()} />
            )}
          </div>
        }
      />
    </Page>
  )
}

function countByState(rows: readonly StudyRow[]): Readonly<Record<StudyState, number>> {
  const counts = Object.fromEntries(studyStates.map((state) => [state, 0])) as Record<StudyState, number>
  for (const row of rows) {
    counts[studyProgress(row)] += 1
    if (isToStudy(row)) counts['to-study'] += 1
  }
  counts.all = rows.length
  return counts
}
