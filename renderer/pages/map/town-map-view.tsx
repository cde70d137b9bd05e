import { type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import 'leaflet/dist/leaflet.css'
import { IconPlus } from '@tabler/icons-react'
import type { PlanePoint } from '../../../shared/domain/geo/lasso.ts'
import type { District } from '../../../shared/read-models/process.ts'
import { useWork } from '../../session/session.tsx'
import { LassoOverlay } from './lasso-overlay.tsx'
import classes from './map.module.css'
import { StageSymbols, usePlaceMarks } from './place-marks.tsx'
import type { DrawnPlace, PointClusters } from './point-clusters.ts'
import type { PointList } from './point-list.ts'
import { type MapLook, openTownMap, type TownMap } from './town-map.ts'
import { useBackground } from './use-background.ts'

/** Where the map of each démarche looked, until the window closes. */
const looks = new Map<string, MapLook>()

/** What the page may ask of the map. */
export type TownMapHandle = Pick<TownMap, 'bounds' | 'centre' | 'focus' | 'zoomBy'> & {
  fitAll(): void
}

interface TownMapViewProps {
  readonly list: PointList | undefined
  readonly clusters: PointClusters | undefined
  readonly chosenId: string | null
  readonly selection: ReadonlySet<string>
  readonly loop: readonly PlanePoint[]
  /** What the pointer does: look around, draw a lasso, or choose a place. */
  readonly mode: 'look' | 'lasso' | 'pick'
  onChoose(index: number): void
  onChooseMany(indexes: readonly number[]): void
  onLasso(loop: readonly PlanePoint[], adds: boolean): void
  onPick(place: PlanePoint): void
  readonly ref?: Ref<TownMapHandle>
  /** Tools, legend and card, over the map. */
  readonly children: ReactNode
}

/** The map itself: districts, proposals by stage, what is chosen and selected. The list beside it says the same. */
export function TownMapView(props: TownMapViewProps) {
  const { list, clusters, chosenId, selection, loop, mode } = props
  const { t } = useTranslation()
  const { process } = useWork()
  const helpId = useId()
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<TownMap>()
  const markOf = usePlaceMarks(list?.points, selection)
  const acts = useRef(props)
  acts.current = props
  const background = useBackground(map)
  // Another array of the same districts is not another map.
  const districts = useSame(process.districts)

  useEffect(() => {
    if (box.current === null) return
    const opened = openTownMap({
      box: box.current,
      districts,
      look: looks.get(process.id),
      onLook: (look) => looks.set(process.id, look),
      onClick: ({ longitude, latitude }) => {
        if (acts.current.mode === 'pick') acts.current.onPick([longitude, latitude])
      },
    })
    setMap(opened)
    return () => {
      setMap(undefined)
      opened.remove()
    }
  }, [districts, process.id])

  useEffect(() => {
    if (map === undefined || clusters === undefined) return
    const openCluster = (id: number, { longitude, latitude }: DrawnPlace): void => {
      const zoom = clusters.expansionZoom(id)
      if (zoom === undefined) acts.current.onChooseMany(clusters.members(id))
      else map.lookAt(longitude, latitude, zoom)
    }
    map.drawPlaces(
      clusters.within,
      markOf({ onPoint: (index) => acts.current.onChoose(index), onCluster: openCluster }),
    )
  }, [map, clusters, markOf])

  const chosenIndex = chosenId === null ? undefined : list?.indexOf(chosenId)
  const chosenPlace = chosenIndex === undefined ? undefined : list?.placeOf(chosenIndex)
  const [chosenX, chosenY] = chosenPlace ?? []
  useEffect(() => {
    const chosen = chosenX === undefined || chosenY === undefined ? undefined : ([chosenX, chosenY] as const)
    const selected = [...selection].flatMap((id) => {
      const index = list?.indexOf(id)
      return index === undefined ? [] : [list?.placeOf(index) ?? [0, 0]]
    })
    map?.markChosen(chosen, selected as readonly PlanePoint[])
  }, [map, chosenX, chosenY, selection, list])
  useEffect(() => {
    if (chosenX === undefined || chosenY === undefined) return
    map?.lookAt(chosenX, chosenY)
  }, [map, chosenX, chosenY])
  useEffect(() => map?.showLoop(loop), [map, loop])

  useImperativeHandle(
    props.ref,
    () => ({
      bounds: () => map?.bounds() ?? { west: 0, south: 0, east: 0, north: 0 },
      centre: () => map?.centre() ?? [0, 0],
      focus: () => map?.focus(),
      zoomBy: (steps) => map?.zoomBy(steps),
      fitAll() {
        const { points } = list ?? {}
        map?.fit(
          points === undefined
            ? []
            : Array.from(points.longitudes, (x, at) => [x, points.latitudes[at] ?? 0]),
        )
      },
    }),
    [map, list],
  )

  return (
    <div
      className={`${classes.area} ${mode === 'pick' ? classes.picking : ''}`}
      data-background={background || undefined}
    >
      <StageSymbols />
      <div
        ref={box}
        className={classes.box}
        role="application"
        aria-label={t('map.view')}
        aria-describedby={helpId}
      />
      <span id={helpId} className="visually-hidden">
        {t('map.viewHelp')}
      </span>
      {mode === 'pick' && <IconPlus className={classes.cross} size={28} aria-hidden />}
      {mode === 'lasso' && map !== undefined && (
        <LassoOverlay
          onLasso={(drawn, adds) =>
            acts.current.onLasso(
              drawn.map(([x, y]) => map.degreesAt(x, y)),
              adds,
            )
          }
        />
      )}
      {props.children}
    </div>
  )
}

/** Districts as they were as long as their shapes and names are the same. */
function useSame(districts: readonly District[]): readonly District[] {
  const kept = useRef(districts)
  const same =
    kept.current.length === districts.length &&
    districts.every(({ id, name, polygon }, index) => {
      const before = kept.current[index]
      return (
        before?.id === id &&
        before.name === name &&
        JSON.stringify(before.polygon) === JSON.stringify(polygon)
      )
    })
  if (!same) kept.current = districts
  return kept.current
}
