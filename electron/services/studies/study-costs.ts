import type { ParsedInputOf } from '../../../shared/contract/define-contract.ts'
import type { studiesContract } from '../../../shared/contract/studies.contract.ts'
import { type Estimate, workOutEstimate } from '../../../shared/domain/finance/estimate.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { findProjectOfSubmission } from '../../data/projects/project.repository.ts'
import {
  addOnsOf,
  listCostLines,
  rememberEstimator,
  replaceCostLines,
  type StudyRecord,
  updateStudy,
} from '../../data/studies/study.repository.ts'
import type { Change, Service } from '../call.ts'
import { voidOutdatedVisas } from '../finance/void-outdated-visas.ts'
import { newId } from '../new-id.ts'
import { about, onStudy } from './on-study.ts'

/** Everything that an estimate is made of, as it is typed. */
export type StudyCosts = Pick<
  ParsedInputOf<typeof studiesContract.saveCosts>,
  'costLines' | 'addOns' | 'annualRunningCost' | 'runningCostNote'
>

/** The costs of a study as they stand. */
export async function costsOf(change: Change, study: StudyRecord): Promise<StudyCosts> {
  const lines = await listCostLines(change.trx, study.id)
  return {
    costLines: lines.map(({ id: _id, ...line }) => line),
    addOns: addOnsOf(study),
    annualRunningCost:
      study.annual_running_cost_cents === null ? null : cents(study.annual_running_cost_cents),
    runningCostNote: study.running_cost_note,
  }
}

/** Whether two sets of costs are the same to the last figure and word. */
export function sameCosts(one: StudyCosts, other: StudyCosts): boolean {
  const figures = ({ costLines, addOns, annualRunningCost, runningCostNote }: StudyCosts): string =>
    JSON.stringify([
      costLines.map((line) => [
        line.label,
        line.quantityThousandths,
        line.unit,
        line.unitPriceTenThousandths,
        line.vatRateBasisPoints,
      ]),
      addOns.contingencyBasisPoints,
      addOns.designFeeBasisPoints,
      addOns.designFeeBase,
      addOns.preliminaryStudies,
      addOns.addOnVatRateBasisPoints,
      annualRunningCost,
      runningCostNote,
    ])
  return figures(one) === figures(other)
}

/** Writes costs and the totals that follow from them; whoever does is an estimator for good (I8), and visas on other figures fall (I7). */
export async function writeCosts(
  change: Change,
  study: StudyRecord,
  version: number,
  costs: StudyCosts,
): Promise<Estimate | undefined> {
  const { addOns } = costs
  const costLines = costs.costLines.map((line) => ({ id: newId(), ...line }))
  const estimate = workOutEstimate(costLines, addOns)
  const hasEstimate = costLines.length > 0 || addOns.preliminaryStudies > 0
  await updateStudy(change.trx, study.id, version, {
    contingency_basis_points: addOns.contingencyBasisPoints,
    design_fee_basis_points: addOns.designFeeBasisPoints,
    design_fee_base: addOns.designFeeBase,
    preliminary_studies_cents: addOns.preliminaryStudies,
    add_on_vat_rate_basis_points: addOns.addOnVatRateBasisPoints,
    annual_running_cost_cents: costs.annualRunningCost,
    running_cost_note: costs.runningCostNote,
    works_cents: estimate.works,
    amount_excl_vat_cents: estimate.amountExclVat,
    vat_cents: estimate.vat,
    amount_incl_vat_cents: estimate.amountInclVat,
    has_estimate: hasEstimate ? 1 : 0,
  })
  await replaceCostLines(change.trx, study.id, costLines)
  await rememberEstimator(change.trx, study.id, change.person)
  const projectId = await findProjectOfSubmission(change.trx, study.submission_id)
  if (projectId !== undefined) await voidOutdatedVisas(change, projectId, 'study.save-costs')
  return hasEstimate ? estimate : undefined
}

/** Cost lines, add-ons and running cost of a study. Saving what is there already changes nothing. */
export const studyCosts: Pick<Service<typeof studiesContract>, 'saveCosts'> = {
  saveCosts: (input, call) =>
    onStudy(call, input.studyId, async (change, { study, submission }) => {
      const before = await costsOf(change, study)
      const { costLines, addOns, annualRunningCost, runningCostNote } = input
      const after = { costLines, addOns, annualRunningCost, runningCostNote }
      if (input.version === study.version && sameCosts(before, after)) return
      const estimate = await writeCosts(change, study, input.version, after)
      change.record({
        ...about(study.id, submission),
        action: 'study.save-costs',
        before: { ...before, amountInclVat: study.has_estimate === 1 ? study.amount_incl_vat_cents : null },
        after: { ...after, amountInclVat: estimate?.amountInclVat ?? null },
      })
    }),
}
