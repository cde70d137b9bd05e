import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { workOutEstimate } from '../../../shared/domain/finance/estimate.ts'
import type { Database } from '../database.ts'
import { takenBack } from '../projects/visa.repository.ts'
import { addOnsOf, listCostLines } from '../studies/study.repository.ts'

/** What one look found: how many things were looked at, and the names of those that are wrong. */
export interface Look {
  readonly count: number
  readonly wrong: readonly string[]
}

/** Submissions whose stage is not the one their last decision in force led to. */
export async function stagesAgainstDecisions(db: Kysely<Database>): Promise<Look> {
  const { count } = await db
    .selectFrom('submission')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const decisions = await db
    .selectFrom('decision')
    .innerJoin('submission', 'submission.id', 'decision.submission_id')
    .where('decision.undone_at', 'is', null)
    .select(['decision.submission_id', 'decision.to_stage', 'submission.stage', 'submission.reference'])
    .orderBy('decision.id')
    .execute()
  const last = new Map(decisions.map((decision) => [decision.submission_id, decision]))
  const wrong = [...last.values()]
    .filter((decision) => decision.stage !== decision.to_stage)
    .map((decision) => decision.reference)
  // Without any decision in force a submission is where a deposit or a withdrawal on the platform puts it.
  const undecided = await db
    .selectFrom('submission')
    .where('stage', 'not in', ['draft', 'submitted', 'withdrawn'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision')
            .select('decision.id')
            .whereRef('decision.submission_id', '=', 'submission.id')
            .where('decision.undone_at', 'is', null),
        ),
      ),
    )
    .select('reference')
    .execute()
  return { count, wrong: [...wrong, ...undecided.map((row) => row.reference)] }
}

/** Studies whose kept totals are not those of their lines. */
export async function estimateSums(db: Kysely<Database>): Promise<Look> {
  const studies = await db.selectFrom('study').selectAll().execute()
  const wrong: string[] = []
  for (const study of studies) {
    const estimate = workOutEstimate(await listCostLines(db, study.id), addOnsOf(study))
    const kept = [
      study.works_cents,
      study.amount_excl_vat_cents,
      study.vat_cents,
      study.amount_incl_vat_cents,
    ]
    const worked = [estimate.works, estimate.amountExclVat, estimate.vat, estimate.amountInclVat]
    if (kept.join() !== worked.join()) wrong.push(study.id)
  }
  return { count: studies.length, wrong }
}

/** Numbers of submissions at or above the next one to be given: two deposits would meet (I1). */
export async function submissionNumbers(db: Kysely<Database>): Promise<Look> {
  const rows = await db
    .selectFrom('process')
    .leftJoin('submission', 'submission.process_id', 'process.id')
    .groupBy(['process.id', 'process.title', 'process.next_submission_number'])
    .select((eb) => [
      'process.title',
      'process.next_submission_number',
      eb.fn.max<number | null>('submission.number').as('highest'),
    ])
    .execute()
  return {
    count: rows.length,
    wrong: rows.filter((row) => (row.highest ?? 0) >= row.next_submission_number).map((row) => row.title),
  }
}

/** Attachments whose bytes are not those that were put in. */
export async function attachmentBytes(db: Kysely<Database>): Promise<Look> {
  const rows = await db.selectFrom('attachment').select(['id', 'file_name', 'sha256']).execute()
  const wrong: string[] = []
  for (const row of rows) {
    const content = await db
      .selectFrom('attachment_content')
      .select('content')
      .where('attachment_id', '=', row.id)
      .executeTakeFirst()
    const hash = content === undefined ? '' : createHash('sha256').update(content.content).digest('hex')
    if (hash !== row.sha256) wrong.push(row.file_name)
  }
  return { count: rows.length, wrong }
}

/** Projects with a granted visa in force. */
export async function projectsWithVisa(
  db: Kysely<Database>,
): Promise<readonly { readonly id: string; readonly label: string; readonly figuresHash: string }[]> {
  const rows = await db
    .selectFrom('visa')
    .innerJoin('project', 'project.id', 'visa.project_id')
    .where((eb) => eb.or([eb('visa.voided_reason', 'is', null), eb('visa.voided_reason', '!=', takenBack)]))
    .select([
      'project.id',
      'project.number',
      'project.title',
      'visa.state',
      'visa.figures_hash',
      'visa.voided_at',
    ])
    .orderBy('visa.signed_at')
    .orderBy('visa.id')
    .execute()
  const latest = new Map(rows.map((row) => [row.id, row]))
  return [...latest.values()]
    .filter((row) => row.state === 'granted' && row.voided_at === null)
    .map((row) => ({ id: row.id, label: `${row.number} ${row.title}`, figuresHash: row.figures_hash }))
}
