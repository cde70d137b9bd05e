import type { Kysely } from 'kysely'
import { workOutEstimate } from '../../../shared/domain/finance/estimate.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import type { Database } from '../database.ts'
import {
  addOnsOf,
  getStudy,
  listCostLines,
  listOpinions,
  readConclusion,
  readGrid,
} from '../studies/study.repository.ts'
import { visaStates } from './visa-state.query.ts'

/** One study with everything that its page shows. Refuses `not-found`. */
export async function studyDetail(db: Kysely<Database>, studyId: string): Promise<StudyDetail> {
  const study = await getStudy(db, studyId)
  const submission = await db
    .selectFrom('submission')
    .select([
      'id',
      'number',
      'reference',
      'title',
      'author_name',
      'stage',
      'body',
      'address',
      'district_id',
      'theme_id',
      'project_id',
    ])
    .where('id', '=', study.submission_id)
    .$narrowType<{ stage: Stage }>()
    .executeTakeFirstOrThrow()
  const costLines = await listCostLines(db, studyId)
  const addOns = addOnsOf(study)
  const visa =
    submission.project_id === null
      ? undefined
      : (await visaStates(db, [submission.project_id])).get(submission.project_id)
  return {
    id: study.id,
    submission: {
      id: submission.id,
      number: submission.number,
      reference: submission.reference,
      title: submission.title,
      authorName: submission.author_name,
      stage: submission.stage,
      body: submission.body,
      address: submission.address,
      districtId: submission.district_id,
      themeId: submission.theme_id,
    },
    leadDepartment: study.lead_department,
    grid: readGrid(study.grid),
    opinions: await listOpinions(db, studyId),
    costLines,
    addOns,
    estimate: workOutEstimate(costLines, addOns),
    annualRunningCost:
      study.annual_running_cost_cents === null ? null : cents(study.annual_running_cost_cents),
    runningCostNote: study.running_cost_note,
    conditions: study.conditions,
    conclusion: readConclusion(study.conclusion),
    answer: study.answer,
    concludedByName: study.concluded_by_name,
    concludedAt: study.concluded_at,
    projectId: submission.project_id,
    visaState: visa ?? 'none',
    dueOn: study.due_on,
    version: study.version,
  }
}
