import { IconAlertTriangle, IconPencil } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterRow, LetterState } from '../../../shared/read-models/letter.ts'
import type { DataColumn } from '../../components/data-column.ts'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './letters.module.css'

/** The columns of the list of letters in a state. */
export function useLetterColumns(state: LetterState): readonly DataColumn<LetterRow>[] {
  const { t } = useTranslation()
  const { shortDay } = useFormats()
  return useMemo(
    () => [
      {
        id: 'reference',
        header: t('letters.column.reference'),
        width: 102,
        fixed: true,
        render: ({ reference }) => reference,
      },
      {
        id: 'author',
        header: t('letters.column.author'),
        width: 110,
        grow: true,
        fixed: true,
        render: ({ authorName, title }) => (
          <span dir="auto" title={title}>
            {authorName ?? t('letters.anonymous')}
          </span>
        ),
      },
      {
        id: 'kind',
        header: t('letters.column.kind'),
        width: 136,
        render: ({ kind, drafted }) => (
          <span className={classes.cell}>
            {t(`letters.kind.${kind}`)}
            {drafted && (
              <span title={t('letters.drafted')}>
                <IconPencil size={14} aria-hidden />
                <span className="visually-hidden">{t('letters.drafted')}</span>
              </span>
            )}
          </span>
        ),
      },
      {
        id: 'channel',
        header: t('letters.column.channel'),
        width: 122,
        render: ({ channel }) =>
          channel === null ? (
            <span className={classes.missing}>
              <IconAlertTriangle size={14} aria-hidden />
              {t('letters.channel.none')}
            </span>
          ) : (
            t(`letters.channel.${channel}`)
          ),
      },
      {
        id: 'date',
        header: t(`letters.column.${{ 'to-write': 'date', 'to-send': 'produced', sent: 'sent' }[state]}`),
        width: 98,
        render: ({ decidedAt, producedAt, sentOn }) => {
          if (state === 'to-write') return shortDay(decidedAt)
          if (state === 'to-send') return producedAt === null ? null : shortDay(producedAt)
          return sentOn === null ? null : shortDay(`${sentOn}T12:00:00Z`)
        },
      },
      {
        id: 'title',
        header: t('letters.column.title'),
        width: 200,
        hidden: true,
        render: ({ title }) => <span dir="auto">{title}</span>,
      },
    ],
    [t, shortDay, state],
  )
}
