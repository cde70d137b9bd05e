import type { studiesContract } from '../../../shared/contract/studies.contract.ts'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { studyDetail } from '../../data/read-models/study-detail.query.ts'
import { listStudies } from '../../data/read-models/study-list.query.ts'
import { findStudyOf, insertStudy, readGrid, updateStudy } from '../../data/studies/study.repository.ts'
import type { Service } from '../call.ts'
import { moveSubmission } from '../lifecycle/move-submission.ts'
import { newId } from '../new-id.ts'
import { about, onStudy, studyTopics, submissionOf } from './on-study.ts'
import { studyConclusion } from './study-conclusion.ts'
import { studyCosts } from './study-costs.ts'
import { studyOpinions } from './study-opinions.ts'

/** Feasibility studies: grid, opinions, costs, conclusion. */
export const studiesService: Service<typeof studiesContract> = {
  list: (input, call) => listStudies(call.database.reader, input.processId),

  get: (input, call) => studyDetail(call.database.reader, input.studyId),

  async start(input, call) {
    const id = await call.change(studyTopics, async (change) => {
      const submission = await submissionOf(change, input.submissionId)
      const existing = await findStudyOf(change.trx, submission.id)
      if (existing !== undefined) return existing.id
      const studied: readonly string[] = stageGroups.toStudy
      if (!studied.includes(submission.stage)) {
        throw new AppError('study-needs-admissible', {
          reference: submission.reference,
          stage: submission.stage,
        })
      }
      const studyId = newId()
      await insertStudy(change.trx, {
        id: studyId,
        processId: submission.process_id,
        submissionId: submission.id,
        createdAt: change.at,
      })
      const stage = submission.stage === 'admissible' ? 'under-review' : submission.stage
      const decisionId = await moveSubmission(change, submission, { to: stage, verdict: 'study' })
      change.record({
        ...about(studyId, submission),
        action: 'study.start',
        before: { stage: submission.stage },
        after: { stage, decisionId },
      })
      return studyId
    })
    return studyDetail(call.database.reader, id)
  },

  /** Saving what is there already changes nothing. */
  saveGrid: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      const { grid, leadDepartment, dueOn, conditions } = input
      const before = {
        grid: readGrid(study.grid),
        leadDepartment: study.lead_department,
        dueOn: study.due_on,
        conditions: study.conditions,
      }
      const after = { grid, leadDepartment, dueOn, conditions }
      if (input.version === study.version && JSON.stringify(before) === JSON.stringify(after)) return
      await updateStudy(change.trx, study.id, input.version, {
        grid: JSON.stringify(grid),
        lead_department: leadDepartment,
        due_on: dueOn,
        conditions,
      })
      change.record({ ...about(study.id, submission), action: 'study.save-grid', before, after })
    }),

  ...studyOpinions,
  ...studyCosts,
  ...studyConclusion,
}
