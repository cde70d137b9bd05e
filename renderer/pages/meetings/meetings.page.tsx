import { Button, Kbd, Text } from '@mantine/core'
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { meetingKinds } from '../../../shared/domain/meetings/meeting-kind.ts'
import { useRead } from '../../api/use-call.ts'
import type { DataSort } from '../../components/data-column.ts'
import { DataTable, type DataTableHandle } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterChip } from '../../components/filter-chip.tsx'
import { ListPane } from '../../components/list-pane.tsx'
import { Page } from '../../components/page.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { MeetingForm } from './meeting-form.tsx'
import { narrowMeetings, sortMeetings } from './meeting-order.ts'
import { sumOf } from './meeting-values.ts'
import { NewMeetingDialog } from './new-meeting-dialog.tsx'
import { useMeetingColumns } from './use-meeting-columns.tsx'

/** The register of meetings: when, where, of what kind, how many came and what was collected. */
export function MeetingsPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const { objectId } = useParams<{ objectId?: string }>()
  const [, navigate] = useLocation()
  const [kept, keep] = useKept<string | null>(`meetings current ${process.id}`, null)
  const [search, setSearch] = useKept(`meetings search ${process.id}`, '')
  const [kind, setKind] = useKept<string | null>(`meetings kind ${process.id}`, null)
  const [sort, setSort] = useKept<DataSort>('meetings sort', { key: 'startsAt', descending: false })
  const [adding, setAdding] = useState(false)
  const { data: all } = useRead('meetings.list', { processId: process.id })
  const rows = useMemo(
    () => sortMeetings(narrowMeetings(all ?? [], search, kind), sort),
    [all, search, kind, sort],
  )
  const table = useRef<DataTableHandle>(null)
  const columns = useMeetingColumns()
  const currentId = objectId ?? kept
  const current = all?.find(({ id }) => id === currentId)
  const open = (id: string): void => {
    keep(id)
    navigate(`/meetings/${id}`, { replace: true })
  }
  const moderate = usePermission('moderate')
  usePageKeys([{ key: 'n', label: t('meetings.add'), enabled: moderate.allowed, run: () => setAdding(true) }])
  const present = meetingKinds.filter((name) => all?.some((meeting) => meeting.kind === name))
  return (
    <Page
      title={t('meetings.title')}
      layout="panes"
      actions={
        <GuardedButton
          permission="moderate"
          aria-keyshortcuts="n"
          leftSection={<IconPlus size={16} aria-hidden />}
          rightSection={
            <Kbd aria-hidden size="xs">
              N
            </Kbd>
          }
          onClick={() => setAdding(true)}
        >
          {t('meetings.add')}
        </GuardedButton>
      }
    >
      <SplitPane
        memoryKey="meetings"
        initialPercent={57}
        first={
          <ListPane
            filters={
              <>
                <SearchField label={t('meetings.search')} value={search} onChange={setSearch} />
                <FilterChip
                  name={t('meetings.filterKind')}
                  choices={present.map((name) => ({
                    value: name,
                    label: t(`labels.meetingKind.${name}`),
                    count: all?.filter((meeting) => meeting.kind === name).length ?? 0,
                  }))}
                  chosen={meetingKinds.find((name) => name === kind) ?? null}
                  onChange={setKind}
                />
              </>
            }
            foot={
              <>
                <span role="status">
                  {t('meetings.count', { count: rows.length, formatted: number(rows.length) })}
                </span>
                <span style={{ marginInlineStart: 'auto' }}>
                  {t('meetings.totals', {
                    attendees: number(sumOf(rows, 'attendees')),
                    proposals: number(sumOf(rows, 'proposals')),
                    contributions: number(sumOf(rows, 'contributions')),
                  })}
                </span>
              </>
            }
          >
            <DataTable
              ref={table}
              memoryKey="meetings"
              label={t('meetings.label')}
              columns={columns}
              rowCount={rows.length}
              rowAt={(position) => rows[position]}
              rowId={({ id }) => id}
              currentId={currentId}
              onCurrent={({ id }) => open(id)}
              onOpen={() => document.getElementById('meeting-title')?.focus()}
              sort={sort}
              onSort={setSort}
              empty={
                all === undefined ? null : all.length === 0 ? (
                  <EmptyState
                    icon={IconCalendarEvent}
                    title={t('meetings.emptyTitle')}
                    description={t('meetings.emptyDescription')}
                    action={
                      <Button disabled={!moderate.allowed} onClick={() => setAdding(true)}>
                        {t('meetings.add')}
                      </Button>
                    }
                  />
                ) : (
                  <EmptyState
                    icon={IconCalendarEvent}
                    title={t('meetings.nothingFound')}
                    action={
                      <Button
                        variant="default"
                        onClick={() => {
                          setSearch('')
                          setKind(null)
                        }}
                      >
                        {t('common.clearAll')}
                      </Button>
                    }
                  />
                )
              }
            />
          </ListPane>
        }
        second={
          current === undefined ? (
            all?.length === 0 ? null : (
              <Text p="md" c="dimmed">
                {t('meetings.chooseLine')}
              </Text>
            )
          ) : (
            <MeetingForm key={current.id} meeting={current} />
          )
        }
      />
      {adding && <NewMeetingDialog onClose={() => setAdding(false)} onAdded={open} />}
    </Page>
  )
}
