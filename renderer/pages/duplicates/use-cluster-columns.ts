import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateCluster } from '../../../shared/read-models/family.ts'
import type { DataColumn } from '../../components/data-column.ts'
import { useFormats } from '../../formats/use-formats.ts'

/** Columns of the list of clusters: how many, and the title of the lead. */
export function useClusterColumns(): readonly DataColumn<DuplicateCluster>[] {
  const { t } = useTranslation()
  const { number } = useFormats()
  return useMemo(
    () => [
      {
        id: 'count',
        header: t('families.cluster.count'),
        width: 64,
        align: 'end',
        fixed: true,
        render: ({ members }) => number(members.length),
      },
      {
        id: 'title',
        header: t('families.column.titles'),
        width: 240,
        grow: true,
        fixed: true,
        render: ({ members, leadId }) => members.find(({ id }) => id === leadId)?.title ?? '',
      },
    ],
    [t, number],
  )
}
