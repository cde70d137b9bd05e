import { fold } from '../../../shared/domain/text/fold.ts'
import type { MeetingRecord } from '../../../shared/read-models/meeting.ts'
import type { DataSort } from '../../components/data-column.ts'

/** Meetings whose title, place or minutes hold every word, accents and case aside, of the kind that was chosen. */
export function narrowMeetings(
  meetings: readonly MeetingRecord[],
  search: string,
  kind: string | null,
): readonly MeetingRecord[] {
  const words = fold(search).split(/\s+/).filter(Boolean)
  return meetings.filter((meeting) => {
    const text = fold(`${meeting.title} ${meeting.address ?? ''} ${meeting.description}`)
    return (kind === null || meeting.kind === kind) && words.every((word) => text.includes(word))
  })
}

type SortValue = (meeting: MeetingRecord) => string | number | null
const sortValues: Readonly<Record<string, SortValue>> & { readonly startsAt: SortValue } = {
  startsAt: ({ startsAt }) => startsAt,
  title: ({ title }) => title,
  kind: ({ kind }) => kind,
  attendees: ({ attendees }) => attendees,
  proposals: ({ proposals }) => proposals,
  contributions: ({ contributions }) => contributions,
}

const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

/** Meetings by one of their columns; those without a value last, either way. */
export function sortMeetings(meetings: readonly MeetingRecord[], sort: DataSort): readonly MeetingRecord[] {
  const value = sortValues[sort.key] ?? sortValues.startsAt
  return meetings.toSorted((left, right) => {
    const [a, b] = [value(left), value(right)]
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(`${a}`, `${b}`)
    return sort.descending ? -order : order
  })
}
