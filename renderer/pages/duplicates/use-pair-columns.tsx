import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataColumn } from '../../components/data-column.ts'
import { useLikeness } from '../../components/use-likeness.ts'
import classes from './duplicates.module.css'
import type { PairRow } from './pair-row.ts'

/** Columns of the list of pairs. */
export function usePairColumns(): readonly DataColumn<PairRow>[] {
  const { t } = useTranslation()
  const likeness = useLikeness()
  return useMemo(
    () => [
      {
        id: 'one',
        header: t('families.column.one'),
        width: 56,
        align: 'end',
        fixed: true,
        render: ({ one }) => one.number,
      },
      {
        id: 'other',
        header: t('families.column.other'),
        width: 56,
        align: 'end',
        fixed: true,
        render: ({ other }) => other.number,
      },
      {
        id: 'likeness',
        header: t('families.column.likeness'),
        width: 190,
        fixed: true,
        grow: true,
        render: (pair) => (pair.notDuplicate === null ? likeness(pair) : t('families.section.different')),
      },
      {
        id: 'titles',
        header: t('families.column.titles'),
        width: 240,
        hidden: true,
        render: ({ one, other }) => (
          <span className={classes.pairTitles} dir="auto">
            {one.title} / {other.title}
          </span>
        ),
      },
    ],
    [t, likeness],
  )
}
