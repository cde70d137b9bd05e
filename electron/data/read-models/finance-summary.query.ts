import type { Kysely } from 'kysely'
import { budgetFindings, budgetTotals } from '../../../shared/domain/finance/budget-summary.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { FinanceSummary } from '../../../shared/read-models/finance.ts'
import type { Database } from '../database.ts'
import { estimatorsOf } from '../finance/estimator.repository.ts'
import { listProjects } from './project-list.query.ts'

/** The finance page of a démarche, seen by one person (who may not sign what they estimated). */
export async function financeSummary(
  db: Kysely<Database>,
  processId: string,
  personId: string | null,
): Promise<FinanceSummary> {
  const process = await db
    .selectFrom('process')
    .select(['envelope_cents', 'project_cap_cents'])
    .where('id', '=', processId)
    .executeTakeFirst()
  if (process === undefined) throw new AppError('not-found', { object: 'process' })
  const districts = await db
    .selectFrom('district')
    .select(['id', 'name', 'envelope_cents'])
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
  const themes = await db
    .selectFrom('theme')
    .select(['id', 'name'])
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
  const projects = await listProjects(db, processId)
  const estimators = await estimatorsOf(db, { processId })
  const frame = {
    envelope: process.envelope_cents === null ? null : cents(process.envelope_cents),
    projectCap: process.project_cap_cents === null ? null : cents(process.project_cap_cents),
    districts: districts.map((row) => ({
      id: row.id,
      name: row.name,
      envelope: row.envelope_cents === null ? null : cents(row.envelope_cents),
    })),
    themes,
  }
  return {
    envelope: frame.envelope,
    projectCap: frame.projectCap,
    ...budgetTotals(projects, frame),
    findings: budgetFindings(projects, frame),
    projects: projects.map((project) => {
      const people = estimators.get(project.id) ?? []
      return {
        ...project,
        estimatedByMe: people.some((person) => person.id === personId),
        estimatorNames: people.map((person) => person.name),
      }
    }),
  }
}
