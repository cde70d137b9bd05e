import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Kysely } from 'kysely'
import type { submissionsContract } from '../../../shared/contract/submissions.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { insertAttachment } from '../../data/attachments/attachment.repository.ts'
import type { Database } from '../../data/database.ts'
import { listComments } from '../../data/read-models/comment-list.query.ts'
import { submissionDetail } from '../../data/read-models/submission-detail.query.ts'
import {
  listSubmissions,
  matchingSubmissionIds,
  submissionFacets,
} from '../../data/read-models/submission-list.query.ts'
import {
  deleteSavedView,
  listSavedViews,
  putSavedView,
} from '../../data/submissions/saved-view.repository.ts'
import {
  type DecidableSubmission,
  findDecidable,
  getSubmission,
  insertNote,
  insertSubmission,
  readChecklist,
  referenceOf,
  takeSubmissionNumbers,
  updateSubmissionAt,
  updateSubmissions,
} from '../../data/submissions/submission.repository.ts'
import { plainToRichText } from '../../imports/rich-text/sanitize-rich-text.ts'
import { openAttachment } from '../attachments/open-attachment.ts'
import type { Change, DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { applyVerdict, type VerdictInput, verdictRefusal } from './apply-verdict.ts'
import { decideByReference } from './decide-by-reference.ts'
import { decideFromFile } from './decide-from-file.ts'
import { mergeRefusal } from './merge-submissions.ts'

const topics = ['submissions', 'studies', 'reports', 'journal', 'dossiers'] as const
const largestAttachment = 50 * 1024 * 1024

async function decidable(change: Change, submissionId: string): Promise<DecidableSubmission> {
  const [submission] = await findDecidable(change.trx, [submissionId])
  if (submission === undefined) throw new AppError('not-found', { object: 'submission' })
  return submission
}

function label(submission: { readonly reference: string; readonly title: string }): string {
  return `${submission.reference} ${submission.title}`
}

async function detailAfter(
  call: DossierCall,
  submissionId: string,
  work: (change: Change) => Promise<void>,
): Promise<SubmissionDetail> {
  await call.change(topics, work)
  return submissionDetail(call.database.reader, submissionId)
}

/** Decides one submission. I2, I4 and I8 are kept by `verdictRefusal` and `applyVerdict`. */
async function decideOne(
  change: Change,
  call: DossierCall,
  submission: DecidableSubmission,
  input: VerdictInput,
  into: string | null = null,
): Promise<void> {
  const refusal = verdictRefusal(submission, input, change.person)
  if (refusal !== undefined) throw refusal
  await applyVerdict(change, call.database.dialect, [submission], input, into)
}

interface ManyInput extends VerdictInput {
  readonly submissionIds: readonly string[]
  readonly skipUnfit: boolean
}

/** Parts those that a verdict fits from those that it does not; without `skipUnfit` the first misfit is the refusal. */
async function sortOut(
  db: Kysely<Database>,
  input: ManyInput,
  person: PersonProfile,
): Promise<{
  readonly fitting: readonly DecidableSubmission[]
  readonly refused: readonly {
    readonly submissionId: string
    readonly reference: string
    readonly code: string
  }[]
}> {
  const fitting: DecidableSubmission[] = []
  const refused: { submissionId: string; reference: string; code: string }[] = []
  for (const submission of await findDecidable(db, input.submissionIds)) {
    const refusal = verdictRefusal(submission, input, person)
    if (refusal === undefined) fitting.push(submission)
    else if (input.skipUnfit)
      refused.push({ submissionId: submission.id, reference: submission.reference, code: refusal.code })
    else throw refusal
  }
  return { fitting, refused }
}

/** Deposits and their moderation. */
export const submissionsService: Service<typeof submissionsContract> = {
  list: ({ sort, descending, offset, limit, ...filter }, call) =>
    listSubmissions(call.database, filter, { sort, descending, offset, limit }),

  comments: ({ offset, limit, ...filter }, call) => listComments(call.database.reader, filter, offset, limit),

  facets: (input, call) => submissionFacets(call.database, input),

  matchingIds: (input, call) => matchingSubmissionIds(call.database, input),

  get: (input, call) => submissionDetail(call.database.reader, input.submissionId),

  create(input, call) {
    const id = newId()
    return detailAfter(call, id, async (change) => {
      const { first, prefix } = await takeSubmissionNumbers(change.trx, input.processId, 1)
      const reference = referenceOf(prefix, first)
      await insertSubmission(change.trx, call.database.dialect, {
        id,
        process_id: input.processId,
        number: first,
        reference,
        title: input.title,
        body: plainToRichText(input.body),
        body_text: input.body.trim(),
        author_name: input.authorName,
        author_email: input.authorEmail,
        author_phone: input.authorPhone,
        channel: input.channel,
        stage: 'submitted',
        stage_changed_at: change.at,
        theme_id: input.themeId,
        district_id: input.districtId,
        address: input.address,
        latitude: input.latitude,
        longitude: input.longitude,
        submitted_at: input.submittedAt === undefined ? change.at : new Date(input.submittedAt).toISOString(),
        declared_cost_cents: input.declaredCost,
        supports_count: 0,
        comments_count: 0,
        assignee_id: null,
        merged_into_id: null,
        project_id: null,
        checklist: '{}',
        source: 'parvis',
        external_id: null,
        component_id: null,
        platform_state: null,
        url: null,
        content_hash: null,
        import_batch_id: null,
        extra: '{}',
        created_by: change.person.id,
        created_at: change.at,
      })
      const { processId: _processId, authorEmail: _email, authorPhone: _phone, ...kept } = input
      change.record({
        action: 'submission.create',
        objectKind: 'submission',
        objectId: id,
        objectLabel: `${reference} ${input.title}`,
        processId: input.processId,
        after: kept,
      })
    })
  },

  classify: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const row = await getSubmission(change.trx, input.submissionId)
      const before = {
        themeId: row.theme_id,
        districtId: row.district_id,
        address: row.address,
        latitude: row.latitude,
        longitude: row.longitude,
      }
      const after = {
        themeId: input.themeId === undefined ? before.themeId : input.themeId,
        districtId: input.districtId === undefined ? before.districtId : input.districtId,
        address: input.address === undefined ? before.address : input.address,
        latitude: input.latitude === undefined ? before.latitude : input.latitude,
        longitude: input.longitude === undefined ? before.longitude : input.longitude,
      }
      await updateSubmissionAt(change.trx, row.id, input.version, {
        theme_id: after.themeId,
        district_id: after.districtId,
        address: after.address,
        latitude: after.latitude,
        longitude: after.longitude,
      })
      change.record({
        action: 'submission.classify',
        objectKind: 'submission',
        objectId: row.id,
        objectLabel: label(row),
        processId: row.process_id,
        before,
        after,
      })
    }),

  saveChecklist: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const row = await getSubmission(change.trx, input.submissionId)
      await updateSubmissionAt(change.trx, row.id, input.version, {
        checklist: JSON.stringify(input.checklist),
      })
      change.record({
        action: 'submission.save-checklist',
        objectKind: 'submission',
        objectId: row.id,
        objectLabel: label(row),
        processId: row.process_id,
        before: readChecklist(row.checklist),
        after: input.checklist,
      })
    }),

  decide: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const submission = await decidable(change, input.submissionId)
      if (input.version !== undefined && input.version !== submission.version)
        throw new AppError('changed-meanwhile')
      if (input.verdict === 'merged')
        throw new AppError('merge-needs-lead', { reference: submission.reference })
      await decideOne(change, call, submission, input)
    }),

  async decideMany(input, call) {
    if (input.verdict === 'merged') throw new AppError('merge-needs-lead', { reference: '' })
    if (input.preview) {
      const { fitting, refused } = await sortOut(call.database.reader, input, call.actor())
      return { decided: fitting.length, refused }
    }
    return call.change(topics, async (change) => {
      const { fitting, refused } = await sortOut(change.trx, input, change.person)
      await applyVerdict(change, call.database.dialect, fitting, input)
      return { decided: fitting.length, refused }
    })
  },

  decideByReference: (input, call) => decideByReference(call, topics, input.processId, input.decisions),

  decideFromFile: (input, call) => decideFromFile(call, topics, input.processId, input.path),

  merge: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const submission = await decidable(change, input.submissionId)
      const into = await decidable(change, input.intoSubmissionId)
      const refusal = mergeRefusal(submission, into)
      if (refusal !== undefined) throw refusal
      const verdict = {
        verdict: 'merged',
        reasons: ['duplicate'],
        rationale: input.rationale,
        redirectedTo: null,
      } as const
      await decideOne(change, call, submission, verdict, into.id)
    }),

  split: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const submission = await decidable(change, input.submissionId)
      if (submission.stage !== 'merged')
        throw new AppError('split-not-merged', { reference: submission.reference })
      const verdict = {
        verdict: 'reopened',
        reasons: [],
        rationale: input.reason,
        redirectedTo: null,
      } as const
      await decideOne(change, call, submission, verdict)
    }),

  assign: (input, call) =>
    call.change(topics, async (change) => {
      const submissions = (await findDecidable(change.trx, input.submissionIds)).filter(
        (submission) => submission.assignee_id !== input.assigneeId,
      )
      await updateSubmissions(
        change.trx,
        submissions.map((submission) => submission.id),
        { assignee_id: input.assigneeId },
      )
      for (const submission of submissions) {
        change.record({
          action: 'submission.assign',
          objectKind: 'submission',
          objectId: submission.id,
          objectLabel: label(submission),
          processId: submission.process_id,
          before: { assigneeId: submission.assignee_id },
          after: { assigneeId: input.assigneeId },
        })
      }
      return { assigned: submissions.length }
    }),

  addNote: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const row = await getSubmission(change.trx, input.submissionId)
      await insertNote(change.trx, {
        id: newId(),
        submissionId: row.id,
        authorId: change.person.id,
        authorName: change.person.name,
        text: input.text,
        writtenAt: change.at,
      })
      change.record({
        action: 'submission.add-note',
        objectKind: 'submission',
        objectId: row.id,
        objectLabel: label(row),
        processId: row.process_id,
        after: { text: input.text },
      })
    }),

  addAttachment: (input, call) =>
    detailAfter(call, input.submissionId, async (change) => {
      const row = await getSubmission(change.trx, input.submissionId)
      const fileName = basename(input.path)
      const found = await stat(input.path).catch(() => undefined)
      if (found === undefined || !found.isFile()) throw new AppError('file-missing', { file: fileName })
      if (found.size > largestAttachment)
        throw new AppError('attachment-too-large', { file: fileName, limitMegabytes: 50 })
      const content = await readFile(input.path)
      const sha256 = createHash('sha256').update(content).digest('hex')
      await insertAttachment(change.trx, {
        id: newId(),
        ownerKind: 'submission',
        ownerId: row.id,
        fileName,
        mediaType: 'application/octet-stream',
        sha256,
        alternativeText: input.alternativeText,
        credit: input.credit,
        addedAt: change.at,
        content,
      })
      change.record({
        action: 'submission.add-attachment',
        objectKind: 'submission',
        objectId: row.id,
        objectLabel: label(row),
        processId: row.process_id,
        after: { fileName, sha256 },
      })
    }),

  openAttachment: (input, call) => openAttachment(call, input.attachmentId),

  savedViews: (input, call) => listSavedViews(call.database.reader, input.processId, call.actor().id),

  async saveView(input, call) {
    await call.change(['submissions'], async (change) => {
      const views = await listSavedViews(change.trx, input.processId, change.person.id)
      const id = input.id ?? newId()
      const before = views.find((view) => view.id === id)
      if (input.id !== undefined && before === undefined) throw new AppError('not-found', { object: 'view' })
      await putSavedView(change.trx, {
        id,
        processId: input.processId,
        ownerId: input.shared ? null : change.person.id,
        name: input.name,
        query: input.query,
        position: before?.position ?? views.length,
      })
      change.record({
        action: 'view.save',
        objectKind: 'view',
        objectId: id,
        objectLabel: input.name,
        processId: input.processId,
        before,
        after: { name: input.name, shared: input.shared, query: input.query },
      })
    })
    return listSavedViews(call.database.reader, input.processId, call.actor().id)
  },

  async deleteView(input, call) {
    await call.change(['submissions'], async (change) => {
      const view = (await listSavedViews(change.trx, input.processId, change.person.id)).find(
        ({ id }) => id === input.id,
      )
      if (view === undefined) throw new AppError('not-found', { object: 'view' })
      await deleteSavedView(change.trx, view.id)
      change.record({
        action: 'view.delete',
        objectKind: 'view',
        objectId: view.id,
        objectLabel: view.name,
        processId: input.processId,
        before: view,
      })
    })
    return listSavedViews(call.database.reader, input.processId, call.actor().id)
  },
}
