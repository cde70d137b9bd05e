import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isStudyLate } from '../../../shared/domain/feasibility/study-progress.ts'
import type { StudyRow } from '../../../shared/read-models/study.ts'
import { Amount } from '../../components/amount.tsx'
import type { DataColumn } from '../../components/data-column.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import classes from './studies.module.css'

/** The columns of the list of studies. `today`: the local day that dates are late against. */
export function useStudyColumns(today: string): readonly DataColumn<StudyRow>[] {
  const { t } = useTranslation()
  const { shortDay } = useFormats()
  const { process } = useWork()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('studies.column.number'),
        width: 56,
        align: 'end',
        sortKey: 'number',
        fixed: true,
        render: ({ number }) => number,
      },
      {
        id: 'title',
        header: t('studies.column.title'),
        width: 150,
        grow: true,
        fixed: true,
        sortKey: 'title',
        render: ({ title }) => <span title={title}>{title}</span>,
      },
      {
        id: 'stage',
        header: t('studies.column.stage'),
        width: 132,
        sortKey: 'stage',
        render: ({ stage }) => <StageBadge stage={stage} />,
      },
      {
        id: 'department',
        header: t('studies.column.department'),
        width: 120,
        sortKey: 'department',
        hidden: true,
        render: ({ leadDepartment }) => leadDepartment,
      },
      {
        id: 'district',
        header: t('studies.column.district'),
        width: 120,
        hidden: true,
        render: ({ districtId }) => process.districts.find(({ id }) => id === districtId)?.name,
      },
      {
        id: 'dueOn',
        header: t('studies.column.dueOn'),
        width: 124,
        sortKey: 'dueOn',
        render: (row) => {
          if (row.dueOn === null) return null
          const shown = shortDay(`${row.dueOn}T12:00:00Z`)
          if (!isStudyLate(row, today)) return shown
          const days = Math.round((Date.parse(today) - Date.parse(row.dueOn)) / 86_400_000)
          return (
            <span className={classes.late} title={t('studies.lateSince', { count: days })}>
              <IconAlertTriangle size={14} aria-hidden />
              {shown}
              <span className="visually-hidden">{t('studies.lateSince', { count: days })}</span>
            </span>
          )
        },
      },
      {
        id: 'opinions',
        header: t('studies.column.opinions'),
        width: 64,
        align: 'end',
        sortKey: 'opinions',
        hidden: true,
        render: ({ opinionsGiven, opinionsAsked }) =>
          opinionsAsked === 0 ? null : (
            <span title={t('studies.opinionsCount', { given: opinionsGiven, asked: opinionsAsked })}>
              {opinionsGiven}/{opinionsAsked}
            </span>
          ),
      },
      {
        id: 'amount',
        header: t('studies.column.amount'),
        width: 112,
        align: 'end',
        sortKey: 'amount',
        hidden: true,
        render: ({ amountInclVat }) => (amountInclVat === null ? null : <Amount value={amountInclVat} />),
      },
    ],
    [t, shortDay, process.districts, today],
  )
}
