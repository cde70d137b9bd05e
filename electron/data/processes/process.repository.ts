import type { Insertable, Kysely, Transaction, Updateable } from 'kysely'
import { z } from 'zod'
import { refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { type ProcessKind, phaseKinds, processKinds } from '../../../shared/domain/processes/process-kind.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type {
  Phase,
  ProcessDetail,
  ProcessSummary,
  Rulebook,
  Theme,
} from '../../../shared/read-models/process.ts'
import type { Database, ProcessTable } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'
import { readJson, stringList } from '../json-column.ts'
import { listDistricts } from './district.repository.ts'
import { isPlaceUsed } from './place-use.ts'

const criteriaSchema = z.array(z.object({ reason: z.enum(refusalReasons), article: z.string() }))

function amountOf(value: number | null) {
  return value === null ? null : cents(value)
}

/** Phases in the order of their kind. */
export async function listPhases(db: Kysely<Database>, processId: string): Promise<readonly Phase[]> {
  const rows = await db.selectFrom('phase').selectAll().where('process_id', '=', processId).execute()
  const order = (kind: string): number => phaseKinds.indexOf(kind as (typeof phaseKinds)[number])
  return rows
    .sort((left, right) => order(left.kind) - order(right.kind))
    .map((row) => ({
      kind: z.enum(phaseKinds).parse(row.kind),
      opensAt: row.opens_at,
      closesAt: row.closes_at,
    }))
}

/** Themes in their order. */
export async function listThemes(db: Kysely<Database>, processId: string): Promise<readonly Theme[]> {
  return db
    .selectFrom('theme')
    .select(['id', 'name', 'color', 'position'])
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
}

async function currentRulebook(db: Kysely<Database>, processId: string): Promise<Rulebook> {
  const row = await db
    .selectFrom('rulebook')
    .selectAll()
    .where('process_id', '=', processId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    number: row.number,
    text: row.text,
    criteria: readJson(criteriaSchema, row.criteria),
    adoptedAt: row.adopted_at,
  }
}

/** One démarche with its settings, or the refusal `not-found`. */
export async function getProcess(db: Kysely<Database>, processId: string): Promise<ProcessDetail> {
  const row = await db.selectFrom('process').selectAll().where('id', '=', processId).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'process' })
  return {
    id: row.id,
    kind: z.enum(processKinds).parse(row.kind),
    title: row.title,
    edition: row.edition,
    referencePrefix: row.reference_prefix,
    communeName: row.commune_name,
    inseeCode: row.insee_code,
    contact: row.contact,
    signatureBlock: row.signature_block,
    accentColor: row.accent_color,
    logoAttachmentId: row.logo_attachment_id,
    envelope: amountOf(row.envelope_cents),
    projectCap: amountOf(row.project_cap_cents),
    publishedCostStep: cents(row.published_cost_step_cents),
    foreword: row.foreword,
    votingInstructions: row.voting_instructions,
    timeZone: row.time_zone,
    votersCount: row.voters_count,
    demonstration: row.demonstration === 1,
    departments: readJson(stringList, row.departments),
    phases: await listPhases(db, processId),
    themes: await listThemes(db, processId),
    districts: await listDistricts(db, processId),
    rulebook: await currentRulebook(db, processId),
    version: row.version,
  }
}

/** Démarches in their order. */
export async function listProcesses(db: Kysely<Database>): Promise<readonly ProcessSummary[]> {
  const rows = await db
    .selectFrom('process')
    .select((eb) => [
      'id',
      'kind',
      'title',
      'edition',
      'commune_name as communeName',
      eb
        .selectFrom('submission')
        .whereRef('submission.process_id', '=', 'process.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('submissionsCount'),
    ])
    .orderBy('position')
    .$narrowType<{ submissionsCount: number }>()
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ProcessKind }))
}

/** Inserts a démarche. */
export async function insertProcess(
  trx: Transaction<Database>,
  process: Insertable<ProcessTable>,
): Promise<void> {
  await trx.insertInto('process').values(process).execute()
}

/** Writes columns of a démarche that is still at `version`. Refuses `changed-meanwhile`. */
export async function updateProcess(
  trx: Transaction<Database>,
  processId: string,
  version: number,
  columns: Updateable<ProcessTable>,
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('process')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', processId)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Replaces the phases. */
export async function replacePhases(
  trx: Transaction<Database>,
  processId: string,
  phases: readonly (Phase & { readonly id: string })[],
): Promise<void> {
  await trx.deleteFrom('phase').where('process_id', '=', processId).execute()
  for (const phase of phases) {
    await trx
      .insertInto('phase')
      .values({
        id: phase.id,
        process_id: processId,
        kind: phase.kind,
        opens_at: phase.opensAt,
        closes_at: phase.closesAt,
      })
      .execute()
  }
}

/** Brings the themes to this list: known ids are changed, others made, missing ones dropped. Refuses `theme-in-use`. */
export async function saveThemes(
  trx: Transaction<Database>,
  processId: string,
  themes: readonly { readonly id: string; readonly name: string; readonly color: string }[],
): Promise<void> {
  const kept = new Set(themes.map((theme) => theme.id))
  const existing = await listThemes(trx, processId)
  for (const theme of existing.filter(({ id }) => !kept.has(id))) {
    if (await isPlaceUsed(trx, 'theme_id', theme.id)) throw new AppError('theme-in-use', { name: theme.name })
    await trx.deleteFrom('theme').where('id', '=', theme.id).execute()
  }
  const known = new Set(existing.map((theme) => theme.id))
  for (const [position, theme] of themes.entries()) {
    if (known.has(theme.id)) {
      await trx
        .updateTable('theme')
        .set({ name: theme.name, color: theme.color, position })
        .where('id', '=', theme.id)
        .execute()
    } else {
      await trx
        .insertInto('theme')
        .values({ ...theme, process_id: processId, position })
        .execute()
    }
  }
}

/** Adopts a version of the rules. */
export async function insertRulebook(
  trx: Transaction<Database>,
  rulebook: {
    id: string
    processId: string
    number: number
    text: string
    criteria: Rulebook['criteria']
    adoptedAt: string
  },
): Promise<void> {
  await trx
    .insertInto('rulebook')
    .values({
      id: rulebook.id,
      process_id: rulebook.processId,
      number: rulebook.number,
      text: rulebook.text,
      criteria: JSON.stringify(rulebook.criteria),
      adopted_at: rulebook.adoptedAt,
    })
    .execute()
}
