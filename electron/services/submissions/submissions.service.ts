import type { submissionsContract } from '../../../shared/contract/submissions.contract.ts'
import { listComments } from '../../data/read-models/comment-list.query.ts'
import { submissionDetail } from '../../data/read-models/submission-detail.query.ts'
import { submissionFacets } from '../../data/read-models/submission-facets.query.ts'
import { listSubmissions, matchingSubmissionIds } from '../../data/read-models/submission-list.query.ts'
import {
  findDecidable,
  getSubmission,
  readChecklist,
  updateSubmissionAt,
  updateSubmissions,
} from '../../data/submissions/submission.repository.ts'
import type { Service } from '../call.ts'
import { districtAfter } from '../map/place-by-points.ts'
import { enterDeposit } from './enter-deposit.ts'
import { about, detailAfter, submissionTopics } from './on-submission.ts'
import { queueFilter } from './queue-filter.ts'
import { savedViews } from './saved-views.ts'
import { submissionDecisions } from './submission-decisions.ts'
import { submissionEnclosures } from './submission-enclosures.ts'

/** Deposits and their moderation. */
export const submissionsService: Service<typeof submissionsContract> = {
  list: async ({ sort, descending, offset, limit, ...filter }, call) =>
    listSubmissions(call.database, await queueFilter(call, filter), { sort, descending, offset, limit }),

  comments: ({ offset, limit, ...filter }, call) => listComments(call.database.reader, filter, offset, limit),

  facets: async (input, call) => submissionFacets(call.database, await queueFilter(call, input)),

  matchingIds: async (input, call) => matchingSubmissionIds(call.database, await queueFilter(call, input)),

  get: (input, call) => submissionDetail(call.database.reader, input.submissionId),

  async create(input, call) {
    const { id } = await call.change([...submissionTopics, 'meetings'], (change) =>
      enterDeposit(change, call.database.dialect, input),
    )
    return submissionDetail(call.database.reader, id)
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
        districtOrigin: row.district_origin,
      }
      const placed = {
        themeId: input.themeId === undefined ? before.themeId : input.themeId,
        address: input.address === undefined ? before.address : input.address,
        latitude: input.latitude === undefined ? before.latitude : input.latitude,
        longitude: input.longitude === undefined ? before.longitude : input.longitude,
      }
      const after = {
        ...placed,
        ...(await districtAfter(change.trx, row, { ...placed, districtId: input.districtId })),
      }
      await updateSubmissionAt(change.trx, row.id, input.version, {
        theme_id: after.themeId,
        district_id: after.districtId,
        address: after.address,
        latitude: after.latitude,
        longitude: after.longitude,
        district_origin: after.districtOrigin,
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
