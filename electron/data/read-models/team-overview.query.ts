import type { Kysely } from 'kysely'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { may } from '../../../shared/domain/people/permissions.ts'
import { absenceOn, heldBy } from '../../../shared/domain/team/absence.ts'
import { lateCondition } from '../../../shared/domain/team/due-date.ts'
import type { TeamOverview } from '../../../shared/read-models/team.ts'
import type { Database } from '../database.ts'
import { listPeople } from '../people/person.repository.ts'
import { listAbsences } from '../team/absence.repository.ts'
import { deadlineRuleOf } from '../team/team-setting.repository.ts'

/** Proposals of one person that wait: for a decision, for their proposer, and the late ones among both. */
export interface OpenLoad {
  readonly submitted: number
  readonly incomplete: number
  readonly late: number
}

/**
 * What waits, by who has it; `null`: nobody. Counted from the index of the queue alone; only completions past their day,
 * which are few, are looked up besides.
 */
export async function openByAssignee(
  db: Kysely<Database>,
  processId: string,
  now: string,
): Promise<ReadonlyMap<string | null, OpenLoad>> {
  const { everything, submittedBefore, awaitedBeforeOn } = lateCondition(
    now,
    await deadlineRuleOf(db, processId),
  )
  const rows = await db
    .selectFrom('submission')
    .where('process_id', '=', processId)
    .where('stage', 'in', [...stageGroups.toModerate])
    .select((eb) => [
      'assignee_id',
      'stage',
      eb.fn.countAll<number>().as('count'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when('submitted_at', '<', submittedBefore ?? '')
            .then(eb.lit(1))
            .else(eb.lit(0))
            .end(),
        )
        .as('early'),
    ])
    .groupBy(['assignee_id', 'stage'])
    .execute()
  const awaited = everything
    ? []
    : await db
        .selectFrom('submission')
        .where('process_id', '=', processId)
        .where('stage', '=', 'incomplete')
        .where('reply_by_on', '<', awaitedBeforeOn)
        .select((eb) => ['assignee_id', eb.fn.countAll<number>().as('count')])
        .groupBy('assignee_id')
        .execute()
  const loads = new Map<string | null, OpenLoad>()
  for (const { assignee_id: id, stage, count, early } of rows) {
    const load = loads.get(id) ?? { submitted: 0, incomplete: 0, late: 0 }
    const submitted = stage === 'submitted'
    const late = everything ? count : submitted ? Number(early) : 0
    loads.set(id, {
      submitted: load.submitted + (submitted ? count : 0),
      incomplete: load.incomplete + (submitted ? 0 : count),
      late: load.late + late,
    })
  }
  for (const { assignee_id: id, count } of awaited) {
    const load = loads.get(id)
    if (load !== undefined) loads.set(id, { ...load, late: load.late + count })
  }
  return loads
}

/** Open and late, as the overview tells them. */
function told(load: OpenLoad | undefined): { readonly open: number; readonly late: number } {
  return load === undefined
    ? { open: 0, late: 0 }
    : { open: load.submitted + load.incomplete, late: load.late }
}

/** Who has what, and what is late. People who may moderate are listed even with nothing open. */
export async function teamOverview(
  db: Kysely<Database>,
  processId: string,
  personId: string | null,
  now: string,
): Promise<TeamOverview> {
  const { timeZone } = await deadlineRuleOf(db, processId)
  const today = localDayOf(now, timeZone)
  const loads = await openByAssignee(db, processId, now)
  const absences = await listAbsences(db, today)
  const people = await listPeople(db)
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? ''
  const held = personId === null ? [] : heldBy(absences, personId, today)
  const sum = (ids: readonly (string | null)[], key: 'open' | 'late'): number =>
    ids.reduce((total, id) => total + told(loads.get(id))[key], 0)
  return {
    people: people
      .filter(({ id, active, roles }) => loads.has(id) || (active && may(roles, 'moderate')))
      .map(({ id, name }) => {
        const away = absenceOn(absences, id, today)
        return {
          personId: id,
          name,
          ...told(loads.get(id)),
          awayUntilOn: away?.untilOn ?? null,
          standInName: away?.standInName ?? null,
        }
      }),
    unassigned: told(loads.get(null)),
    mine: {
      open: sum(held, 'open'),
      late: sum(held, 'late'),
      standingInFor: held.filter((id) => id !== personId).map(nameOf),
    },
    late: sum([...loads.keys()], 'late'),
  }
}
