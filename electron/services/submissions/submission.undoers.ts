import { z } from 'zod'
import { type Stage, stages } from '../../../shared/domain/lifecycle/stage.ts'
import { maskText } from '../../../shared/domain/moderation/redaction.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import { passagesOf } from '../../data/redactions/redaction.repository.ts'
import { deleteSavedView, putSavedView } from '../../data/submissions/saved-view.repository.ts'
import {
  findDecidable,
  getSubmission,
  markDecisionsUndone,
  updateSubmissions,
} from '../../data/submissions/submission.repository.ts'
import type { Change } from '../call.ts'
import { restoreSetAside, setAsideTrace } from '../desk/desk.undoers.ts'
import type { Undoer } from '../journal/undoer.ts'

const decided = z.object({
  stage: z.enum(stages),
  mergedInto: z.string().nullish(),
  decisionId: z.string().optional(),
  replyByOn: z.string().nullish(),
  setAside: setAsideTrace.optional(),
})
const assigned = z.object({ assigneeId: z.string().nullable() })
const classified = z.object({
  themeId: z.string().nullable(),
  districtId: z.string().nullable(),
  address: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  districtOrigin: z.string().nullish(),
})

function ids(entries: readonly JournalEntryTable[]): readonly string[] {
  return entries.map((entry) => entry.object_id ?? '')
}

/** Puts a stage back; refuses when somebody has moved the submission on since. */
async function undoDecisions(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  const present = new Map(
    (await findDecidable(change.trx, ids(entries))).map((submission) => [submission.id, submission]),
  )
  const groups = new Map<
    string,
    { stage: Stage; mergedInto: string | null; replyByOn: string | null | undefined; ids: string[] }
  >()
  const decisionIds: string[] = []
  const aside = new Map<string, z.output<typeof setAsideTrace>>()
  for (const entry of entries) {
    const before = decided.parse(JSON.parse(entry.before ?? '{}'))
    const after = decided.parse(JSON.parse(entry.after ?? '{}'))
    const submission = present.get(entry.object_id ?? '')
    if (submission === undefined || submission.stage !== after.stage) {
      throw overtaken(entry)
    }
    if (after.decisionId !== undefined) decisionIds.push(after.decisionId)
    const mergedInto = before.mergedInto ?? null
    const { replyByOn } = before
    if (before.setAside !== undefined) aside.set(submission.id, before.setAside)
    const key = `${before.stage}/${mergedInto}/${replyByOn}`
    const group = groups.get(key) ?? { stage: before.stage, mergedInto, replyByOn, ids: [] }
    group.ids.push(submission.id)
    groups.set(key, group)
  }
  await markDecisionsUndone(change.trx, decisionIds, change.at)
  for (const group of groups.values()) {
    await updateSubmissions(change.trx, group.ids, {
      stage: group.stage,
      stage_changed_at: change.at,
      merged_into_id: group.mergedInto,
      ...(group.replyByOn === undefined ? {} : { reply_by_on: group.replyByOn }),
    })
  }
  await restoreSetAside(change, aside)
}

function overtaken(entry: JournalEntryTable): AppError {
  return new AppError('undo-overtaken', { object: entry.object_label })
}

/** Gives proposals back to whom they were with; refuses when one of them has gone to somebody else since. */
async function undoAssignment(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  const present = new Map(
    (await findDecidable(change.trx, ids(entries))).map((submission) => [submission.id, submission]),
  )
  for (const entry of entries) {
    const { assigneeId } = assigned.parse(JSON.parse(entry.after ?? '{}'))
    if (present.get(entry.object_id ?? '')?.assignee_id !== assigneeId) throw overtaken(entry)
  }
  const groups = Map.groupBy(entries, (entry) => assigned.parse(JSON.parse(entry.before ?? '{}')).assigneeId)
  for (const [assigneeId, group] of groups)
    await updateSubmissions(change.trx, ids(group), { assignee_id: assigneeId })
}

/** Puts a proposal back in its place; refuses when somebody has moved it since. */
async function undoClassification(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const before = classified.parse(JSON.parse(entry.before ?? '{}'))
    const after = classified.parse(JSON.parse(entry.after ?? '{}'))
    const submission = await getSubmission(change.trx, entry.object_id ?? '')
    const masked = (await passagesOf(change.trx, [submission.id])).get(submission.id) ?? []
    const same =
      submission.theme_id === after.themeId &&
      submission.district_id === after.districtId &&
      submission.latitude === after.latitude &&
      submission.longitude === after.longitude &&
      // Words of the address may have been masked since.
      maskText(submission.address ?? '', masked) === maskText(after.address ?? '', masked)
    if (!same) throw overtaken(entry)
    await updateSubmissions(change.trx, [submission.id], {
      theme_id: before.themeId,
      district_id: before.districtId,
      address: before.address,
      latitude: before.latitude,
      longitude: before.longitude,
      ...(before.districtOrigin === undefined ? {} : { district_origin: before.districtOrigin }),
    })
  }
}

async function undoChecklist(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries)
    await updateSubmissions(change.trx, ids([entry]), { checklist: entry.before ?? '{}' })
}

const view = z.object({
  id: z.string(),
  name: z.string(),
  ownerId: z.string().nullable(),
  query: z.string(),
  position: z.number(),
})

/** Puts a view back as it was; one that did not exist goes again. */
async function undoView(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const before = entry.before === null ? undefined : view.parse(JSON.parse(entry.before))
    if (before === undefined) await deleteSavedView(change.trx, entry.object_id ?? '')
    else await putSavedView(change.trx, { ...before, processId: entry.process_id ?? '' })
  }
}

/** Acts of moderation that Ctrl+Z takes back. */
export const submissionUndoers: Readonly<Record<string, Undoer>> = {
  'submission.decide': undoDecisions,
  'submission.merge': undoDecisions,
  'submission.split': undoDecisions,
  'submission.assign': undoAssignment,
  'submission.classify': undoClassification,
  'submission.save-checklist': undoChecklist,
  'view.save': undoView,
  'view.delete': undoView,
}
