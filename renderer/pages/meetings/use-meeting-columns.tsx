import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingRecord } from '../../../shared/read-models/meeting.ts'
import type { DataColumn } from '../../components/data-column.ts'
import { useFormats } from '../../formats/use-formats.ts'

/** Columns of the register of meetings. */
export function useMeetingColumns(): readonly DataColumn<MeetingRecord>[] {
  const { t } = useTranslation()
  const { number, shortInstant } = useFormats()
  return useMemo(() => {
    const head = (id: string) => ({ id, header: t(`meetings.column.${id}`) })
    const count = (value: number | null): string => (value === null ? '–' : number(value))
    return [
      {
        ...head('startsAt'),
        width: 140,
        sortKey: 'startsAt',
        render: ({ startsAt }) => (startsAt === null ? '–' : shortInstant(startsAt)),
      },
      {
        ...head('title'),
        width: 150,
        grow: true,
        fixed: true,
        sortKey: 'title',
        render: ({ title }) => title,
      },
      {
        ...head('kind'),
        width: 120,
        sortKey: 'kind',
        render: ({ kind }) => (kind === null ? '–' : t(`labels.meetingKind.${kind}`)),
      },
      { ...head('address'), width: 140, hidden: true, render: ({ address }) => address ?? '' },
      {
        ...head('attendees'),
        width: 84,
        align: 'end',
        sortKey: 'attendees',
        render: ({ attendees }) => count(attendees),
      },
      {
        ...head('proposals'),
        width: 92,
        align: 'end',
        sortKey: 'proposals',
        render: ({ proposals }) => count(proposals),
      },
      {
        ...head('contributions'),
        hidden: true,
        width: 84,
        align: 'end',
        sortKey: 'contributions',
        render: ({ contributions }) => count(contributions),
      },
    ]
  }, [t, number, shortInstant])
}
