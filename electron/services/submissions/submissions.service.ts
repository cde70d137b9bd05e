import type { submissionsContract } from '../../../shared/contract/submissions.contract.ts'
import { listComments } from '../../data/read-models/comment-list.query.ts'
import { submissionDetail } from '../../data/read-models/submission-detail.query.ts'
import { submissionFacets } from '../../data/read-models/submission-facets.query.ts'
import { listSubmissions, matchingSubmissionIds } from '../../data/read-models/submission-list.query.ts'
import {
  findDecidable,
  getSubmission,
  insertSubmission,
  readChecklist,
  referenceOf,
  takeSubmissionNumbers,
  updateSubmissionAt,
  updateSubmissions,
} from '../../data/submissions/submission.repository.ts'
import { plainToRichText } from '../../imports/rich-text/sanitize-rich-text.ts'
import type { Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { about, detailAfter, submissionTopics } from './on-submission.ts'
import { savedViews } from './saved-views.ts'
import { submissionDecisions } from './submission-decisions.ts'
import { submissionEnclosures } from './submission-enclosures.ts'

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
        ...about(row),
        action: 'submission.classify',
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
        ...about(row),
        action: 'submission.save-checklist',
        before: readChecklist(row.checklist),
        after: input.checklist,
      })
    }),

  assign: (input, call) =>
    call.change(submissionTopics, async (change) => {
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
          ...about(submission),
          action: 'submission.assign',
          before: { assigneeId: submission.assignee_id },
          after: { assigneeId: input.assigneeId },
        })
      }
      return { assigned: submissions.length }
    }),

  ...submissionDecisions,
  ...submissionEnclosures,
  ...savedViews,
}
