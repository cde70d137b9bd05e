import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/amount.tsx'
import type { DataColumn } from '../../components/data-column.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { VisaBadge } from '../../components/visa-badge.tsx'
import { useWork } from '../../session/session.tsx'
import type { FinanceRow } from './visa-blocks.ts'

/** Columns of the list that finance reads: money first. */
export function useFinanceColumns(): readonly DataColumn<FinanceRow>[] {
  const { t } = useTranslation()
  const { process } = useWork()
  return useMemo(() => {
    const districts = new Map(process.districts.map(({ id, name }) => [id, name]))
    const head = (id: string) => ({ id, header: t(`projects.column.${id}`) })
    return [
      { ...head('number'), width: 56, align: 'end', sortKey: 'number', render: (row) => row.number },
      {
        ...head('title'),
        width: 140,
        grow: true,
        fixed: true,
        sortKey: 'title',
        render: (row) => row.title,
      },
      { ...head('visa'), width: 128, render: (row) => <VisaBadge state={row.visaState} /> },
      {
        ...head('cost'),
        width: 124,
        align: 'end',
        fixed: true,
        sortKey: 'cost',
        render: (row) => <Amount value={row.cost} />,
      },
      {
        ...head('annualRunningCost'),
        width: 98,
        hidden: true,
        align: 'end',
        sortKey: 'annualRunningCost',
        render: (row) => <Amount value={row.annualRunningCost} />,
      },
      {
        ...head('state'),
        width: 130,
        hidden: true,
        render: (row) => <StageBadge stage={row.stage} />,
      },
      {
        ...head('district'),
        width: 120,
        hidden: true,
        render: (row) => (row.districtId === null ? '' : districts.get(row.districtId)),
      },
    ]
  }, [t, process])
}
