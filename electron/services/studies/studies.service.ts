import type { studiesContract } from '../../../shared/contract/studies.contract.ts'
import type { Conclusion } from '../../../shared/domain/feasibility/study-axes.ts'
import { workOutEstimate } from '../../../shared/domain/finance/estimate.ts'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import { findProjectOfSubmission } from '../../data/projects/project.repository.ts'
import { studyDetail } from '../../data/read-models/study-detail.query.ts'
import { listStudies } from '../../data/read-models/study-list.query.ts'
import {
  addOnsOf,
  deleteOpinion,
  findStudyOf,
  getStudy,
  insertOpinion,
  insertStudy,
  listCostLines,
  listOpinions,
  readGrid,
  rememberEstimator,
  replaceCostLines,
  type StudyRecord,
  updateOpinion,
  updateStudy,
} from '../../data/studies/study.repository.ts'
import { findMovable, type MovableSubmission } from '../../data/submissions/stage-move.repository.ts'
import type { Change, DossierCall, Service } from '../call.ts'
import { voidOutdatedVisas } from '../finance/void-outdated-visas.ts'
import { moveSubmission } from '../lifecycle/move-submission.ts'
import { newId } from '../new-id.ts'

const topics = ['studies', 'submissions', 'projects', 'finance', 'journal', 'dossiers'] as const

/** What the journal calls a study: the proposal that it studies. */
function labelOf(submission: MovableSubmission): string {
  return `${submission.reference} ${submission.title}`
}

async function submissionOf(change: Change, submissionId: string): Promise<MovableSubmission> {
  const [submission] = await findMovable(change.trx, [submissionId])
  if (submission === undefined) throw new AppError('not-found', { object: 'submission' })
  return submission
}

interface Opened {
  readonly study: StudyRecord
  readonly submission: MovableSubmission
}

/** Runs one act on a study and answers the study as it is afterwards. A study behind a settled list is refused (I5). */
async function onStudy(
  call: DossierCall,
  studyId: string,
  work: (change: Change, opened: Opened) => Promise<void>,
): Promise<StudyDetail> {
  await call.change(topics, async (change) => {
    const study = await getStudy(change.trx, studyId)
    const submission = await submissionOf(change, study.submission_id)
    const settled: readonly string[] = stageGroups.onBallot
    if (settled.includes(submission.stage))
      throw new AppError('list-settled', { reference: submission.reference })
    await work(change, { study, submission })
  })
  return studyDetail(call.database.reader, studyId)
}

/** Feasibility studies: grid, opinions, costs, conclusion. */
export const studiesService: Service<typeof studiesContract> = {
  list: (input, call) => listStudies(call.database.reader, input.processId),

  get: (input, call) => studyDetail(call.database.reader, input.studyId),

  async start(input, call) {
    const id = await call.change(topics, async (change) => {
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
      if (submission.stage === 'admissible')
        await moveSubmission(change, submission, { to: 'under-review', verdict: 'study' })
      change.record({
        action: 'study.start',
        objectKind: 'study',
        objectId: studyId,
        objectLabel: labelOf(submission),
        processId: submission.process_id,
        before: { stage: submission.stage },
        after: { stage: submission.stage === 'admissible' ? 'under-review' : submission.stage },
      })
      return studyId
    })
    return studyDetail(call.database.reader, id)
  },

  saveGrid: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      const after = {
        grid: input.grid,
        leadDepartment: input.leadDepartment,
        dueOn: input.dueOn,
        conditions: input.conditions,
      }
      await updateStudy(change.trx, study.id, input.version, {
        grid: JSON.stringify(input.grid),
        lead_department: input.leadDepartment,
        due_on: input.dueOn,
        conditions: input.conditions,
      })
      change.record({
        action: 'study.save-grid',
        objectKind: 'study',
        objectId: study.id,
        objectLabel: labelOf(submission),
        processId: submission.process_id,
        before: {
          grid: readGrid(study.grid),
          leadDepartment: study.lead_department,
          dueOn: study.due_on,
          conditions: study.conditions,
        },
        after,
      })
    }),

  askOpinion: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      const opinionId = newId()
      const requestedOn = change.at.slice(0, 10)
      await insertOpinion(change.trx, {
        id: opinionId,
        studyId: study.id,
        department: input.department,
        requestedOn,
        dueOn: input.dueOn,
      })
      change.record({
        action: 'study.ask-opinion',
        objectKind: 'study',
        objectId: study.id,
        objectLabel: labelOf(submission),
        processId: submission.process_id,
        after: { opinionId, department: input.department, requestedOn, dueOn: input.dueOn },
      })
    }),

  giveOpinion: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      const before = (await listOpinions(change.trx, study.id)).find(
        (opinion) => opinion.id === input.opinionId,
      )
      if (before === undefined) throw new AppError('not-found', { object: 'opinion' })
      await updateOpinion(change.trx, input.opinionId, {
        opinion: input.opinion,
        comment: input.comment,
        givenOn: input.givenOn,
        personId: change.person.id,
        personName: change.person.name,
      })
      change.record({
        action: 'study.give-opinion',
        objectKind: 'study',
        objectId: study.id,
        objectLabel: labelOf(submission),
        processId: submission.process_id,
        before: {
          department: before.department,
          opinion: before.opinion,
          comment: before.comment,
          givenOn: before.givenOn,
        },
        after: {
          department: before.department,
          opinion: input.opinion,
          comment: input.comment,
          givenOn: input.givenOn,
        },
      })
    }),

  removeOpinion: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      const before = (await listOpinions(change.trx, study.id)).find(
        (opinion) => opinion.id === input.opinionId,
      )
      if (before === undefined) throw new AppError('not-found', { object: 'opinion' })
      await deleteOpinion(change.trx, input.opinionId)
      change.record({
        action: 'study.remove-opinion',
        objectKind: 'study',
        objectId: study.id,
        objectLabel: labelOf(submission),
        processId: submission.process_id,
        before,
      })
    }),

  saveCosts: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      const costLines = input.costLines.map((line) => ({ id: newId(), ...line }))
      const estimate = workOutEstimate(costLines, input.addOns)
      const hasEstimate = costLines.length > 0 || input.addOns.preliminaryStudies > 0
      const before = {
        costLines: (await listCostLines(change.trx, study.id)).map(({ id: _id, ...line }) => line),
        addOns: addOnsOf(study),
        annualRunningCost: study.annual_running_cost_cents,
        amountInclVat: study.has_estimate === 1 ? study.amount_incl_vat_cents : null,
      }
      await updateStudy(change.trx, study.id, input.version, {
        contingency_basis_points: input.addOns.contingencyBasisPoints,
        design_fee_basis_points: input.addOns.designFeeBasisPoints,
        design_fee_base: input.addOns.designFeeBase,
        preliminary_studies_cents: input.addOns.preliminaryStudies,
        add_on_vat_rate_basis_points: input.addOns.addOnVatRateBasisPoints,
        annual_running_cost_cents: input.annualRunningCost,
        running_cost_note: input.runningCostNote,
        works_cents: estimate.works,
        amount_excl_vat_cents: estimate.amountExclVat,
        vat_cents: estimate.vat,
        amount_incl_vat_cents: estimate.amountInclVat,
        has_estimate: hasEstimate ? 1 : 0,
      })
      await replaceCostLines(change.trx, study.id, costLines)
      await rememberEstimator(change.trx, study.id, change.person)
      change.record({
        action: 'study.save-costs',
        objectKind: 'study',
        objectId: study.id,
        objectLabel: labelOf(submission),
        processId: submission.process_id,
        before,
        after: {
          costLines: input.costLines,
          addOns: input.addOns,
          annualRunningCost: input.annualRunningCost,
          amountInclVat: hasEstimate ? estimate.amountInclVat : null,
        },
      })
      const projectId = await findProjectOfSubmission(change.trx, submission.id)
      if (projectId !== undefined) await voidOutdatedVisas(change, projectId, 'study.save-costs')
    }),

  conclude: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      if (input.conclusion === 'infeasible' && input.answer.trim() === '') {
        throw new AppError('rationale-missing', { reference: submission.reference })
      }
      if (input.conclusion === null && input.reason.trim() === '') {
        throw new AppError('reason-missing', { reference: submission.reference })
      }
      if (input.conclusion !== 'feasible' && input.conclusion !== 'feasible-with-conditions') {
        const projectId = await findProjectOfSubmission(change.trx, submission.id)
        if (projectId !== undefined)
          throw new AppError('submission-already-in-project', { reference: submission.reference })
      }
      await updateStudy(change.trx, study.id, input.version, {
        conclusion: input.conclusion,
        answer: input.answer,
        concluded_by: input.conclusion === null ? null : change.person.id,
        concluded_by_name: input.conclusion === null ? null : change.person.name,
        concluded_at: input.conclusion === null ? null : change.at,
      })
      const inProject: readonly string[] = stageGroups.toSign
      const staysInProject = inProject.includes(submission.stage) && submission.stage !== 'feasible'
      if (!staysInProject) {
        await moveSubmission(change, submission, {
          to: stageOf(input.conclusion),
          verdict: 'study',
          rationale:
            input.conclusion === null
              ? input.reason
              : input.answer.trim() || input.reason || conclusionNote(input.conclusion),
        })
      }
      change.record({
        action: 'study.conclude',
        objectKind: 'study',
        objectId: study.id,
        objectLabel: labelOf(submission),
        processId: submission.process_id,
        before: { conclusion: study.conclusion, answer: study.answer, stage: submission.stage },
        after: {
          conclusion: input.conclusion,
          answer: input.answer,
          stage: staysInProject ? submission.stage : stageOf(input.conclusion),
        },
        reason: input.reason,
      })
    }),
}

function stageOf(conclusion: Conclusion | null): 'feasible' | 'infeasible' | 'under-review' {
  if (conclusion === null) return 'under-review'
  return conclusion === 'infeasible' ? 'infeasible' : 'feasible'
}

/** A change of conclusion is a backward step and needs a word; the new conclusion itself says why. */
function conclusionNote(conclusion: Conclusion): string {
  return conclusion
}
