import type { studiesContract } from '../../../shared/contract/studies.contract.ts'
import type { Conclusion } from '../../../shared/domain/feasibility/study-axes.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { findProjectOfSubmission } from '../../data/projects/project.repository.ts'
import { updateStudy } from '../../data/studies/study.repository.ts'
import type { Service } from '../call.ts'
import { moveSubmission } from '../lifecycle/move-submission.ts'
import { about, onStudy } from './on-study.ts'

function stageOf(conclusion: Conclusion | null): 'feasible' | 'infeasible' | 'under-review' {
  if (conclusion === null) return 'under-review'
  return conclusion === 'infeasible' ? 'infeasible' : 'feasible'
}

/** The motivated answer and the conclusion of a study. */
export const studyConclusion: Pick<Service<typeof studiesContract>, 'saveAnswer' | 'conclude'> = {
  saveAnswer: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      if (study.conclusion !== null)
        throw new AppError('study-concluded', { reference: submission.reference })
      if (input.version === study.version && input.answer === study.answer) return
      await updateStudy(change.trx, study.id, input.version, { answer: input.answer })
      change.record({
        ...about(study.id, submission),
        action: 'study.save-answer',
        before: { answer: study.answer },
        after: { answer: input.answer },
      })
    }),

  conclude: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      const { conclusion, answer } = input
      if (conclusion === 'infeasible' && answer.trim() === '')
        throw new AppError('rationale-missing', { reference: submission.reference })
      if (conclusion === null && input.reason.trim() === '')
        throw new AppError('reason-missing', { reference: submission.reference })
      const projectId = await findProjectOfSubmission(change.trx, submission.id)
      // A project keeps a feasible study behind it; what it is feasible under may still be said otherwise.
      if (projectId !== undefined && (conclusion === null || conclusion === 'infeasible'))
        throw new AppError('submission-already-in-project', { reference: submission.reference })
      await updateStudy(change.trx, study.id, input.version, {
        conclusion,
        answer,
        concluded_by: conclusion === null ? null : change.person.id,
        concluded_by_name: conclusion === null ? null : change.person.name,
        concluded_at: conclusion === null ? null : change.at,
      })
      const stage = projectId === undefined ? stageOf(conclusion) : submission.stage
      // A change of conclusion is a backward step and needs a word; the new conclusion itself says why.
      const decisionId = await moveSubmission(change, submission, {
        to: stage,
        verdict: 'study',
        rationale: conclusion === null ? input.reason : answer.trim() || input.reason || conclusion,
      })
      change.record({
        ...about(study.id, submission),
        action: 'study.conclude',
        before: { conclusion: study.conclusion, answer: study.answer, stage: submission.stage },
        after: { conclusion, answer, stage, decisionId },
        reason: input.reason,
      })
    }),
}
