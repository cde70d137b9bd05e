import type { Kysely } from 'kysely'
import type { MeetingRecord } from '../../../shared/read-models/meeting.ts'
import type { Database } from '../database.ts'

/** Meetings of a démarche in the order of time, those without a date last. */
export async function listMeetings(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly MeetingRecord[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['id', 'title', 'starts_at', 'ends_at', 'address', 'attendees', 'contributions', 'url'])
    .where('process_id', '=', processId)
    .orderBy('starts_at', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    address: row.address,
    attendees: row.attendees,
    contributions: row.contributions,
    url: row.url,
  }))
}
