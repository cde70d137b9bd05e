import { z } from 'zod'
import type { MeetingFields } from '../../../shared/contract/meetings.contract.ts'
import { meetingKinds } from '../../../shared/domain/meetings/meeting-kind.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { MeetingRow } from '../../data/meetings/meeting.repository.ts'

const kindOf = z.enum(meetingKinds).nullable()

/** What an officer may change of a meeting, as the journal keeps it. */
export function fieldsOf(row: MeetingRow): MeetingFields {
  return {
    title: row.title,
    kind: kindOf.parse(row.kind),
    description: row.description,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    address: row.address,
    attendees: row.attendees,
    contributions: row.contributions,
  }
}

/** The same as columns. Instants are stored in UTC (I19). Refuses `meeting-ends-early`. */
export function columnsOf(fields: MeetingFields) {
  const startsAt = fields.startsAt === null ? null : new Date(fields.startsAt).toISOString()
  const endsAt = fields.endsAt === null ? null : new Date(fields.endsAt).toISOString()
  if (startsAt !== null && endsAt !== null && endsAt < startsAt) throw new AppError('meeting-ends-early')
  return {
    title: fields.title,
    kind: fields.kind,
    description: fields.description,
    starts_at: startsAt,
    ends_at: endsAt,
    address: fields.address,
    attendees: fields.attendees,
    contributions: fields.contributions,
  }
}
