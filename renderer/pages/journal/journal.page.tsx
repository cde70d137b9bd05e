import { Alert, Button, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalPage as JournalAnswer, JournalEntry } from '../../../shared/read-models/journal.ts'
import { useClient } from '../../api/parvis.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { useRowWindow } from '../../api/use-row-window.ts'
import { useTask } from '../../api/use-task.ts'
import { actionLabel } from '../../components/action-label.ts'
import type { DataColumn } from '../../components/data-column.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterChip } from '../../components/filter-chip.tsx'
import { FilterDates } from '../../components/filter-dates.tsx'
import { ListPane } from '../../components/list-pane.tsx'
import { Page } from '../../components/page.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useKept } from '../../navigation/use-kept.ts'
import { useFileNotice } from '../../notices/use-file-notice.tsx'
import { EntryDetail } from './entry-detail.tsx'
import classes from './journal.module.css'

interface Filter {
  readonly search: string
  readonly personId: string | null
  readonly fromOn: string | null
  readonly untilOn: string | null
}

const everything: Filter = { search: '', personId: null, fromOn: null, untilOn: null }

function takeEntries(answer: JournalAnswer): { rows: readonly JournalEntry[]; total: number } {
  return { rows: answer.entries, total: answer.total }
}

/** The append-only record: list, filters, what changed, verification, export. */
export function JournalPage() {
  const { t } = useTranslation()
  const { shortInstant, number } = useFormats()
  const client = useClient()
  const { data: people = [] } = useRead('people.list', {})
  const [filter, setFilter] = useKept<Filter>('journal filter', everything)
  const [current, setCurrent] = useState<JournalEntry>()
  const asked = useMemo(
    () => ({
      ...(filter.search.trim() === '' ? {} : { search: filter.search.trim() }),
      ...(filter.personId === null ? {} : { personId: filter.personId }),
      ...(filter.fromOn === null ? {} : { fromOn: filter.fromOn }),
      ...(filter.untilOn === null ? {} : { untilOn: filter.untilOn }),
    }),
    [filter],
  )
  const rows = useRowWindow('journal.list', asked, takeEntries)
  const columns = useMemo<readonly DataColumn<JournalEntry>[]>(
    () => [
      {
        id: 'sequence',
        header: t('journal.column.sequence'),
        width: 64,
        align: 'end',
        render: (e) => e.sequence,
      },
      { id: 'at', header: t('journal.column.at'), width: 140, render: (e) => shortInstant(e.at) },
      { id: 'person', header: t('journal.column.person'), width: 140, render: (e) => e.personName },
      {
        id: 'action',
        header: t('journal.column.action'),
        width: 170,
        fixed: true,
        render: (e) => (
          <span className={e.undoneBySequence === null ? undefined : classes.undone}>
            {actionLabel(t, e.action)}
          </span>
        ),
      },
      {
        id: 'object',
        header: t('journal.column.object'),
        width: 120,
        grow: true,
        fixed: true,
        render: (e) => e.objectLabel,
      },
      { id: 'reason', header: t('journal.column.reason'), width: 200, hidden: true, render: (e) => e.reason },
    ],
    [t, shortInstant],
  )

  const exporting = useTask('journal.exportWorkbook', t('journal.export'))
  const fileNotice = useFileNotice()
  const exportWorkbook = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'save-file',
      title: t('journal.export'),
      proposedPath: `${t('journal.fileName')}.xlsx`,
      filters: [{ name: t('journal.workbook'), extensions: ['xlsx'] }],
    })
    if (path === null) return
    const written = await exporting.start({ path, filter: asked })
    if (written !== undefined) fileNotice(written.path)
  }

  return (
    <Page
      title={t('journal.title')}
      subtitle={t('journal.subtitle')}
      layout="panes"
      actions={
        <>
          <Verify />
          <Button variant="default" loading={exporting.running} onClick={() => void exportWorkbook()}>
            {t('journal.export')}
          </Button>
        </>
      }
    >
      <SplitPane
        memoryKey="journal"
        initialPercent={68}
        first={
          <ListPane
            filters={
              <>
                <SearchField
                  label={t('journal.search')}
                  value={filter.search}
                  onChange={(search) => setFilter({ ...filter, search })}
                />
                <FilterChip
                  name={t('journal.person')}
                  choices={people.map(({ id, name }) => ({ value: id, label: name }))}
                  chosen={filter.personId}
                  onChange={(personId) => setFilter({ ...filter, personId })}
                />
                <FilterDates
                  name={t('journal.column.at')}
                  range={filter}
                  labels={{ fromOn: t('journal.from'), untilOn: t('journal.until') }}
                  onChange={(range) => setFilter({ ...filter, ...range })}
                />
              </>
            }
            foot={
              <span role="status">
                {t('common.rowCount', { count: rows.rowCount, formatted: number(rows.rowCount) })}
              </span>
            }
          >
            <DataTable
              memoryKey="journal"
              label={t('journal.label')}
              columns={columns}
              rowCount={rows.rowCount}
              rowAt={rows.rowAt}
              rowId={(entry) => String(entry.sequence)}
              onShow={rows.show}
              currentId={current === undefined ? null : String(current.sequence)}
              onCurrent={(entry) => setCurrent(entry)}
              empty={rows.pending ? null : <EmptyState icon={IconHistory} title={t('journal.empty')} />}
            />
          </ListPane>
        }
        second={
          current === undefined ? (
            <Text p="md" c="dimmed">
              {t('journal.chooseLine')}
            </Text>
          ) : (
            <EntryDetail entry={current} />
          )
        }
      />
    </Page>
  )
}

/** Walks the whole chain of hashes and says in place what it found. */
function Verify() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const verify = useChange('journal.verify')
  const found = verify.data
  return (
    <>
      {found !== undefined && (
        <Alert role="status" py={4} color={found.sound ? 'green' : 'red'}>
          {found.sound
            ? t('journal.sound', { count: found.entries, formatted: number(found.entries) })
            : t('journal.broken', { sequence: found.brokenAtSequence })}
        </Alert>
      )}
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate({})}>
        {t('journal.verify')}
      </Button>
    </>
  )
}
