import { Button, Kbd, SegmentedControl, Text } from '@mantine/core'
import { IconMailForward, IconMailOff, IconTypography } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { letterChannels, letterKinds } from '../../../shared/domain/letters/letter-kind.ts'
import { type LetterPage, type LetterRow, letterStates } from '../../../shared/read-models/letter.ts'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import { useRowWindow } from '../../api/use-row-window.ts'
import { DataTable, type DataTableHandle } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterChip } from '../../components/filter-chip.tsx'
import { ListPane } from '../../components/list-pane.tsx'
import { Page } from '../../components/page.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { navigateTo } from '../../navigation/hash-location.ts'
import { useKept } from '../../navigation/use-kept.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { MadeActs } from './letter-acts.tsx'
import { filterOf, firstQuery, keyOf, type LetterKey, type LetterQuery, rowIdOf } from './letter-filter.ts'
import { LetterPane } from './letter-pane.tsx'
import classes from './letters.module.css'
import { MarkDialog } from './mark-dialog.tsx'
import { ProduceDialog } from './produce-dialog.tsx'
import { TextsPage } from './texts.page.tsx'
import { useLetterColumns } from './use-letter-columns.tsx'

const nothing: ReadonlySet<string> = new Set()

function takeRows({ rows, total }: LetterPage): LetterPage {
  return { rows, total }
}

/** Letters: what is to be written to whom, what waits to go, what went. `/letters/texts` edits their texts. */
export function LettersPage() {
  const { objectId } = useParams<{ objectId?: string }>()
  return objectId === 'texts' ? <TextsPage /> : <LetterList linked={objectId} />
}

function LetterList({ linked }: { readonly linked: string | undefined }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const { process } = useWork()
  const [query, setQuery] = useKept<LetterQuery>(`letters query ${process.id}`, firstQuery)
  const [current, setCurrent] = useKept<LetterKey | null>(`letters current ${process.id}`, null)
  const [selection, select] = useKept<ReadonlySet<string>>(`letters selection ${process.id}`, nothing)
  const [open, setOpen] = useState<'produce' | 'mark'>()
  const filter = useMemo(() => filterOf(process.id, query), [process.id, query])
  const rows = useRowWindow('letters.list', filter, takeRows)
  const { data: counts } = useRead('letters.counts', filter)
  const columns = useLetterColumns(query.state)
  const table = useRef<DataTableHandle>(null)
  const moderate = usePermission('moderate', false)
  const { state } = query

  const change = (part: Partial<LetterQuery>): void => {
    setQuery({ ...query, ...part })
    select(nothing)
  }
  // A link to a proposal opens its letter: the one that is owed, else the last one that was made.
  const { data: ofLinked } = useRead(
    'letters.ofSubmission',
    linked === undefined ? null : { submissionId: linked },
  )
  useEffect(() => {
    if (linked === undefined || ofLinked === undefined) return
    const letter = ofLinked.owed ?? ofLinked.letters[0]
    if (letter !== undefined && letter.submissionId === linked) setCurrent(keyOf(letter))
    navigateTo('/letters', { replace: true })
  }, [linked, ofLinked, setCurrent])

  const firstRow = rows.rowAt(0)
  useEffect(() => {
    if (current === null && firstRow !== undefined && linked === undefined) setCurrent(keyOf(firstRow))
  }, [current, firstRow, linked, setCurrent])

  const produce = usePermission('moderate', false)
  usePageKeys([
    {
      key: 'p',
      label: t('letters.key.produce'),
      enabled: produce.allowed && state === 'to-write',
      run: () => setOpen('produce'),
    },
    {
      key: 'm',
      label: t('letters.key.mark'),
      enabled: moderate.allowed && state === 'to-send' && selection.size > 0,
      run: () => setOpen('mark'),
    },
    {
      key: 'escape',
      label: t('letters.clearSelection'),
      enabled: selection.size > 0,
      run: () => select(nothing),
    },
  ])
  const selectAll = (): void => {
    client.letters.matchingIds(filter).then(
      ({ submissionIds, letterIds }) => select(new Set(state === 'to-write' ? submissionIds : letterIds)),
      (error: unknown) => showError(t, error),
    )
  }
  const currentRowId = (): string | null => {
    if (current === null) return null
    for (let index = 0; index < Math.min(rows.rowCount, 1_000); index += 1) {
      const row = rows.rowAt(index)
      if (row !== undefined && sameKey(keyOf(row), current)) return rowIdOf(row)
    }
    return null
  }
  const counted = { 'to-write': counts?.toWrite, 'to-send': counts?.toSend, sent: counts?.sent }
  return (
    <Page
      title={t('letters.title')}
      subtitle={t('letters.neverSentShort')}
      layout="panes"
      actions={
        <>
          <Button
            component={Link}
            href="/letters/texts"
            variant="default"
            leftSection={<IconTypography size={16} aria-hidden />}
          >
            {t('letters.texts')}
          </Button>
          <GuardedButton
            permission="moderate"
            aria-keyshortcuts="p"
            leftSection={<IconMailForward size={16} aria-hidden />}
            rightSection={
              <Kbd aria-hidden size="xs">
                P
              </Kbd>
            }
            blockedBy={
              state !== 'to-write' || (counts !== undefined && counts.toWrite === 0)
                ? t('letters.emptyTitle.to-write')
                : undefined
            }
            onClick={() => setOpen('produce')}
          >
            {t('letters.produce')}
          </GuardedButton>
        </>
      }
    >
      <SplitPane
        memoryKey="letters"
        initialPercent={56}
        first={
          <ListPane
            filters={
              <>
                <SegmentedControl
                  size="xs"
                  className={classes.states ?? ''}
                  aria-label={t('letters.states')}
                  data={letterStates.map((name) => ({
                    value: name,
                    label: `${t(`letters.state.${name}`)}${counted[name] === undefined ? '' : ` (${number(counted[name])})`}`,
                  }))}
                  value={state}
                  onChange={(value) => {
                    setCurrent(null)
                    setQuery({
                      ...query,
                      state: letterStates.find((name) => name === value) ?? 'to-write',
                      kind: null,
                      channel: null,
                    })
                    select(nothing)
                  }}
                />
                <SearchField
                  label={t('letters.search')}
                  value={query.search}
                  onChange={(search) => change({ search })}
                />
                <FilterChip
                  name={t('letters.kindName')}
                  choices={letterKinds
                    .filter((kind) => (counts?.byKind[kind] ?? 0) > 0 || kind === query.kind)
                    .map((kind) => ({
                      value: kind,
                      label: t(`letters.kind.${kind}`),
                      count: counts?.byKind[kind] ?? 0,
                    }))}
                  chosen={query.kind}
                  onChange={(kind) => change({ kind })}
                />
                <FilterChip
                  name={t('letters.channelName')}
                  choices={([...letterChannels, 'none'] as const).map((channel) => ({
                    value: channel,
                    label: t(`letters.channel.${channel}`),
                    count: counts?.byChannel[channel] ?? 0,
                  }))}
                  chosen={query.channel}
                  onChange={(channel) => change({ channel })}
                />
              </>
            }
            foot={
              <>
                <span role="status">
                  {t('common.rowCount', { count: rows.rowCount, formatted: number(rows.rowCount) })}
                  {selection.size > 0 &&
                    ` · ${t('letters.selectedCount', { count: selection.size, formatted: number(selection.size) })}`}
                </span>
                {rows.rowCount > 0 && selection.size < rows.rowCount && (
                  <Button variant="subtle" size="compact-xs" onClick={selectAll}>
                    {t('letters.selectAll')}
                  </Button>
                )}
                {selection.size > 0 && state !== 'to-write' && (
                  <MadeActs
                    letterIds={[...selection]}
                    sent={state === 'sent'}
                    size="compact-xs"
                    onMark={() => setOpen('mark')}
                    onDone={() => select(nothing)}
                  />
                )}
              </>
            }
          >
            <DataTable<LetterRow>
              ref={table}
              memoryKey={`letters ${state}`}
              label={t('letters.label')}
              columns={columns}
              rowCount={rows.rowCount}
              rowAt={rows.rowAt}
              onShow={rows.show}
              rowId={rowIdOf}
              currentId={currentRowId()}
              onCurrent={(row) => setCurrent(keyOf(row))}
              selection={selection}
              onSelection={select}
              empty={
                rows.pending ? null : (
                  <EmptyState
                    icon={IconMailOff}
                    title={t(`letters.emptyTitle.${state}`)}
                    description={t(`letters.emptyDescription.${state}`)}
                    action={
                      <Button component={Link} href="/submissions" variant="default">
                        {t('letters.emptyAction')}
                      </Button>
                    }
                  />
                )
              }
            />
          </ListPane>
        }
        second={
          current === null ? (
            <Text p="md" c="dimmed">
              {rows.rowCount > 0 ? t('letters.choose') : ''}
            </Text>
          ) : (
            <LetterPane
              key={`${current.submissionId} ${current.kind} ${current.event}`}
              letterKey={current}
            />
          )
        }
      />
      {open === 'produce' && (
        <ProduceDialog
          query={query}
          chosen={state === 'to-write' ? [...selection] : []}
          onClose={() => setOpen(undefined)}
          onProduced={() => select(nothing)}
        />
      )}
      {open === 'mark' && (
        <MarkDialog
          letterIds={[...selection]}
          onClose={() => setOpen(undefined)}
          onMarked={() => select(nothing)}
        />
      )}
    </Page>
  )
}

function sameKey(one: LetterKey, other: LetterKey): boolean {
  return one.submissionId === other.submissionId && one.kind === other.kind && one.event === other.event
}
