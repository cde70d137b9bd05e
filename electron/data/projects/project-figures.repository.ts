import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { sealedFields } from '../redactions/redaction.repository.ts'

/** Every figure behind a project's cost, in a stable order: what a visa is given on (I7). */
export interface ProjectFigures {
  readonly importedCostCents: number | null
  readonly studies: readonly {
    readonly studyId: string
    readonly amountInclVatCents: number
    readonly hasEstimate: number
    readonly annualRunningCostCents: number | null
    readonly addOns: readonly (number | string)[]
    readonly lines: readonly (readonly [number, string, number, string, number, number])[]
  }[]
}

/** Gathers the figures of one project. */
export async function projectFigures(db: Kysely<Database>, projectId: string): Promise<ProjectFigures> {
  const project = await db
    .selectFrom('project')
    .select('imported_cost_cents')
    .where('id', '=', projectId)
    .executeTakeFirst()
  const studies = await db
    .selectFrom('project_submission')
    .innerJoin('study', 'study.submission_id', 'project_submission.submission_id')
    .where('project_submission.project_id', '=', projectId)
    .selectAll('study')
    .orderBy('study.id')
    .execute()
  const lines =
    studies.length === 0
      ? []
      : await db
          .selectFrom('cost_line')
          .selectAll()
          .where(
            'study_id',
            'in',
            studies.map((study) => study.id),
          )
          .orderBy('study_id')
          .orderBy('position')
          .execute()
  // What a line prices stays the same when words of its label are masked: a visa does not fall by that.
  const seals = await sealedFields(
    db,
    'cost-line',
    lines.map((line) => line.id),
  )
  return {
    importedCostCents: project?.imported_cost_cents ?? null,
    studies: studies.map((study) => ({
      studyId: study.id,
      amountInclVatCents: study.amount_incl_vat_cents,
      hasEstimate: study.has_estimate,
      annualRunningCostCents: study.annual_running_cost_cents,
      addOns: [
        study.contingency_basis_points,
        study.design_fee_basis_points,
        study.design_fee_base,
        study.preliminary_studies_cents,
        study.add_on_vat_rate_basis_points,
      ],
      lines: lines
        .filter((line) => line.study_id === study.id)
        .map((line) => [
          line.position,
          seals.get(line.id)?.get('label')?.originalOf(line.label) ?? line.label,
          line.quantity_thousandths,
          line.unit,
          line.unit_price_ten_thousandths,
          line.vat_rate_basis_points,
        ]),
    })),
  }
}
