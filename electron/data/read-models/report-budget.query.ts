import type { Kysely } from 'kysely'
import { type Estimate, type VatByRate, workOutEstimate } from '../../../shared/domain/finance/estimate.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { cents, sumCents } from '../../../shared/domain/money/cents.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { BudgetReport, FeasibilityReportStudy } from '../../../shared/read-models/reports.ts'
import type { CostLine } from '../../../shared/read-models/study.ts'
import type { Database } from '../database.ts'
import { addOnsOf, costLineOf, readConclusion, readGrid } from '../studies/study.repository.ts'
import { listProjects } from './project-list.query.ts'

/** Lines of every study of a démarche, by study. */
async function linesByStudy(
  db: Kysely<Database>,
  processId: string,
): Promise<ReadonlyMap<string, readonly CostLine[]>> {
  const rows = await db
    .selectFrom('cost_line')
    .innerJoin('study', 'study.id', 'cost_line.study_id')
    .where('study.process_id', '=', processId)
    .selectAll('cost_line')
    .orderBy('cost_line.study_id')
    .orderBy('cost_line.position')
    .execute()
  const byStudy = new Map<string, CostLine[]>()
  for (const row of rows) {
    const lines = byStudy.get(row.study_id) ?? []
    lines.push(costLineOf(row))
    byStudy.set(row.study_id, lines)
  }
  return byStudy
}

/** Every study of a démarche by the number of its proposal, estimate worked out. */
export async function feasibilityReport(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly FeasibilityReportStudy[]> {
  const studies = await db
    .selectFrom('study')
    .innerJoin('submission', 'submission.id', 'study.submission_id')
    .leftJoin('theme', 'theme.id', 'submission.theme_id')
    .leftJoin('district', 'district.id', 'submission.district_id')
    .where('study.process_id', '=', processId)
    .selectAll('study')
    .select([
      'submission.number',
      'submission.reference',
      'submission.title',
      'submission.stage',
      'theme.name as theme_name',
      'district.name as district_name',
    ])
    .orderBy('submission.number')
    .execute()
  const lines = await linesByStudy(db, processId)
  const opinions = await db
    .selectFrom('study_opinion')
    .innerJoin('study', 'study.id', 'study_opinion.study_id')
    .where('study.process_id', '=', processId)
    .selectAll('study_opinion')
    .orderBy('study_opinion.id')
    .execute()
  const opinionsByStudy = Map.groupBy(opinions, (opinion) => opinion.study_id)
  return studies.map((study) => {
    const costLines = lines.get(study.id) ?? []
    const addOns = addOnsOf(study)
    return {
      number: study.number,
      reference: study.reference,
      title: study.title,
      stage: study.stage as Stage,
      themeName: study.theme_name,
      districtName: study.district_name,
      leadDepartment: study.lead_department,
      dueOn: study.due_on,
      grid: readGrid(study.grid),
      opinions: (opinionsByStudy.get(study.id) ?? []).map((opinion) => ({
        department: opinion.department,
        opinion: opinion.opinion as FeasibilityReportStudy['opinions'][number]['opinion'],
        comment: opinion.comment,
        requestedOn: opinion.requested_on,
        givenOn: opinion.given_on,
        givenByName: opinion.given_by_name,
      })),
      costLines,
      addOns,
      estimate: workOutEstimate(costLines, addOns),
      annualRunningCost:
        study.annual_running_cost_cents === null ? null : cents(study.annual_running_cost_cents),
      conditions: study.conditions,
      conclusion: readConclusion(study.conclusion),
      answer: study.answer,
      concludedByName: study.concluded_by_name,
      concludedAt: study.concluded_at,
    }
  })
}

function joinVat(estimates: readonly Estimate[]): readonly VatByRate[] {
  const rates = [
    ...new Set(estimates.flatMap((estimate) => estimate.vatByRate.map((entry) => entry.rateBasisPoints))),
  ]
  return rates
    .sort((left, right) => right - left)
    .map((rateBasisPoints) => {
      const entries = estimates
        .flatMap((estimate) => estimate.vatByRate)
        .filter((entry) => entry.rateBasisPoints === rateBasisPoints)
      return {
        rateBasisPoints,
        base: sumCents(entries.map((entry) => entry.base)),
        vat: sumCents(entries.map((entry) => entry.vat)),
      }
    })
}

/** The budget of a démarche, project by project. A project imported with an amount and no study has no VAT split. */
export async function budgetReport(db: Kysely<Database>, processId: string): Promise<BudgetReport> {
  const process = await db
    .selectFrom('process')
    .select(['envelope_cents', 'project_cap_cents'])
    .where('id', '=', processId)
    .executeTakeFirst()
  if (process === undefined) throw new AppError('not-found', { object: 'process' })
  const districts = await db
    .selectFrom('district')
    .selectAll()
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
  const themes = await db
    .selectFrom('theme')
    .selectAll()
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
  const lines = await linesByStudy(db, processId)
  const links = await db
    .selectFrom('project_submission')
    .innerJoin('study', 'study.submission_id', 'project_submission.submission_id')
    .where('study.process_id', '=', processId)
    .where('study.has_estimate', '=', 1)
    .select('project_submission.project_id')
    .selectAll('study')
    .execute()
  const studiesByProject = Map.groupBy(links, (link) => link.project_id)
  const visas = await db
    .selectFrom('visa')
    .innerJoin('project', 'project.id', 'visa.project_id')
    .where('project.process_id', '=', processId)
    .where('visa.voided_at', 'is', null)
    .select(['visa.project_id', 'visa.signed_by_name', 'visa.signed_at'])
    .orderBy('visa.signed_at')
    .execute()
  const visaByProject = new Map(visas.map((visa) => [visa.project_id, visa]))
  const districtNames = new Map(districts.map((district) => [district.id, district.name]))
  const themeNames = new Map(themes.map((theme) => [theme.id, theme.name]))
  const projects = await listProjects(db, processId)
  return {
    envelope: process.envelope_cents === null ? null : cents(process.envelope_cents),
    projectCap: process.project_cap_cents === null ? null : cents(process.project_cap_cents),
    districts: districts.map((row) => ({
      name: row.name,
      envelope: row.envelope_cents === null ? null : cents(row.envelope_cents),
    })),
    themes: themes.map((row) => ({ name: row.name })),
    projects: projects.map((project) => {
      const estimates = (studiesByProject.get(project.id) ?? []).map((study) =>
        workOutEstimate(lines.get(study.id) ?? [], addOnsOf(study)),
      )
      const visa = visaByProject.get(project.id)
      const estimated = estimates.length > 0
      return {
        number: project.number,
        ballotNumber: project.ballotNumber,
        title: project.title,
        districtName: project.districtId === null ? null : (districtNames.get(project.districtId) ?? null),
        themeName: project.themeId === null ? null : (themeNames.get(project.themeId) ?? null),
        stage: project.stage,
        amountExclVat: estimated ? sumCents(estimates.map((estimate) => estimate.amountExclVat)) : null,
        vat: estimated ? sumCents(estimates.map((estimate) => estimate.vat)) : null,
        amountInclVat: project.cost,
        vatByRate: joinVat(estimates),
        annualRunningCost: project.annualRunningCost,
        visaState: project.visaState,
        visaByName: visa?.signed_by_name ?? null,
        visaAt: visa?.signed_at ?? null,
      }
    }),
  }
}
