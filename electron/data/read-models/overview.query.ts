import type { Kysely } from 'kysely'
import { type Stage, stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import type { ProcessKind } from '../../../shared/domain/processes/process-kind.ts'
import { heldBy } from '../../../shared/domain/team/absence.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ProcessOverview } from '../../../shared/read-models/dossier.ts'
import type { Database } from '../database.ts'
import { listAbsences } from '../team/absence.repository.ts'
import { openProposals } from './review.query.ts'
import { visaStates } from './visa-state.query.ts'

/** What waits in a démarche, and what of it waits for one person. `today` is the local day. */
export async function processOverview(
  db: Kysely<Database>,
  processId: string,
  personId: string | null,
  today: string,
): Promise<ProcessOverview> {
  const process = await db
    .selectFrom('process')
    .select(['kind', 'title'])
    .where('id', '=', processId)
    .executeTakeFirst()
  if (process === undefined) throw new AppError('not-found', { object: 'process' })
  const stages = await db
    .selectFrom('submission')
    .where('process_id', '=', processId)
    .select((eb) => ['stage', eb.fn.countAll<number>().as('count')])
    .groupBy('stage')
    .execute()
  const byStage = new Map(stages.map((row) => [row.stage, row.count]))
  // Neither what is put off nor what a second officer looks at waits for a first decision; both are few.
  const aside = await db
    .selectFrom('submission')
    .where('submission.process_id', '=', processId)
    .where('submission.stage', '=', 'submitted')
    .where(
      // The few are looked up, and tested by the row number that stands in every index: no other row is read.
      'submission.row_id',
      'in',
      db
        .selectFrom('submission as few')
        .select('few.row_id')
        .where(
          'few.id',
          'in',
          db
            .selectFrom('set_aside')
            .where('set_aside.until_on', '>', today)
            .select('set_aside.submission_id')
            .union(openProposals(db, processId).select('proposed_decision.submission_id')),
        ),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const sum = (group: readonly Stage[]): number =>
    group.reduce((total, stage) => total + (byStage.get(stage) ?? 0), 0)
  const absences = await listAbsences(db, today)
  const mine = await db
    .selectFrom('submission')
    .where('process_id', '=', processId)
    .where('assignee_id', 'in', personId === null ? [''] : [...heldBy(absences, personId, today)])
    .where('stage', 'in', [...stageGroups.toModerate])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const late = await db
    .selectFrom('study')
    .innerJoin('submission', 'submission.id', 'study.submission_id')
    .where('study.process_id', '=', processId)
    .where('study.due_on', '<', today)
    .where('study.conclusion', 'is', null)
    .where('submission.stage', 'in', [...stageGroups.toStudy])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const projects = await db
    .selectFrom('project')
    .select(['id', 'stage'])
    .where('process_id', '=', processId)
    .execute()
  const visas = await visaStates(db, { processId })
  const settled: readonly string[] = stageGroups.onBallot
  return {
    processId,
    kind: process.kind as ProcessKind,
    title: process.title,
    toModerate: (byStage.get('submitted') ?? 0) - aside.count,
    assignedToMe: mine.count,
    incomplete: byStage.get('incomplete') ?? 0,
    toStudy: sum(stageGroups.toStudy),
    studiesLate: late.count,
    toSign: projects.filter(
      (project) => project.stage === 'awaiting-visa' && visas.get(project.id) !== 'granted',
    ).length,
    projects: projects.length,
    onBallot: projects.filter((project) => settled.includes(project.stage)).length,
    winners: projects.filter((project) => project.stage === 'winner' || project.stage === 'delivered').length,
  }
}
