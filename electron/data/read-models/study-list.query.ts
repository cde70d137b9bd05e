import type { Kysely } from 'kysely'
import type { Stage, stages } from '../../../shared/domain/lifecycle/stage.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import type { StudyRow } from '../../../shared/read-models/study.ts'
import type { Database } from '../database.ts'
import { readConclusion } from '../studies/study.repository.ts'

/** Stages of proposals that are to be studied, with or without a study yet; later ones show when they have one. */
const studied: readonly Stage[] = ['admissible', 'under-review', 'co-design']
const neverStudied: readonly Stage[] = ['draft', 'submitted', 'incomplete', 'inadmissible']

/** Every proposal that is or was to be studied, by number. */
export async function listStudies(db: Kysely<Database>, processId: string): Promise<readonly StudyRow[]> {
  const rows = await db
    .selectFrom('submission')
    .leftJoin('study', 'study.submission_id', 'submission.id')
    .where('submission.process_id', '=', processId)
    .where((eb) =>
      eb.or([
        eb('submission.stage', 'in', [...studied]),
        eb.and([eb('study.id', 'is not', null), eb('submission.stage', 'not in', [...neverStudied])]),
      ]),
    )
    .select([
      'submission.id as submission_id',
      'submission.number',
      'submission.reference',
      'submission.title',
      'submission.stage',
      'submission.district_id',
      'submission.theme_id',
      'study.id as study_id',
      'study.conclusion',
      'study.has_estimate',
      'study.amount_incl_vat_cents',
      'study.annual_running_cost_cents',
      'study.due_on',
      'study.lead_department',
    ])
    .orderBy('submission.number')
    .$narrowType<{ stage: (typeof stages)[number] }>()
    .execute()
  const opinions = await db
    .selectFrom('study_opinion')
    .innerJoin('study', 'study.id', 'study_opinion.study_id')
    .where('study.process_id', '=', processId)
    .select(['study_opinion.study_id', 'study_opinion.department', 'study_opinion.given_on'])
    .orderBy('study_opinion.id')
    .execute()
  const byStudy = Map.groupBy(opinions, (opinion) => opinion.study_id)
  return rows.map((row) => {
    const asked = (row.study_id === null ? undefined : byStudy.get(row.study_id)) ?? []
    const awaited = asked.filter((opinion) => opinion.given_on === null)
    return {
      submissionId: row.submission_id,
      studyId: row.study_id,
      number: row.number,
      reference: row.reference,
      title: row.title,
      stage: row.stage,
      districtId: row.district_id,
      themeId: row.theme_id,
      conclusion: readConclusion(row.conclusion),
      amountInclVat:
        row.has_estimate === 1 && row.amount_incl_vat_cents !== null
          ? cents(row.amount_incl_vat_cents)
          : null,
      annualRunningCost: row.annual_running_cost_cents === null ? null : cents(row.annual_running_cost_cents),
      opinionsGiven: asked.length - awaited.length,
      opinionsAsked: asked.length,
      consulted: asked.map(({ department }) => department),
      awaited: awaited.map(({ department }) => department),
      dueOn: row.due_on,
      leadDepartment: row.lead_department,
    }
  })
}
