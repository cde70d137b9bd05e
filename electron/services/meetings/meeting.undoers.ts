import { z } from 'zod'
import { meetingKinds } from '../../../shared/domain/meetings/meeting-kind.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import {
  countCollected,
  deleteMeeting,
  getMeeting,
  insertMeeting,
  updateMeeting,
} from '../../data/meetings/meeting.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { columnsOf, fieldsOf } from './meeting-fields.ts'

const fields = z.object({
  title: z.string(),
  kind: z.enum(meetingKinds).nullable(),
  description: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  address: z.string().nullable(),
  attendees: z.number().nullable(),
  contributions: z.number().nullable(),
})

const row = z.object({
  id: z.string(),
  process_id: z.string(),
  source: z.string(),
  external_id: z.string().nullable(),
  title: z.string(),
  kind: z.string().nullable(),
  description: z.string(),
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  address: z.string().nullable(),
  attendees: z.number().nullable(),
  contributions: z.number().nullable(),
  url: z.string().nullable(),
  content_hash: z.string().nullable(),
  import_batch_id: z.string().nullable(),
  extra: z.string(),
  version: z.number(),
})

async function undoAddition(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const meeting = await getMeeting(change.trx, entry.object_id ?? '')
    if (meeting.version !== 1 || (await countCollected(change.trx, meeting.id)) > 0)
      throw new AppError('undo-overtaken', { object: entry.object_label })
    await deleteMeeting(change.trx, meeting.id)
  }
}

async function undoUpdate(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const meeting = await getMeeting(change.trx, entry.object_id ?? '')
    const after = fields.parse(JSON.parse(entry.after ?? '{}'))
    if (JSON.stringify(fieldsOf(meeting)) !== JSON.stringify(after))
      throw new AppError('undo-overtaken', { object: entry.object_label })
    const before = fields.parse(JSON.parse(entry.before ?? '{}'))
    await updateMeeting(change.trx, meeting.id, meeting.version, columnsOf(before))
  }
}

async function undoRemoval(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) await insertMeeting(change.trx, row.parse(JSON.parse(entry.before ?? '{}')))
}

/** Acts on the register of meetings that Ctrl+Z takes back. */
export const meetingUndoers: Readonly<Record<string, Undoer>> = {
  'meeting.add': undoAddition,
  'meeting.update': undoUpdate,
  'meeting.remove': undoRemoval,
}
