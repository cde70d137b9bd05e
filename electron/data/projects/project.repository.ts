import type { Insertable, Kysely, Selectable, Transaction, Updateable } from 'kysely'
import { compareForBallot } from '../../../shared/domain/projects/ballot-order.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Database, ProjectTable } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'

export type ProjectRecord = Selectable<ProjectTable>

/** One project, or the refusal `not-found`. */
export async function getProject(db: Kysely<Database>, projectId: string): Promise<ProjectRecord> {
  const project = await db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirst()
  if (project === undefined) throw new AppError('not-found', { object: 'project' })
  return project
}

/** Takes the next project number of a démarche. */
export async function takeProjectNumber(trx: Transaction<Database>, processId: string): Promise<number> {
  const row = await trx
    .updateTable('process')
    .set((eb) => ({ next_project_number: eb('next_project_number', '+', 1) }))
    .where('id', '=', processId)
    .returning('next_project_number')
    .executeTakeFirstOrThrow()
  return row.next_project_number - 1
}

/** Inserts a project. */
export async function insertProject(
  trx: Transaction<Database>,
  project: Insertable<ProjectTable>,
): Promise<void> {
  await trx.insertInto('project').values(project).execute()
}

/** Ties submissions to a project; the first is the lead. */
export async function linkSubmissions(
  trx: Transaction<Database>,
  projectId: string,
  submissionIds: readonly string[],
): Promise<void> {
  await trx
    .insertInto('project_submission')
    .values(
      submissionIds.map((submission_id, index) => ({
        project_id: projectId,
        submission_id,
        lead: index === 0 ? 1 : 0,
      })),
    )
    .execute()
  await trx
    .updateTable('submission')
    .set({ project_id: projectId })
    .where('id', 'in', [...submissionIds])
    .execute()
}

/** Writes columns of a project that is still at `version`. Refuses `changed-meanwhile`. */
export async function updateProject(
  trx: Transaction<Database>,
  projectId: string,
  version: number,
  columns: Updateable<ProjectTable>,
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('project')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', projectId)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Submissions behind a project, the lead first. */
export async function linkedSubmissionIds(
  db: Kysely<Database>,
  projectId: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('project_submission')
    .select('submission_id')
    .where('project_id', '=', projectId)
    .orderBy('lead', 'desc')
    .orderBy('submission_id')
    .execute()
  return rows.map((row) => row.submission_id)
}

/** Authors of the submissions behind a project and of those merged into them: everybody who proposed it. */
export async function proposersOf(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<readonly string[]> {
  if (submissionIds.length === 0) return []
  const rows = await db
    .selectFrom('submission')
    .select(['author_name', 'number'])
    .where((eb) =>
      eb.or([eb('id', 'in', [...submissionIds]), eb('merged_into_id', 'in', [...submissionIds])]),
    )
    .where('author_name', 'is not', null)
    .orderBy('number')
    .execute()
  return [...new Set(rows.map((row) => row.author_name ?? ''))].filter((name) => name !== '')
}

/** The project that a submission belongs to, if any. */
export async function findProjectOfSubmission(
  db: Kysely<Database>,
  submissionId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('project_submission')
    .select('project_id')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  return row?.project_id
}

/** The given projects of a démarche in the order of the ballot: by district, then by project number. */
export async function ballotOrder(
  db: Kysely<Database>,
  processId: string,
  projectIds: readonly string[],
): Promise<readonly string[]> {
  const wanted = new Set(projectIds)
  const rows = await db
    .selectFrom('project')
    .leftJoin('district', 'district.id', 'project.district_id')
    .where('project.process_id', '=', processId)
    .select(['project.id', 'project.number', 'district.position'])
    .execute()
  return rows
    .filter((row) => wanted.has(row.id))
    .map((row) => ({ id: row.id, number: row.number, districtPosition: row.position }))
    .sort(compareForBallot)
    .map((row) => row.id)
}

/** The first ballot number that is still free. */
export async function nextBallotNumber(db: Kysely<Database>, processId: string): Promise<number> {
  const row = await db
    .selectFrom('project')
    .where('process_id', '=', processId)
    .select((eb) => eb.fn.max<number | null>('ballot_number').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** Global envelope of a démarche in cents, if it has one. */
export async function envelopeOf(db: Kysely<Database>, processId: string): Promise<number | null> {
  const row = await db
    .selectFrom('process')
    .select('envelope_cents')
    .where('id', '=', processId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'process' })
  return row.envelope_cents
}

/** Notes how many people voted; answers what was noted before. */
export async function saveVotersCount(
  trx: Transaction<Database>,
  processId: string,
  votersCount: number,
): Promise<number | null> {
  const { voters_count: before } = await trx
    .selectFrom('process')
    .select('voters_count')
    .where('id', '=', processId)
    .executeTakeFirstOrThrow()
  if (before === votersCount) return before
  await trx
    .updateTable('process')
    .set((eb) => ({ voters_count: votersCount, version: eb('version', '+', 1) }))
    .where('id', '=', processId)
    .execute()
  return before
}

/** Unties the submissions of a project and takes it out of the dossier; the journal keeps what it was. */
export async function dissolveProject(trx: Transaction<Database>, projectId: string): Promise<void> {
  await trx.updateTable('submission').set({ project_id: null }).where('project_id', '=', projectId).execute()
  await trx.deleteFrom('project_submission').where('project_id', '=', projectId).execute()
  await trx.deleteFrom('project').where('id', '=', projectId).execute()
}

/** Whether the project went on the ballot by an act of this dossier, rather than by its import. */
export async function wasSettledHere(db: Kysely<Database>, projectId: string): Promise<boolean> {
  const entry = await db
    .selectFrom('journal_entry')
    .select('sequence')
    .where('object_id', '=', projectId)
    .where('action', '=', 'project.freeze')
    .limit(1)
    .executeTakeFirst()
  return entry !== undefined
}
