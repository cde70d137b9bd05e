import { Text } from '@mantine/core'
import { type MouseEvent, useMemo } from 'react'
import type { District } from '../../shared/read-models/process.ts'
import classes from './district-map.module.css'
import { fitProjection, labelPlace, outlinePath } from './map-projection.ts'

const width = 420

export interface MapPin {
  readonly id: string
  readonly label: string
  readonly latitude: number
  readonly longitude: number
}

interface DistrictMapProps {
  readonly districts: readonly District[]
  /** Says what the map shows. */
  readonly label: string
  /** Said when no district has an outline. */
  readonly empty: string
  readonly pins?: readonly MapPin[]
  readonly pointedId?: string | null
  onPoint?(districtId: string | null): void
  /** A click on the map chooses a place; fields beside it must do the same by keyboard. */
  onPick?(place: { readonly latitude: number; readonly longitude: number }): void
}

/** The districts of a town, drawn from their outlines; the list beside it says the same in words. */
export function DistrictMap({
  districts,
  label,
  empty,
  pins = [],
  pointedId,
  onPoint,
  onPick,
}: DistrictMapProps) {
  const outlines = useMemo(
    () => districts.flatMap(({ polygon }) => (polygon === null ? [] : [polygon])),
    [districts],
  )
  const projection = useMemo(() => fitProjection(outlines, width), [outlines])
  const pick = (event: MouseEvent<SVGSVGElement>): void => {
    if (projection === undefined || onPick === undefined) return
    const box = event.currentTarget.getBoundingClientRect()
    const ratio = projection.width / box.width
    const [longitude, latitude] = projection.locate(
      (event.clientX - box.left) * ratio,
      (event.clientY - box.top) * ratio,
    )
    // Five decimals are a metre: more would claim what a click cannot know.
    onPick({ latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5)) })
  }
  if (projection === undefined) return <Text c="dimmed">{empty}</Text>
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: whoever uses onPick gives fields that do the same
    <svg
      data-pickable={onPick !== undefined || undefined}
      onClick={pick}
      className={classes.map}
      viewBox={`0 0 ${projection.width} ${projection.height.toFixed(1)}`}
      role="img"
      aria-label={`${label}: ${districts.map(({ name }) => name).join(', ')}`}
    >
      {districts.map(({ id, polygon }) =>
        polygon === null ? null : (
          <path
            key={id}
            d={outlinePath(polygon, projection)}
            className={classes.district}
            data-pointed={id === pointedId || undefined}
            onPointerEnter={() => onPoint?.(id)}
            onPointerLeave={() => onPoint?.(null)}
          />
        ),
      )}
      {districts.map(({ id, name, polygon }) => {
        const place = polygon === null ? undefined : labelPlace(polygon, projection)
        if (place === undefined) return null
        return (
          <text key={id} x={place[0]} y={place[1]} className={classes.name}>
            {name}
          </text>
        )
      })}
      {pins.map(({ id, label: pinLabel, latitude, longitude }) => {
        const [x, y] = projection.place(longitude, latitude)
        return (
          <g key={id} className={classes.pin}>
            <circle cx={x} cy={y} r={9} />
            <text x={x} y={y}>
              {pinLabel}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
