import type { Kysely, Selectable, Transaction, Updateable } from 'kysely'
import { z } from 'zod'
import { conclusions, opinionValues, studyAxes } from '../../../shared/domain/feasibility/study-axes.ts'
import type { AddOnFigures } from '../../../shared/domain/finance/estimate.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { CostLine, ServiceOpinion } from '../../../shared/read-models/study.ts'
import type { CostLineTable, Database, StudyTable } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'

export type StudyRecord = Selectable<StudyTable>

const gridSchema = z.partialRecord(
  z.enum(studyAxes),
  z.object({ answer: z.enum(opinionValues), note: z.string().optional() }),
)
const conclusionSchema = z.enum(conclusions).nullable()

/** The grid of a study, from its column. */
export function readGrid(text: string): z.output<typeof gridSchema> {
  return gridSchema.parse(JSON.parse(text))
}

/** The conclusion of a study, from its column. */
export function readConclusion(text: string | null): z.output<typeof conclusionSchema> {
  return conclusionSchema.parse(text)
}

/** The add-ons of a study, from its columns. */
export function addOnsOf(study: StudyRecord): AddOnFigures {
  return {
    contingencyBasisPoints: study.contingency_basis_points,
    designFeeBasisPoints: study.design_fee_basis_points,
    designFeeBase: study.design_fee_base === 'works' ? 'works' : 'works-and-contingency',
    preliminaryStudies: cents(study.preliminary_studies_cents),
    addOnVatRateBasisPoints: study.add_on_vat_rate_basis_points,
  }
}

/** One study, or the refusal `not-found`. */
export async function getStudy(db: Kysely<Database>, studyId: string): Promise<StudyRecord> {
  const study = await db.selectFrom('study').selectAll().where('id', '=', studyId).executeTakeFirst()
  if (study === undefined) throw new AppError('not-found', { object: 'study' })
  return study
}

/** The study of a submission, if it has been started. */
export async function findStudyOf(
  db: Kysely<Database>,
  submissionId: string,
): Promise<StudyRecord | undefined> {
  return db.selectFrom('study').selectAll().where('submission_id', '=', submissionId).executeTakeFirst()
}

/** A cost line as the domain counts it. */
export function costLineOf(row: Selectable<CostLineTable>): CostLine {
  return {
    id: row.id,
    label: row.label,
    quantityThousandths: row.quantity_thousandths,
    unit: row.unit,
    unitPriceTenThousandths: row.unit_price_ten_thousandths,
    vatRateBasisPoints: row.vat_rate_basis_points,
  }
}

/** Lines of a study in their order. */
export async function listCostLines(db: Kysely<Database>, studyId: string): Promise<readonly CostLine[]> {
  const rows = await db
    .selectFrom('cost_line')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('position')
    .execute()
  return rows.map(costLineOf)
}

/** Opinions of a study in the order they were asked. */
export async function listOpinions(
  db: Kysely<Database>,
  studyId: string,
): Promise<readonly ServiceOpinion[]> {
  const rows = await db
    .selectFrom('study_opinion')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    department: row.department,
    opinion: z.enum(opinionValues).nullable().parse(row.opinion),
    comment: row.comment,
    requestedOn: row.requested_on,
    dueOn: row.due_on,
    givenOn: row.given_on,
    givenByName: row.given_by_name,
  }))
}

/** Inserts an empty study. */
export async function insertStudy(
  trx: Transaction<Database>,
  study: { id: string; processId: string; submissionId: string; createdAt: string },
): Promise<void> {
  await trx
    .insertInto('study')
    .values({
      id: study.id,
      process_id: study.processId,
      submission_id: study.submissionId,
      lead_department: null,
      due_on: null,
      grid: '{}',
      conditions: '',
      contingency_basis_points: 1_000,
      design_fee_basis_points: 0,
      design_fee_base: 'works',
      preliminary_studies_cents: 0,
      add_on_vat_rate_basis_points: 2_000,
      annual_running_cost_cents: null,
      running_cost_note: '',
      works_cents: 0,
      amount_excl_vat_cents: 0,
      vat_cents: 0,
      amount_incl_vat_cents: 0,
      has_estimate: 0,
      conclusion: null,
      answer: '',
      concluded_by: null,
      concluded_by_name: null,
      concluded_at: null,
      created_at: study.createdAt,
    })
    .execute()
}

/** Writes columns of a study that is still at `version`. Refuses `changed-meanwhile`. */
export async function updateStudy(
  trx: Transaction<Database>,
  studyId: string,
  version: number,
  columns: Updateable<StudyTable>,
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('study')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', studyId)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Replaces every line of a study; the ids are the caller's. */
export async function replaceCostLines(
  trx: Transaction<Database>,
  studyId: string,
  lines: readonly CostLine[],
): Promise<void> {
  await trx.deleteFrom('cost_line').where('study_id', '=', studyId).execute()
  if (lines.length === 0) return
  await trx
    .insertInto('cost_line')
    .values(
      lines.map((line, position) => ({
        id: line.id,
        study_id: studyId,
        position,
        label: line.label,
        quantity_thousandths: line.quantityThousandths,
        unit: line.unit,
        unit_price_ten_thousandths: line.unitPriceTenThousandths,
        vat_rate_basis_points: line.vatRateBasisPoints,
      })),
    )
    .execute()
}

/** Remembers for good that somebody estimated this study (I8). */
export async function rememberEstimator(
  trx: Transaction<Database>,
  studyId: string,
  person: { readonly id: string; readonly name: string },
): Promise<void> {
  await trx
    .insertInto('study_estimator')
    .values({ study_id: studyId, person_id: person.id, person_name: person.name })
    .onConflict((conflict) => conflict.columns(['study_id', 'person_id']).doNothing())
    .execute()
}

/** Deletes a study in which nothing was written yet. */
export async function deleteStudy(trx: Transaction<Database>, studyId: string): Promise<void> {
  await trx.deleteFrom('study').where('id', '=', studyId).execute()
}

/** The time zone in which the days of a study are counted. */
export async function timeZoneOfStudy(db: Kysely<Database>, studyId: string): Promise<string> {
  const row = await db
    .selectFrom('study')
    .innerJoin('process', 'process.id', 'study.process_id')
    .select('process.time_zone')
    .where('study.id', '=', studyId)
    .executeTakeFirstOrThrow()
  return row.time_zone
}

/** Asks a service for its opinion; one that was given before comes back with what it said. */
export async function insertOpinion(
  trx: Transaction<Database>,
  studyId: string,
  opinion: Pick<ServiceOpinion, 'id' | 'department' | 'requestedOn' | 'dueOn'> & Partial<ServiceOpinion>,
): Promise<void> {
  await trx
    .insertInto('study_opinion')
    .values({
      id: opinion.id,
      study_id: studyId,
      department: opinion.department,
      opinion: opinion.opinion ?? null,
      comment: opinion.comment ?? '',
      requested_on: opinion.requestedOn,
      due_on: opinion.dueOn,
      given_on: opinion.givenOn ?? null,
      given_by: null,
      given_by_name: opinion.givenByName ?? null,
    })
    .execute()
}

/** Writes the opinion a service gave, or (null) takes it back. */
export async function updateOpinion(
  trx: Transaction<Database>,
  opinionId: string,
  given: Pick<ServiceOpinion, 'opinion' | 'comment' | 'givenOn'> & {
    readonly personId: string | null
    readonly personName: string | null
  },
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('study_opinion')
      .set({
        opinion: given.opinion,
        comment: given.comment,
        given_on: given.givenOn,
        given_by: given.personId,
        given_by_name: given.personName,
      })
      .where('id', '=', opinionId)
      .executeTakeFirst(),
  )
}

/** Takes back a request for an opinion. */
export async function deleteOpinion(trx: Transaction<Database>, opinionId: string): Promise<void> {
  await trx.deleteFrom('study_opinion').where('id', '=', opinionId).execute()
}
