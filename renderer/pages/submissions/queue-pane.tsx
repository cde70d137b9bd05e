import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { memo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { may } from '../../../shared/domain/people/permissions.ts'
import type { SubmissionRow } from '../../../shared/read-models/submission.ts'
import type { RowWindow } from '../../api/use-row-window.ts'
import { DataTable, type DataTableHandle } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ListPane } from '../../components/list-pane.tsx'
import { QueueFilters } from '../../components/queue-filters.tsx'
import { emptyQuery, isFiltered } from '../../components/queue-query.ts'
import { useWork } from '../../session/session.tsx'
import { SelectionBar } from './selection-bar.tsx'
import type { Queue } from './use-queue.ts'
import { useQueueColumns } from './use-queue-columns.tsx'

interface QueuePaneProps {
  readonly queue: Queue
  readonly rows: RowWindow<SubmissionRow>
  readonly table: Ref<DataTableHandle>
  onCurrent(row: SubmissionRow, index: number): void
  /** The proposal itself is wanted, not only its line. */
  onOpen(): void
}

// A step through the list changes neither what it is narrowed to nor how many there are.
const Filters = memo(QueueFilters)
const Foot = memo(SelectionBar)

/** The left pane: search and filters, the list, how many there are. */
export function QueuePane({ queue, rows, table, onCurrent, onOpen }: QueuePaneProps) {
  const { t } = useTranslation()
  const { query, change, replace, selection, select } = queue
  const columns = useQueueColumns()
  return (
    <ListPane
      filters={<Filters narrow query={query} onChange={change} />}
      foot={<Foot query={query} total={rows.rowCount} selection={selection} onSelect={select} />}
    >
      <DataTable
        ref={table}
        memoryKey="submissions"
        label={t('submissions.title')}
        columns={columns}
        rowCount={rows.rowCount}
        rowAt={rows.rowAt}
        rowId={(row) => row.id}
        onShow={rows.show}
        currentId={queue.currentId}
        onCurrent={onCurrent}
        onOpen={onOpen}
        selection={selection}
        onSelection={select}
        {...(query.sort === undefined ? {} : { sort: query.sort })}
        onSort={(sort) => change({ sort })}
        empty={
          rows.pending ? null : (
            <NothingHere filtered={isFiltered(query)} onShowAll={() => replace(emptyQuery)} />
          )
        }
      />
    </ListPane>
  )
}

function NothingHere({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const { t } = useTranslation()
  const { person } = useWork()
  return filtered ? (
    <EmptyState
      icon={IconInbox}
      title={t('submissions.nothingMatches')}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t('submissions.showAll')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      icon={IconInbox}
      title={t('submissions.emptyTitle')}
      description={t('submissions.emptyDescription')}
      action={
        may(person.roles, 'import') && (
          <Button component={Link} href="/imports">
            {t('home.emptyAction')}
          </Button>
        )
      }
    />
  )
}
