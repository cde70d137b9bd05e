import { IconAlertTriangle, IconMapPinOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionRow } from '../../../shared/read-models/submission.ts'
import type { DataColumn } from '../../components/data-column.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './map.module.css'
import type { PointList } from './point-list.ts'

/** The list beside the map: what it is, in which state, and where. */
export function useMapColumns(list: PointList | undefined): readonly DataColumn<SubmissionRow>[] {
  const { t } = useTranslation()
  const { process } = useWork()
  return useMemo(() => {
    const districts = new Map(process.districts.map(({ id, name }) => [id, name]))
    const where = (row: SubmissionRow) => {
      const index = list?.indexOf(row.id)
      const state = index === undefined ? 'no-point' : (list?.stateOf(index) ?? 'unknown')
      const name = row.districtId === null ? undefined : districts.get(row.districtId)
      if (state === 'no-point')
        return (
          <span className={classes.where} title={t('map.place.no-point')}>
            <IconMapPinOff size={14} aria-hidden />
            <span className={classes.muted}>{name ?? t('map.place.no-point')}</span>
            {name !== undefined && <span className="visually-hidden">{t('map.place.no-point')}</span>}
          </span>
        )
      if (state === 'agrees' || state === 'unknown') return name ?? ''
      return (
        <span className={`${classes.where} ${classes.warned}`} title={t(`map.place.${state}`)}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>{name ?? t(`map.place.${state}`)}</span>
          {name !== undefined && <span className="visually-hidden">{t(`map.place.${state}`)}</span>}
        </span>
      )
    }
    return [
      {
        id: 'number',
        header: t('submissions.column.number'),
        width: 48,
        align: 'end',
        fixed: true,
        render: (row) => row.number,
      },
      {
        id: 'title',
        header: t('submissions.column.title'),
        width: 140,
        grow: true,
        fixed: true,
        render: (row) => (
          <span dir="auto" title={row.title}>
            {row.title}
          </span>
        ),
      },
      {
        id: 'stage',
        header: t('submissions.column.stage'),
        width: 44,
        render: (row) => (
          <span className={classes.stage} title={t(`labels.stage.${row.stage}`)}>
            <StageBadge stage={row.stage} />
          </span>
        ),
      },
      { id: 'place', header: t('map.column.place'), width: 128, render: where },
    ]
  }, [t, process.districts, list])
}
