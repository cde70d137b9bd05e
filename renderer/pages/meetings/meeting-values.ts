import type { MeetingFields } from '../../../shared/contract/meetings.contract.ts'
import type { MeetingRecord } from '../../../shared/read-models/meeting.ts'

/** The fields of a meeting that its form edits. */
export function readMeetingValues(meeting: MeetingRecord): MeetingFields {
  return {
    title: meeting.title,
    kind: meeting.kind,
    description: meeting.description,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    address: meeting.address,
    attendees: meeting.attendees,
    contributions: meeting.contributions,
  }
}

/** Whether the end comes before the beginning. */
export function endsEarly({ startsAt, endsAt }: Pick<MeetingFields, 'startsAt' | 'endsAt'>): boolean {
  return startsAt !== null && endsAt !== null && Date.parse(endsAt) < Date.parse(startsAt)
}

/** The sum of a figure; a meeting where nobody counted adds nothing. */
export function sumOf(
  meetings: readonly MeetingRecord[],
  figure: 'attendees' | 'contributions' | 'proposals',
): number {
  return meetings.reduce((sum, meeting) => sum + (meeting[figure] ?? 0), 0)
}
