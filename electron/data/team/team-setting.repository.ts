import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import {
  type SecondOpinionRule,
  secondOpinionRules,
} from '../../../shared/domain/moderation/second-opinion.ts'
import type { DeadlineRule } from '../../../shared/domain/team/due-date.ts'
import type { TeamSettings } from '../../../shared/read-models/team.ts'
import type { Database } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'
import { readJson } from '../json-column.ts'

const people = z.array(z.string())
const rulesSchema = z.array(
  z.union([
    z.object({
      kind: z.enum(['district', 'theme']),
      shares: z.array(z.object({ placeId: z.string(), personIds: people })),
    }),
    z.object({ kind: z.enum(['round-robin', 'workload']), personIds: people }),
  ]),
)

/** Rules of the distribution, from their column. */
export function readRules(text: string): TeamSettings['rules'] {
  return readJson(rulesSchema, text)
}

const unset: TeamSettings = {
  secondOpinion: 'none',
  decisionDays: null,
  automatic: false,
  rules: [],
  version: 0,
}

/** How the officers of a démarche share the work, and who was the last to be given a proposal in turn. */
export async function getTeamSettings(
  db: Kysely<Database>,
  processId: string,
): Promise<TeamSettings & { readonly lastInTurnId: string | null }> {
  const row = await db
    .selectFrom('team_setting')
    .selectAll()
    .where('process_id', '=', processId)
    .executeTakeFirst()
  if (row === undefined) return { ...unset, lastInTurnId: null }
  return {
    secondOpinion: z.enum(secondOpinionRules).parse(row.second_opinion),
    decisionDays: row.decision_days,
    automatic: row.automatic === 1,
    rules: readRules(row.rules),
    version: row.version,
    lastInTurnId: row.last_in_turn_id,
  }
}

/** Writes the settings that are still at `version` (0: none yet). Refuses `changed-meanwhile`. */
export async function putTeamSettings(
  trx: Transaction<Database>,
  processId: string,
  settings: TeamSettings,
): Promise<void> {
  const columns = {
    second_opinion: settings.secondOpinion,
    decision_days: settings.decisionDays,
    automatic: settings.automatic ? 1 : 0,
    rules: JSON.stringify(settings.rules),
  }
  if (settings.version === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('team_setting')
      .values({ process_id: processId, ...columns, last_in_turn_id: null })
      .onConflict((conflict) => conflict.column('process_id').doNothing())
      .executeTakeFirstOrThrow()
    expectOneRow({ numUpdatedRows: numInsertedOrUpdatedRows ?? 0n })
    return
  }
  expectOneRow(
    await trx
      .updateTable('team_setting')
      .set({ ...columns, version: settings.version + 1 })
      .where('process_id', '=', processId)
      .where('version', '=', settings.version)
      .executeTakeFirst(),
  )
}

/** Remembers who was the last to be given a proposal in turn; it is no setting and changes no version. */
export async function rememberTurn(
  trx: Transaction<Database>,
  processId: string,
  personId: string | null,
): Promise<void> {
  await trx
    .updateTable('team_setting')
    .set({ last_in_turn_id: personId })
    .where('process_id', '=', processId)
    .execute()
}

/** When a second officer is asked, per démarche; those without settings ask for none. */
export async function secondOpinionRulesOf(
  db: Kysely<Database>,
  processIds: readonly string[],
): Promise<ReadonlyMap<string, SecondOpinionRule>> {
  if (processIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('team_setting')
    .select(['process_id', 'second_opinion'])
    .where('process_id', 'in', [...processIds])
    .execute()
  return new Map(rows.map((row) => [row.process_id, z.enum(secondOpinionRules).parse(row.second_opinion)]))
}

/** What decides when a decision of this démarche is late. */
export async function deadlineRuleOf(db: Kysely<Database>, processId: string): Promise<DeadlineRule> {
  const row = await db
    .selectFrom('process')
    .leftJoin('team_setting', 'team_setting.process_id', 'process.id')
    .leftJoin('phase', (join) =>
      join.onRef('phase.process_id', '=', 'process.id').on('phase.kind', '=', 'admissibility'),
    )
    .where('process.id', '=', processId)
    .select(['process.time_zone', 'team_setting.decision_days', 'phase.closes_at'])
    .executeTakeFirst()
  return {
    decisionDays: row?.decision_days ?? null,
    admissibilityClosesAt: row?.closes_at ?? null,
    timeZone: row?.time_zone ?? 'Europe/Paris',
  }
}
