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
import { isLate } from './team-filter.query.ts'

/** Proposals that wait for a decision, and the late ones among them, by who has them; `null`: nobody. */
export async function openByAssignee(
  db: Kysely<Database>,
  processId: string,
  now: string,
): Promise<ReadonlyMap<string | null, { readonly open: number; readonly late: number }>> {
  const rule = await deadlineRuleOf(db, processId)
  const rows = await db
    .selectFrom('submission')
    .where('submission.process_id', '=', processId)
    .where('submission.stage', 'in', [...stageGroups.toModerate])
    .select((eb) => [
      'submission.assignee_id',
      eb.fn.countAll<number>().as('open'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(isLate(lateCondition(now, rule)))
            .then(eb.lit(1))
            .else(eb.lit(0))
            .end(),
        )
        .as('late'),
    ])
    .groupBy('submission.assignee_id')
    .execute()
  return new Map(rows.map((row) => [row.assignee_id, { open: row.open, late: Number(row.late) }]))
}

const nothing = { open: 0, late: 0 }

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
    ids.reduce((total, id) => total + (loads.get(id)?.[key] ?? 0), 0)
  return {
    people: people
      .filter(({ id, active, roles }) => loads.has(id) || (active && may(roles, 'moderate')))
      .map(({ id, name }) => {
        const away = absenceOn(absences, id, today)
        return {
          personId: id,
          name,
          ...(loads.get(id) ?? nothing),
          awayUntilOn: away?.untilOn ?? null,
          standInName: away?.standInName ?? null,
        }
      }),
    unassigned: loads.get(null) ?? nothing,
    mine: {
      open: sum(held, 'open'),
      late: sum(held, 'late'),
      standingInFor: held.filter((id) => id !== personId).map(nameOf),
    },
    late: sum([...loads.keys()], 'late'),
  }
}
