import type { Kysely } from 'kysely'
import { z } from 'zod'
import { meetingKinds } from '../../../shared/domain/meetings/meeting-kind.ts'
import type { MeetingRecord } from '../../../shared/read-models/meeting.ts'
import type { Database } from '../database.ts'

const kind = z.enum(meetingKinds).nullable()

/** Meetings of a démarche in the order of time, those without a date last; with the proposals collected at each. */
export async function listMeetings(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly MeetingRecord[]> {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin(
      db
        .selectFrom('submission')
        .where('meeting_id', 'is not', null)
        .select((eb) => ['meeting_id', eb.fn.countAll<number>().as('proposals')])
        .groupBy('meeting_id')
        .as('collected'),
      'collected.meeting_id',
      'meeting.id',
    )
    .selectAll('meeting')
    .select('collected.proposals')
    .where('process_id', '=', processId)
    .orderBy('starts_at', (order) => order.asc().nullsLast())
    .orderBy('meeting.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: kind.parse(row.kind),
    description: row.description,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    address: row.address,
    attendees: row.attendees,
    contributions: row.contributions,
    proposals: row.proposals ?? 0,
    url: row.url,
    imported: row.import_batch_id !== null,
    version: row.version,
  }))
}
