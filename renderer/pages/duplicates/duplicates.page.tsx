import { Button, SegmentedControl, Text } from '@mantine/core'
import { IconArrowLeft, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import { type SimilarKind, similarKinds } from '../../../shared/domain/similarity/similar-kind.ts'
import type { DuplicateCluster, OpenPairPage } from '../../../shared/read-models/family.ts'
import { useRead } from '../../api/use-call.ts'
import { type RowWindow, useRowWindow } from '../../api/use-row-window.ts'
import { DataTable, type DataTableHandle } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterChipOfMany } from '../../components/filter-chip.tsx'
import { ListPane } from '../../components/list-pane.tsx'
import { Page } from '../../components/page.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { useKeepCompared } from '../../components/use-keep-compared.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { useWork } from '../../session/session.tsx'
import { ClusterPane } from './cluster-pane.tsx'
import { CompareBar, useCompareNow } from './compare-bar.tsx'
import { Comparison } from './comparison.tsx'
import { type PairRow, pairId, pairsOf } from './pair-row.ts'
import { useClusterColumns } from './use-cluster-columns.ts'
import { usePairActs } from './use-pair-acts.ts'
import { usePairColumns } from './use-pair-columns.tsx'

function takeRows({ pairs, total }: OpenPairPage) {
  return {
    rows: pairs.map(
      (pair): PairRow => ({ ...pair, id: pairId(pair.one.id, pair.other.id), notDuplicate: null }),
    ),
    total,
  }
}

/** The review of pairs that may be one proposal; at `/duplicates/<id>` those of one proposal only. */
export function DuplicatesPage() {
  const { t } = useTranslation()
  const { objectId } = useParams<{ objectId?: string }>()
  const [view, setView] = useKept<'pairs' | 'clusters'>('duplicates view', 'pairs')
  useKeepCompared()
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t('families.view')}
      value={view}
      onChange={(next) => setView(next === 'clusters' ? 'clusters' : 'pairs')}
      data={[
        { value: 'pairs', label: t('families.pairs') },
        { value: 'clusters', label: t('families.clusters') },
      ]}
    />
  )
  return (
    <Page title={t('families.title')} layout="panes" actions={<CompareBar />}>
      {objectId !== undefined ? (
        <PairsOfOne key={objectId} submissionId={objectId} />
      ) : view === 'pairs' ? (
        <OpenPairs choice={choice} />
      ) : (
        <Clusters choice={choice} />
      )}
    </Page>
  )
}

function OpenPairs({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation()
  const { process } = useWork()
  const [kinds, setKinds] = useKept<readonly SimilarKind[]>('duplicates kinds', [])
  const input = useMemo(
    () => ({ processId: process.id, ...(kinds.length === 0 ? {} : { kinds: [...kinds] }) }),
    [process.id, kinds],
  )
  const rows = useRowWindow('families.openPairs', input, takeRows)
  return (
    <PairReview
      rows={rows}
      empty={<NothingToReview />}
      filters={
        <>
          {choice}
          <FilterChipOfMany
            name={t('families.kind.name')}
            choices={similarKinds.map((kind) => ({ value: kind, label: t(`families.kind.${kind}`) }))}
            chosen={kinds}
            onChange={setKinds}
          />
        </>
      }
    />
  )
}

function PairsOfOne({ submissionId }: { readonly submissionId: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { data: detail } = useRead('submissions.get', { submissionId })
  const { data: similar } = useRead('families.similar', { submissionId })
  const pairs = useMemo(
    () => (detail === undefined || similar === undefined ? [] : pairsOf(detail, similar)),
    [detail, similar],
  )
  const back = `/submissions/${submissionId}`
  usePageKeys([{ key: 'escape', label: t('families.backToProposal'), run: () => navigate(back) }])
  const rows: RowWindow<PairRow> = {
    rowCount: pairs.length,
    rowAt: (index) => pairs[index],
    show() {},
    pending: similar === undefined,
  }
  return (
    <PairReview
      rows={rows}
      empty={<EmptyState icon={IconCopy} title={t('families.emptyOfProposal')} />}
      filters={
        <>
          <Button
            variant="subtle"
            size="compact-sm"
            component={Link}
            href={back}
            aria-keyshortcuts="Escape"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            {t('families.backToProposal')}
          </Button>
          {detail !== undefined && <strong>{detail.reference}</strong>}
        </>
      }
    />
  )
}

interface PairReviewProps {
  readonly rows: RowWindow<PairRow>
  readonly filters: ReactNode
  readonly empty: ReactNode
}

/** Pairs down a list, the current one side by side; an act goes on to the next. */
function PairReview({ rows, filters, empty }: PairReviewProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const columns = usePairColumns()
  const table = useRef<DataTableHandle>(null)
  const [current, setCurrent] = useState<PairRow>()
  const first = rows.rowAt(0)
  const shown = current ?? first
  const next = (): void => {
    const here = table.current?.currentIndex ?? -1
    if (here + 1 < rows.rowCount) table.current?.moveTo(Math.max(0, here) + 1)
    else if (here > 0) table.current?.moveTo(here - 1)
    else setCurrent(undefined)
  }
  const acts = usePairActs(next)
  return (
    <SplitPane
      memoryKey="duplicates"
      initialPercent={34}
      first={
        <ListPane
          filters={filters}
          foot={
            <span role="status">
              {t('families.remaining', { count: rows.rowCount, formatted: number(rows.rowCount) })}
            </span>
          }
        >
          <DataTable
            ref={table}
            memoryKey="duplicates"
            label={t('families.label')}
            columns={columns}
            rowCount={rows.rowCount}
            rowAt={rows.rowAt}
            rowId={({ id }) => id}
            onShow={rows.show}
            currentId={shown?.id ?? null}
            onCurrent={(pair) => setCurrent(pair)}
            empty={rows.pending ? null : empty}
          />
        </ListPane>
      }
      second={
        shown === undefined || rows.rowCount === 0 ? (
          rows.rowCount === 0 ? null : (
            <Text p="md" c="dimmed">
              {t('families.chooseOne')}
            </Text>
          )
        ) : (
          <Comparison key={shown.id} pair={shown} acts={acts} onNext={next} />
        )
      }
    />
  )
}

function Clusters({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const { data: clusters } = useRead('families.clusters', { processId: process.id })
  const columns = useClusterColumns()
  const table = useRef<DataTableHandle>(null)
  const [current, setCurrent] = useState<DuplicateCluster>()
  const key = ({ leadId }: DuplicateCluster): string => leadId
  const shown =
    clusters?.find((cluster) => current !== undefined && key(cluster) === key(current)) ?? clusters?.[0]
  const acts = usePairActs(() => {})
  return (
    <SplitPane
      memoryKey="duplicates"
      initialPercent={34}
      first={
        <ListPane
          filters={choice}
          foot={
            <span role="status">
              {t('families.clusterCount', {
                count: clusters?.length ?? 0,
                formatted: number(clusters?.length ?? 0),
              })}
            </span>
          }
        >
          <DataTable
            ref={table}
            memoryKey="duplicate-clusters"
            label={t('families.clusters')}
            columns={columns}
            rowCount={clusters?.length ?? 0}
            rowAt={(index) => clusters?.[index]}
            rowId={key}
            currentId={shown === undefined ? null : key(shown)}
            onCurrent={(cluster) => setCurrent(cluster)}
            empty={clusters === undefined ? null : <NothingToReview />}
          />
        </ListPane>
      }
      second={
        shown === undefined ? null : (
          <ClusterPane
            key={`${key(shown)} ${shown.members.length}`}
            cluster={shown}
            onGroup={(lead, members) => acts.group(lead, ...members)}
          />
        )
      }
    />
  )
}

/** Where no pair waits: everything was judged, or nothing was compared yet; then the one act that changes it. */
function NothingToReview() {
  const { t } = useTranslation()
  const { progress, run, running } = useCompareNow()
  if (progress === undefined || running) return null
  if (progress.comparedAt !== null)
    return (
      <EmptyState
        icon={IconCopy}
        title={t('families.emptyTitle')}
        description={t('families.emptyDescription')}
      />
    )
  return (
    <EmptyState
      icon={IconCopy}
      title={t('families.neverTitle')}
      description={t('families.neverDescription')}
      action={<Button onClick={() => run(false)}>{t('families.compare')}</Button>}
    />
  )
}
