import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { idAt } from '../../../shared/domain/geo/packed-ids.ts'
import { type Stage, stages } from '../../../shared/domain/lifecycle/stage.ts'
import type { MapPoints } from '../../../shared/read-models/map.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { stageLook } from '../../theme/stage-look.ts'
import classes from './map.module.css'
import type { DrawnPlace } from './point-clusters.ts'
import type { PlaceMark } from './town-map.ts'

const vectorSpace = 'http://www.w3.org/2000/svg'
const symbolOf = (stage: Stage): string => `map-stage-${stage}`

/** The icons of the stages, once, for all marks of the map to use. */
export function StageSymbols() {
  return (
    <svg className={classes.symbols} aria-hidden>
      <title>.</title>
      {stages.map((stage) => {
        const { icon: Icon } = stageLook[stage]
        return (
          <symbol key={stage} id={symbolOf(stage)} viewBox="0 0 24 24">
            <Icon size={24} stroke={2.25} />
          </symbol>
        )
      })}
    </svg>
  )
}

interface MarkActs {
  onPoint(index: number): void
  onCluster(id: number, place: DrawnPlace): void
}

/** How a proposal or a cluster of them looks on the map: colour and icon of its stage, or how many there are. */
export function usePlaceMarks(
  points: MapPoints | undefined,
  selection: ReadonlySet<string>,
): (acts: MarkActs) => (place: DrawnPlace) => PlaceMark {
  const { t } = useTranslation()
  const { number } = useFormats()
  const scheme = useComputedColorScheme('light')
  return useMemo(
    () => (acts) => (place) => {
      const element = document.createElement('span')
      if (place.kind === 'cluster') {
        const size = place.count < 10 ? 30 : place.count < 100 ? 36 : place.count < 1_000 ? 44 : 54
        element.className = classes.cluster ?? ''
        element.style.setProperty('--open', `${Math.round((place.open / place.count) * 360)}deg`)
        const count = document.createElement('span')
        count.textContent = number(place.count)
        element.append(count)
        const all = t('map.cluster', { count: place.count, formatted: number(place.count) })
        const open = t('map.clusterOpen', { count: place.open, formatted: number(place.open) })
        element.title = place.open === 0 ? all : `${all}, ${open}`
        return { element, size, onChoose: () => acts.onCluster(place.id, place) }
      }
      const stage = stages[points?.stages[place.index] ?? 0] ?? 'submitted'
      const { color, labelKey } = stageLook[stage]
      element.className = classes.pin ?? ''
      element.style.setProperty('--pin', color[scheme])
      if (points !== undefined && selection.has(idAt(points.ids, place.index))) element.dataset.selected = ''
      const icon = document.createElementNS(vectorSpace, 'svg')
      const use = document.createElementNS(vectorSpace, 'use')
      use.setAttribute('href', `#${symbolOf(stage)}`)
      icon.append(use)
      element.append(icon)
      element.title = `${t('submissions.column.number')} ${points?.numbers[place.index]} · ${t(labelKey)}`
      return { element, size: 24, onChoose: () => acts.onPoint(place.index) }
    },
    [points, selection, t, number, scheme],
  )
}
