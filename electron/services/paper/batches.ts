import type { paperContract } from '../../../shared/contract/paper.contract.ts'
import { batchCode, communeInitials } from '../../../shared/domain/paper/batch-code.ts'
import { writeRuns } from '../../../shared/domain/paper/form-register.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  countBatches,
  deleteSetAside,
  highestKnownForm,
  insertBatch,
  insertEnteredForm,
  insertForms,
  type PaperBatchRecord,
  setMeetingOfForms,
  updateBatchAt,
} from '../../data/paper/paper-batch.repository.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { batchDetail, listBatches } from '../../data/read-models/paper-batch.query.ts'
import { findDecidable } from '../../data/submissions/submission.repository.ts'
import type { Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { aboutBatch, expectFree, expectOpen, maySeeScans, onBatch, paperTopics } from './on-batch.ts'

type BatchMethods =
  | 'batches'
  | 'batch'
  | 'createBatch'
  | 'updateBatch'
  | 'linkForms'
  | 'setAside'
  | 'takeBack'
  | 'close'
  | 'reopen'

/** What people edit of a batch, in the words of the contract. */
export function batchFieldsOf(row: PaperBatchRecord) {
  return {
    eventKind: row.event_kind,
    eventName: row.event_name,
    meetingId: row.meeting_id,
    heldOn: row.held_on,
    place: row.place,
    collectedBy: row.collected_by,
    channel: row.channel,
    formCount: row.form_count,
    handedOut: row.handed_out,
  }
}

/** The same as columns. */
export function batchColumns(fields: ReturnType<typeof batchFieldsOf>) {
  return {
    event_kind: fields.eventKind,
    event_name: fields.eventName,
    meeting_id: fields.meetingId,
    held_on: fields.heldOn,
    place: fields.place,
    collected_by: fields.collectedBy,
    channel: fields.channel,
    form_count: fields.formCount,
    handed_out: fields.handedOut,
  }
}

/** Batches of numbered forms: made, filled in, proved complete, closed. */
export const paperBatches: Pick<Service<typeof paperContract>, BatchMethods> = {
  batches: (input, call) => listBatches(call.database.reader, input.processId),

  batch: (input, call) => batchDetail(call.database.reader, input.batchId, maySeeScans(call)),

  async createBatch({ processId, ...fields }, call) {
    const id = newId()
    await call.change(paperTopics, async (change) => {
      const process = await getProcess(change.trx, processId)
      const code = batchCode(communeInitials(process.communeName), (await countBatches(change.trx)) + 1)
      await insertBatch(change.trx, {
        id,
        process_id: processId,
        code,
        ...batchColumns(fields),
        closed_at: null,
        closed_by_name: null,
        created_at: change.at,
      })
      change.record({
        ...aboutBatch({ id, code, event_name: fields.eventName, process_id: processId }),
        action: 'paper.create-batch',
        after: { code, ...fields },
      })
    })
    return batchDetail(call.database.reader, id, maySeeScans(call))
  },

  updateBatch: ({ batchId, version, ...fields }, call) =>
    onBatch(call, batchId, async (change, batch) => {
      expectOpen(batch)
      const highest = await highestKnownForm(change.trx, batchId)
      if (fields.formCount < highest)
        throw new AppError('batch-range-too-short', { code: batch.code, number: highest })
      await updateBatchAt(change.trx, batchId, version, batchColumns(fields))
      if (fields.meetingId !== batch.meeting_id)
        await setMeetingOfForms(change.trx, batchId, fields.meetingId)
      change.record({
        ...aboutBatch(batch),
        action: 'paper.update-batch',
        before: batchFieldsOf(batch),
        after: fields,
      })
    }),

  linkForms: (input, call) =>
    onBatch(call, input.batchId, async (change, batch) => {
      expectOpen(batch)
      const numbers = input.forms.map(({ number }) => number)
      if (new Set(numbers).size !== numbers.length) throw new AppError('input-invalid', { path: 'forms' })
      await expectFree(change, batch, numbers)
      const submissions = await findDecidable(
        change.trx,
        input.forms.map(({ submissionId }) => submissionId),
      )
      const here = new Set(
        submissions.filter(({ process_id }) => process_id === batch.process_id).map(({ id }) => id),
      )
      for (const { number, submissionId } of input.forms) {
        if (!here.has(submissionId)) throw new AppError('not-found', { object: 'submission' })
        await insertEnteredForm(change.trx, {
          batchId: batch.id,
          number,
          submissionId,
          byName: change.person.name,
          at: change.at,
        })
      }
      if (batch.meeting_id !== null) await setMeetingOfForms(change.trx, batch.id, batch.meeting_id)
      change.record({
        ...aboutBatch(batch),
        action: 'paper.link-forms',
        after: { forms: writeRuns(numbers) },
      })
    }),

  setAside: (input, call) =>
    onBatch(call, input.batchId, async (change, batch) => {
      expectOpen(batch)
      const numbers = [...new Set(input.numbers)]
      await expectFree(change, batch, numbers)
      await insertForms(
        change.trx,
        numbers.map((number) => ({
          batchId: batch.id,
          number,
          state: input.state,
          reason: input.reason,
          byName: change.person.name,
          at: change.at,
        })),
      )
      change.record({
        ...aboutBatch(batch),
        action: 'paper.set-aside',
        after: { state: input.state, forms: writeRuns(numbers) },
        reason: input.reason,
      })
    }),

  takeBack: (input, call) =>
    onBatch(call, input.batchId, async (change, batch) => {
      expectOpen(batch)
      const taken = await deleteSetAside(change.trx, batch.id, input.numbers)
      const groups = Map.groupBy(taken, ({ state, reason }) => JSON.stringify([state, reason]))
      for (const group of groups.values()) {
        change.record({
          ...aboutBatch(batch),
          action: 'paper.take-back',
          before: {
            state: group[0]?.state,
            forms: writeRuns(group.map(({ number }) => number)),
            setAsideReason: group[0]?.reason,
          },
        })
      }
    }),

  close: (input, call) =>
    onBatch(call, input.batchId, async (change, batch) => {
      expectOpen(batch)
      const { missing, totals } = await batchDetail(change.trx, batch.id, false)
      if (missing.length > 0)
        throw new AppError('batch-has-missing', {
          code: batch.code,
          count: missing.length,
          numbers: writeRuns(missing),
        })
      await updateBatchAt(change.trx, batch.id, input.version, {
        closed_at: change.at,
        closed_by_name: change.person.name,
      })
      change.record({
        ...aboutBatch(batch),
        action: 'paper.close',
        before: { closed: false },
        after: { closed: true, ...totals },
      })
    }),

  reopen: (input, call) =>
    onBatch(call, input.batchId, async (change, batch) => {
      if (batch.closed_at === null) throw new AppError('batch-open', { code: batch.code })
      await updateBatchAt(change.trx, batch.id, input.version, { closed_at: null, closed_by_name: null })
      change.record({
        ...aboutBatch(batch),
        action: 'paper.reopen',
        before: { closed: true, closedAt: batch.closed_at, closedByName: batch.closed_by_name },
        after: { closed: false },
        reason: input.reason,
      })
    }),
}
