import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Database, MeetingTable } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'

export type MeetingRow = Selectable<MeetingTable>

/** One meeting, or the refusal `not-found`. */
export async function getMeeting(db: Kysely<Database>, meetingId: string): Promise<MeetingRow> {
  const row = await db.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'meeting' })
  return row
}

/** Adds a meeting, or puts a removed one back. */
export async function insertMeeting(
  trx: Transaction<Database>,
  meeting: Insertable<MeetingTable>,
): Promise<void> {
  await trx.insertInto('meeting').values(meeting).execute()
}

/** Writes what an officer may change of a meeting still at `version`. Refuses `changed-meanwhile`. */
export async function updateMeeting(
  trx: Transaction<Database>,
  meetingId: string,
  version: number,
  values: Partial<Omit<Insertable<MeetingTable>, 'id' | 'version'>>,
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('meeting')
      .set({ ...values, version: version + 1 })
      .where('id', '=', meetingId)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Removes a meeting. */
export async function deleteMeeting(trx: Transaction<Database>, meetingId: string): Promise<void> {
  await trx.deleteFrom('meeting').where('id', '=', meetingId).execute()
}

/** How many proposals were collected at a meeting. */
export async function countCollected(db: Kysely<Database>, meetingId: string): Promise<number> {
  const row = await db
    .selectFrom('submission')
    .where('meeting_id', '=', meetingId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}
