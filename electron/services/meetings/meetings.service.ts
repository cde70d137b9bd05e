import type { meetingsContract } from '../../../shared/contract/meetings.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { MeetingRecord } from '../../../shared/read-models/meeting.ts'
import {
  countCollected,
  deleteMeeting,
  getMeeting,
  insertMeeting,
  updateMeeting,
} from '../../data/meetings/meeting.repository.ts'
import { listMeetings } from '../../data/read-models/meeting-list.query.ts'
import type { DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { columnsOf, fieldsOf } from './meeting-fields.ts'

const topics = ['meetings', 'reports', 'journal', 'dossiers'] as const

async function meetingRecord(
  call: DossierCall,
  processId: string,
  meetingId: string,
): Promise<MeetingRecord> {
  const record = (await listMeetings(call.database.reader, processId)).find(({ id }) => id === meetingId)
  if (record === undefined) throw new AppError('not-found', { object: 'meeting' })
  return record
}

/** The register of meetings. */
export const meetingsService: Service<typeof meetingsContract> = {
  list: (input, call) => listMeetings(call.database.reader, input.processId),

  async add({ processId, ...fields }, call) {
    const id = newId()
    await call.change(topics, async (change) => {
      await insertMeeting(change.trx, {
        id,
        process_id: processId,
        source: 'parvis',
        external_id: null,
        url: null,
        content_hash: null,
        import_batch_id: null,
        extra: '{}',
        ...columnsOf(fields),
      })
      change.record({
        action: 'meeting.add',
        objectKind: 'meeting',
        objectId: id,
        objectLabel: fields.title,
        processId,
        after: fields,
      })
    })
    return meetingRecord(call, processId, id)
  },

  async update({ meetingId, version, ...fields }, call) {
    const processId = await call.change(topics, async (change) => {
      const row = await getMeeting(change.trx, meetingId)
      const columns = columnsOf(fields)
      await updateMeeting(change.trx, meetingId, version, columns)
      change.record({
        action: 'meeting.update',
        objectKind: 'meeting',
        objectId: meetingId,
        objectLabel: fields.title,
        processId: row.process_id,
        before: fieldsOf(row),
        after: fieldsOf({ ...row, ...columns }),
      })
      return row.process_id
    })
    return meetingRecord(call, processId, meetingId)
  },

  async remove({ meetingId, version }, call) {
    const processId = await call.change(topics, async (change) => {
      const row = await getMeeting(change.trx, meetingId)
      if (row.version !== version) throw new AppError('changed-meanwhile')
      const collected = await countCollected(change.trx, meetingId)
      if (collected > 0) throw new AppError('meeting-has-proposals', { title: row.title, count: collected })
      await deleteMeeting(change.trx, meetingId)
      change.record({
        action: 'meeting.remove',
        objectKind: 'meeting',
        objectId: meetingId,
        objectLabel: row.title,
        processId: row.process_id,
        before: row,
      })
      return row.process_id
    })
    return listMeetings(call.database.reader, processId)
  },
}
