import type { Kysely } from 'kysely'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { type Cents, cents } from '../../../shared/domain/money/cents.ts'
import { fold } from '../../../shared/domain/text/fold.ts'
import type { ProjectRow } from '../../../shared/read-models/project.ts'
import type { Database } from '../database.ts'
import { visaStates } from './visa-state.query.ts'

export interface ProjectCosts {
  readonly cost: Cents | null
  readonly annualRunningCost: Cents | null
}

/** Exact cost of each project of a démarche from the studies behind it. Projects without any study are absent. */
export async function studiedCosts(
  db: Kysely<Database>,
  processId: string,
): Promise<ReadonlyMap<string, ProjectCosts>> {
  const rows = await db
    .selectFrom('project_submission')
    .innerJoin('study', 'study.submission_id', 'project_submission.submission_id')
    .where('study.process_id', '=', processId)
    .groupBy('project_submission.project_id')
    .select((eb) => [
      'project_submission.project_id',
      eb.fn.sum<number>('study.has_estimate').as('estimates'),
      eb.fn.sum<number>('study.amount_incl_vat_cents').as('cost'),
      eb.fn.sum<number | null>('study.annual_running_cost_cents').as('running'),
    ])
    .execute()
  return new Map(
    rows.map((row) => [
      row.project_id,
      {
        cost: row.estimates > 0 ? cents(row.cost) : null,
        annualRunningCost: row.running === null ? null : cents(row.running),
      },
    ]),
  )
}

/**
 * Projects of a démarche by number. `search`: all its words in number, title, proposers, department or address,
 * accents and case aside.
 */
export async function listProjects(
  db: Kysely<Database>,
  processId: string,
  options: { readonly search?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<readonly ProjectRow[]> {
  const projects = await db
    .selectFrom('project')
    .selectAll()
    .where('process_id', '=', processId)
    .orderBy('number')
    .execute()
  const costs = await studiedCosts(db, processId)
  const visas = await visaStates(db, { processId })
  const words = fold(options.search ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '')
  const rows = projects
    .filter((project) => {
      const text = fold(
        [
          project.number,
          project.title,
          project.proposer_names,
          project.managing_department,
          project.address ?? '',
        ].join(' '),
      )
      return words.every((word) => text.includes(word))
    })
    .map((project): ProjectRow => {
      const costed = costs.get(project.id)
      const imported = project.imported_cost_cents === null ? null : cents(project.imported_cost_cents)
      return {
        id: project.id,
        number: project.number,
        title: project.title,
        stage: project.stage as Stage,
        districtId: project.district_id,
        themeId: project.theme_id,
        cost: costed?.cost ?? imported,
        annualRunningCost: costed?.annualRunningCost ?? null,
        visaState: visas.get(project.id) ?? 'none',
        hasPicture: project.picture_attachment_id !== null,
        ballotNumber: project.ballot_number,
        votes: project.votes,
        version: project.version,
      }
    })
  return options.limit === undefined ? rows : rows.slice(0, options.limit)
}
