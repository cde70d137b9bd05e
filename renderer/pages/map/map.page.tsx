import { Button, Text } from '@mantine/core'
import { IconInbox, IconMap } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import type { PlaceState } from '../../../shared/domain/geo/district-locator.ts'
import { type PlanePoint, pointsInLoop } from '../../../shared/domain/geo/lasso.ts'
import { idAt } from '../../../shared/domain/geo/packed-ids.ts'
import type { SubmissionPage, SubmissionRow } from '../../../shared/read-models/submission.ts'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { useRowWindow } from '../../api/use-row-window.ts'
import { DataTable, type DataTableHandle } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterChip } from '../../components/filter-chip.tsx'
import { ListPane } from '../../components/list-pane.tsx'
import { Page } from '../../components/page.tsx'
import { usePlaceActs } from '../../components/place-doubt.tsx'
import { QueueFilters } from '../../components/queue-filters.tsx'
import { filterInput } from '../../components/queue-query.ts'
import { SplitPane } from '../../components/split-pane.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { navigateTo } from '../../navigation/hash-location.ts'
import { useKept } from '../../navigation/use-kept.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './map.module.css'
import { MapCard } from './map-card.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapSelection } from './map-selection.tsx'
import { MapTools } from './map-tools.tsx'
import { PlaceTools } from './place-tools.tsx'
import { clusterPoints } from './point-clusters.ts'
import { listPoints } from './point-list.ts'
import { type TownMapHandle, TownMapView } from './town-map-view.tsx'
import { useMapColumns } from './use-map-columns.tsx'
import { useMapQuery } from './use-map-query.ts'

/** States that a list may be narrowed to, what is to be put right first. */
const listedStates = [
  'no-point',
  'no-district',
  'differs',
  'border',
  'outside',
] as const satisfies readonly PlaceState[]

type ListedState = (typeof listedStates)[number]

function takeRows({ rows, total }: SubmissionPage): SubmissionPage {
  return { rows, total }
}

const nothing: ReadonlySet<string> = new Set()
const noLoop: readonly PlanePoint[] = []

/** Proposals where they would stand: the list on the left, the same on the map at the right. */
export function MapPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const client = useClient()
  const { query, queryText, change } = useMapQuery()
  const { objectId } = useParams<{ objectId?: string }>()
  const filter = useMemo(() => filterInput(process.id, query), [process.id, query])
  const { data: points } = useRead('map.points', filter)
  const { data: facets } = useRead('submissions.facets', filter)
  const list = useMemo(() => (points === undefined ? undefined : listPoints(points)), [points])
  const clusters = useMemo(() => (points === undefined ? undefined : clusterPoints(points)), [points])
  const [state, setState] = useState<ListedState | null>(null)
  const [kept, choose] = useKept<string | null>(`map-chosen:${process.id}`, null)
  const chosenId = objectId ?? kept
  const [selection, select] = useKept<ReadonlySet<string>>(`map-selection:${process.id}`, nothing)
  const [loop, setLoop] = useState<readonly PlanePoint[]>(noLoop)
  const [mode, setMode] = useState<'look' | 'lasso' | 'pick'>('look')
  const [editing, setEditing] = useState(false)
  const map = useRef<TownMapHandle>(null)
  const table = useRef<DataTableHandle>(null)
  const moderate = usePermission('moderate')

  const listed = useMemo(
    () => (state === null || list === undefined ? undefined : list.numbersIn(state)),
    [state, list],
  )
  const listInput = useMemo(() => {
    const order = { sort: 'number', descending: false } as const
    if (state === null) return { ...filter, ...order }
    return listed === undefined || listed.length === 0 ? null : { ...filter, numbers: [...listed], ...order }
  }, [filter, state, listed])
  const rows = useRowWindow('submissions.list', listInput, takeRows)
  const rowCount = listInput === null ? 0 : rows.rowCount
  const columns = useMapColumns(list)
  const { data: place } = useRead('map.place', chosenId === null ? null : { submissionId: chosenId }, {
    keep: false,
  })

  const open = (id: string | null): void => {
    setEditing(false)
    if (mode === 'pick') setMode('look')
    choose(id)
    if (objectId !== undefined) navigateTo(queryText === '' ? '/map' : `/map?${queryText}`, { replace: true })
  }
  // A change of the list leaves no lasso behind that would say something else.
  useEffect(() => {
    if (selection.size === 0) setLoop(noLoop)
  }, [selection])
  const choosePoint = (index: number): void => {
    if (points === undefined) return
    open(idAt(points.ids, index))
    const position = points.positions[index]
    if (state === null && position !== undefined) table.current?.moveTo(position)
  }
  const idsOf = (indexes: readonly number[]): readonly string[] =>
    points === undefined ? [] : indexes.map((index) => idAt(points.ids, index))
  const takeLoop = (drawn: readonly PlanePoint[], adds: boolean): void => {
    setMode('look')
    if (points === undefined) return
    const ids = idsOf(pointsInLoop(points, drawn))
    select(new Set(adds ? [...selection, ...ids] : ids))
    setLoop(ids.length === 0 ? noLoop : drawn)
  }
  const selectVisible = (): void => {
    const { west, south, east, north } = map.current?.bounds() ?? { west: 0, south: 0, east: 0, north: 0 }
    const box: readonly PlanePoint[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ]
    select(new Set(points === undefined ? [] : idsOf(pointsInLoop(points, box))))
  }
  const selectMatching = (part: object): void => {
    client.submissions.matchingIds({ ...filter, ...part }).then(
      (ids) => select(new Set(ids)),
      (error: unknown) => showError(t, error),
    )
  }

  const { mutate: classify } = useChange('submissions.classify')
  const done = useDoneNotice()
  const undoable = { undoable: true }
  const pick = ([longitude, latitude]: PlanePoint): void => {
    setMode('look')
    if (place === undefined) return
    // Five decimals are a metre: more would claim what a click cannot know.
    const rounded = { longitude: Number(longitude.toFixed(5)), latitude: Number(latitude.toFixed(5)) }
    classify(
      { submissionId: place.id, version: place.version, ...rounded },
      {
        onSuccess: () => {
          done(t('map.placed', { reference: place.reference }), undoable)
          setEditing(false)
        },
      },
    )
  }
  const { follow: followPoint, keep } = usePlaceActs(place)
  const beginPick = (): void => {
    setMode('pick')
    map.current?.focus()
  }
  const mayPut = moderate.allowed && place !== undefined
  usePageKeys([
    { key: '+', label: t('map.key.zoomIn'), run: () => map.current?.zoomBy(1) },
    { key: '-', label: t('map.key.zoomOut'), run: () => map.current?.zoomBy(-1) },
    { key: '0', label: t('map.key.fit'), run: () => map.current?.fitAll() },
    { key: 'l', label: t('map.key.lasso'), run: () => setMode(mode === 'lasso' ? 'look' : 'lasso') },
    {
      key: 'mod+a',
      label: t('submissions.key.selectAll'),
      run: () => selectMatching(listed === undefined ? {} : { numbers: [...listed] }),
    },
    { key: 's', label: t('map.key.follow'), enabled: mayPut, run: followPoint },
    { key: 'g', label: t('map.key.keep'), enabled: mayPut && place?.districtId !== null, run: keep },
    { key: 'p', label: t('map.key.edit'), enabled: mayPut, run: () => setEditing(true) },
    {
      key: 'enter',
      label: t('map.key.open'),
      enabled: mode === 'pick' || place !== undefined,
      run: () => {
        if (mode === 'pick') pick(map.current?.centre() ?? [0, 0])
        else if (place !== undefined) navigateTo(`/submissions/${place.id}`)
      },
    },
    { key: 'escape', label: t('common.cancel'), enabled: mode !== 'look', run: () => setMode('look') },
  ])

  const drawn = process.districts.some(({ polygon }) => polygon !== null)
  const total = list?.total ?? 0
  return (
    <Page
      title={t('map.title')}
      subtitle={
        list === undefined
          ? undefined
          : t('map.counts', { shown: number(list.points.numbers.length), total: number(total) })
      }
      layout="panes"
      actions={
        <>
          <PlaceTools waiting={points?.withAddress ?? 0} />
          <Button
            component={Link}
            href={`/submissions?${queryText === '' ? 'all' : queryText}`}
            variant="default"
            leftSection={<IconInbox size={16} aria-hidden />}
          >
            {t('map.openList')}
          </Button>
        </>
      }
    >
      <SplitPane
        memoryKey="map"
        initialPercent={42}
        first={
          <ListPane
            filters={
              <>
                <QueueFilters narrow query={query} onChange={change} />
                <FilterChip<ListedState>
                  name={t('map.filterPlace')}
                  chosen={state}
                  onChange={setState}
                  choices={listedStates
                    .filter((name) => name === state || (list?.counts.get(name) ?? 0) > 0)
                    .map((value) => ({
                      value,
                      label: t(`map.place.${value}`),
                      count: list?.counts.get(value) ?? 0,
                    }))}
                />
              </>
            }
            foot={
              <MapSelection
                total={rowCount}
                selection={selection}
                numberOf={(id) => list?.numberOf(id)}
                onSelect={select}
              />
            }
          >
            <DataTable<SubmissionRow>
              ref={table}
              memoryKey="map"
              label={t('map.list')}
              columns={columns}
              rowCount={rowCount}
              rowAt={rows.rowAt}
              rowId={(row) => row.id}
              onShow={rows.show}
              currentId={chosenId}
              onCurrent={(row) => open(row.id)}
              onOpen={(row) => navigateTo(`/submissions/${row.id}`)}
              selection={selection}
              onSelection={select}
              empty={
                rows.pending && listInput !== null ? null : (
                  <EmptyState icon={IconMap} title={t('map.nothingMatches')} />
                )
              }
            />
          </ListPane>
        }
        second={
          <TownMapView
            ref={map}
            list={list}
            clusters={clusters}
            chosenId={chosenId}
            selection={selection}
            loop={loop}
            mode={mode}
            onChoose={choosePoint}
            onChooseMany={(indexes) => select(new Set(idsOf(indexes)))}
            onLasso={takeLoop}
            onPick={pick}
          >
            <MapTools
              lasso={mode === 'lasso'}
              counts={
                new Map(
                  facets?.districts.flatMap(({ value, count }) => (value === null ? [] : [[value, count]])),
                )
              }
              hasSelection={selection.size > 0}
              onZoom={(steps) => map.current?.zoomBy(steps)}
              onFit={() => map.current?.fitAll()}
              onLasso={() => setMode(mode === 'lasso' ? 'look' : 'lasso')}
              onSelectVisible={selectVisible}
              onSelectDistrict={(id) => selectMatching({ districtIds: [id] })}
              onSelectNothing={() => select(nothing)}
            />
            {mode !== 'look' ? (
              <Text className={classes.hint} role="status">
                {t(mode === 'lasso' ? 'map.lassoHelp' : 'map.pickHelp')}
              </Text>
            ) : (
              !drawn && (
                <div className={classes.hint}>
                  <Text>{t('map.noOutline')}</Text>
                  <Button component={Link} href="/imports?choose" variant="subtle" size="compact-xs" ml={-8}>
                    {t('map.importOutlines')}
                  </Button>
                </div>
              )
            )}
            {points !== undefined && <MapLegend points={points} />}
            {chosenId !== null && (
              <MapCard
                place={place}
                editing={editing}
                onEdit={setEditing}
                onPickOnMap={beginPick}
                onFollow={followPoint}
                onKeep={keep}
                onClose={() => open(null)}
              />
            )}
          </TownMapView>
        }
      />
    </Page>
  )
}
