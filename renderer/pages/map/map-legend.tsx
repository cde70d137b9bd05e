import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { stages } from '../../../shared/domain/lifecycle/stage.ts'
import type { MapPoints } from '../../../shared/read-models/map.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import classes from './map.module.css'

/** As many stages as fit without hiding the map. */
const mostShown = 8

/** The stages that are on the map: icon, colour and word, as in every list. */
export function MapLegend({ points }: { readonly points: MapPoints }) {
  const { t } = useTranslation()
  const shown = useMemo(() => {
    const present = new Set(points.stages)
    return stages.filter((_stage, index) => present.has(index)).slice(0, mostShown)
  }, [points])
  if (shown.length === 0) return null
  return (
    <ul className={classes.legend} aria-label={t('map.legend')}>
      {shown.map((stage) => (
        <li key={stage}>
          <StageBadge stage={stage} />
        </li>
      ))}
    </ul>
  )
}
