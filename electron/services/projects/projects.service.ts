import type { projectsContract } from '../../../shared/contract/projects.contract.ts'
import { publicName } from '../../../shared/domain/people/public-name.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { getAttachmentFile } from '../../data/attachments/attachment.repository.ts'
import { leadContent } from '../../data/projects/lead-content.repository.ts'
import {
  getProject,
  insertProject,
  linkSubmissions,
  proposersOf,
  takeProjectNumber,
  updateProject,
} from '../../data/projects/project.repository.ts'
import { projectDetail } from '../../data/read-models/project-detail.query.ts'
import { listProjects } from '../../data/read-models/project-list.query.ts'
import { findMovable } from '../../data/submissions/stage-move.repository.ts'
import { sanitizeRichText } from '../../imports/rich-text/sanitize-rich-text.ts'
import type { Service } from '../call.ts'
import { moveSubmission } from '../lifecycle/move-submission.ts'
import { newId } from '../new-id.ts'
import { freezeProjects } from './freeze-projects.ts'
import { columnsOf, differences, needsErratum } from './project-edit.ts'
import { replacePicture } from './project-picture.ts'
import { recordResults } from './record-results.ts'

const topics = [
  'projects',
  'submissions',
  'studies',
  'finance',
  'reports',
  'letters',
  'journal',
  'dossiers',
  'processes',
] as const

/** Projects: from feasible proposals to the ballot and its outcome. */
export const projectsService: Service<typeof projectsContract> = {
  list: (input, call) =>
    listProjects(call.database.reader, input.processId, { search: input.search, limit: input.limit }),

  get: (input, call) => projectDetail(call.database.reader, input.projectId),

  async create(input, call) {
    const projectId = await call.change(topics, async (change) => {
      const found = await findMovable(change.trx, input.submissionIds)
      const byId = new Map(found.map((submission) => [submission.id, submission]))
      const submissions = input.submissionIds.map((submissionId) => {
        const submission = byId.get(submissionId)
        if (submission === undefined) throw new AppError('not-found', { object: 'submission' })
        if (submission.stage !== 'feasible') {
          const code =
            submission.stage === 'awaiting-visa' ? 'submission-already-in-project' : 'submission-not-feasible'
          throw new AppError(code, { reference: submission.reference, stage: submission.stage })
        }
        return submission
      })
      const lead = submissions[0]
      if (lead === undefined) throw new AppError('not-found', { object: 'submission' })
      const content = await leadContent(change.trx, lead.id)
      const ids = submissions.map((submission) => submission.id)
      const proposers = await proposersOf(change.trx, ids)
      const project = {
        id: newId(),
        process_id: lead.process_id,
        number: await takeProjectNumber(change.trx, lead.process_id),
        title: lead.title.slice(0, 120),
        summary:
          content.bodyText.length <= 400 ? content.bodyText : `${content.bodyText.slice(0, 399).trimEnd()}…`,
        description: content.body,
        managing_department: content.leadDepartment ?? '',
        proposer_names: proposers.map(publicName).join(', ').slice(0, 1_000),
        theme_id: content.themeId,
        district_id: content.districtId,
        address: content.address,
        latitude: content.latitude,
        longitude: content.longitude,
        picture_attachment_id: null,
        stage: 'awaiting-visa',
        ballot_number: null,
        votes: null,
        imported_cost_cents: null,
        source: 'parvis',
        external_id: null,
        content_hash: null,
        url: null,
        extra: '{}',
        created_at: change.at,
      }
      await insertProject(change.trx, project)
      await linkSubmissions(change.trx, project.id, ids)
      for (const submission of submissions)
        await moveSubmission(change, submission, { to: 'awaiting-visa', verdict: 'visa' })
      change.record({
        action: 'project.create',
        objectKind: 'project',
        objectId: project.id,
        objectLabel: `${project.number} ${project.title}`,
        processId: project.process_id,
        after: { title: project.title, submissions: submissions.map((submission) => submission.reference) },
      })
      return project.id
    })
    return projectDetail(call.database.reader, projectId)
  },

  async update(input, call) {
    await call.change(topics, async (change) => {
      const project = await getProject(change.trx, input.projectId)
      const description = sanitizeRichText(input.description)
      const { before, after } = differences(project, { ...input, description })
      if (Object.keys(after).length === 0) return
      if (needsErratum(project, after) && input.erratum.trim() === '')
        throw new AppError('erratum-missing', { number: project.ballot_number ?? project.number })
      await updateProject(change.trx, project.id, input.version, columnsOf(after))
      change.record({
        action: 'project.update',
        objectKind: 'project',
        objectId: project.id,
        objectLabel: `${project.number} ${input.title}`,
        processId: project.process_id,
        before,
        after,
        reason: input.erratum,
      })
    })
    return projectDetail(call.database.reader, input.projectId)
  },

  async setPicture(input, call) {
    await call.change(topics, (change) => replacePicture(change, input))
    return projectDetail(call.database.reader, input.projectId)
  },

  async picture(input, call) {
    const { ownerKind, mediaType, bytes } = await getAttachmentFile(call.database.reader, input.attachmentId)
    // Scans of paper forms show what was masked since: they have a method of their own, with another right.
    if (ownerKind === 'paper-batch') throw new AppError('not-found', { object: 'attachment' })
    return { mediaType, bytes }
  },

  async freeze(input, call) {
    await call.change(topics, (change) => freezeProjects(change, input))
    return listProjects(call.database.reader, input.processId)
  },

  async recordResults(input, call) {
    await call.change(topics, (change) => recordResults(change, input))
    return listProjects(call.database.reader, input.processId)
  },
}
