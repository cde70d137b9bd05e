import { Button } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sumCents, zeroCents } from '../../shared/domain/money/cents.ts'
import type { ProjectRow } from '../../shared/read-models/project.ts'
import { useRead } from '../api/use-call.ts'
import { useFormats } from '../formats/use-formats.ts'
import { useKept } from '../navigation/use-kept.ts'
import { useWork } from '../session/session.tsx'
import { Amount } from './amount.tsx'
import type { DataColumn, DataSort } from './data-column.ts'
import { DataTable, type DataTableHandle } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { ListPane } from './list-pane.tsx'
import { everyProject, narrowProjects, type ProjectFilter, sortProjects } from './project-filter.ts'
import { ProjectFilterBar } from './project-filter-bar.tsx'

interface ProjectListProps<Row extends ProjectRow> {
  /** Columns, order and scroll are remembered under it; one per page. */
  readonly memoryKey: string
  readonly label: string
  readonly columns: readonly DataColumn<Row>[]
  /** All projects of the démarche; undefined until they have come. */
  readonly projects: readonly Row[] | undefined
  readonly filter: ProjectFilter
  onFilter(filter: ProjectFilter): void
  readonly currentId: string | null
  onCurrent(id: string): void
  /** Enter or double click. */
  onOpen?(): void
  /** The project that one came to see: the list goes to it, once. */
  readonly arrivedAt: string | null
  /** Offers "without picture". */
  readonly pictures?: boolean
  /** Shown where the démarche has no project yet. */
  readonly empty?: ReactNode
}

/** Projects with their search, filters, count and sum, as the pages of projects and of money show them. */
export function ProjectList<Row extends ProjectRow>(props: ProjectListProps<Row>) {
  const { memoryKey, projects, filter, onFilter, currentId, onCurrent, onOpen, arrivedAt } = props
  const { t } = useTranslation()
  const { number } = useFormats()
  const [sort, setSort] = useKept<DataSort>(`${memoryKey} sort`, { key: 'number', descending: false })
  const rows = useProjectRows(projects, filter, sort)
  const table = useRef<DataTableHandle>(null)
  const arrived = useRef(false)
  const index = rows.findIndex(({ id }) => id === arrivedAt)
  useEffect(() => {
    if (arrived.current || projects === undefined) return
    arrived.current = true
    if (index >= 0) table.current?.moveTo(index)
  }, [projects, index])
  const nothingFound = (
    <EmptyState
      icon={IconListDetails}
      title={t('projects.nothingFound')}
      action={
        <Button variant="default" onClick={() => onFilter(everyProject)}>
          {t('common.clearAll')}
        </Button>
      }
    />
  )
  return (
    <ListPane
      filters={
        <ProjectFilterBar
          filter={filter}
          onChange={onFilter}
          stagesPresent={new Set(projects?.map(({ stage }) => stage))}
          pictures={props.pictures ?? false}
        />
      }
      foot={
        <>
          <span role="status">
            {rows.length === (projects?.length ?? 0)
              ? t('projects.count', { count: rows.length, formatted: number(rows.length) })
              : t('projects.countOfAll', {
                  count: rows.length,
                  formatted: number(rows.length),
                  all: number(projects?.length ?? 0),
                })}
          </span>
          <span style={{ marginInlineStart: 'auto' }}>
            {t('projects.column.cost')} <Amount value={sumCents(rows.map(({ cost }) => cost ?? zeroCents))} />
          </span>
        </>
      }
    >
      <DataTable
        ref={table}
        memoryKey={memoryKey}
        label={props.label}
        columns={props.columns}
        rowCount={rows.length}
        rowAt={(position) => rows[position]}
        rowId={({ id }) => id}
        currentId={currentId}
        onCurrent={({ id }) => onCurrent(id)}
        {...(onOpen === undefined ? {} : { onOpen: () => onOpen() })}
        sort={sort}
        onSort={setSort}
        empty={
          projects === undefined
            ? null
            : projects.length === 0 && props.empty !== undefined
              ? props.empty
              : nothingFound
        }
      />
    </ListPane>
  )
}

/** The projects that the search and the filter let through, in order; words are looked for by the services. */
function useProjectRows<Row extends ProjectRow>(
  projects: readonly Row[] | undefined,
  filter: ProjectFilter,
  sort: DataSort,
): readonly Row[] {
  const { process } = useWork()
  const words = filter.search.trim()
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
