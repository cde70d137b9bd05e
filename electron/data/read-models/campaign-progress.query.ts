import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { depositsByDay } from '../../../shared/domain/dates/deposits-by-day.ts'
import { localDayOf, startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import { dueOn } from '../../../shared/domain/team/due-date.ts'
import { forecastOf, neededPerDay, paceOf } from '../../../shared/domain/team/pace.ts'
import type { CampaignProgress, PersonProgress } from '../../../shared/read-models/team.ts'
import type { Database } from '../database.ts'
import { listPeople } from '../people/person.repository.ts'
import { listPhases } from '../processes/process.repository.ts'
import { deadlineRuleOf } from '../team/team-setting.repository.ts'
import { reviewCounts } from './review.query.ts'
import { countedDecisions } from './team-filter.query.ts'
import { type OpenLoad, openByAssignee } from './team-overview.query.ts'

/** Decisions by UTC hour (`YYYY-MM-DDTHH`) and person: few rows, whatever the number of decisions. */
async function decisionsByHour(db: Kysely<Database>, processId: string) {
  return countedDecisions(db, processId)
    .select((eb) => [
      eb.fn<string>('substr', ['decision.decided_at', eb.lit(1), eb.lit(13)]).as('hour'),
      'decision.decided_by as person',
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy([sql`substr(decision.decided_at, 1, 13)`, 'decision.decided_by'])
    .execute()
}

async function secondOpinionsByPerson(
  db: Kysely<Database>,
  processId: string,
): Promise<ReadonlyMap<string | null, number>> {
  const rows = await db
    .selectFrom('proposed_decision')
    .where('process_id', '=', processId)
    .where('opinion', 'is not', null)
    .select((eb) => ['second_by', eb.fn.countAll<number>().as('count')])
    .groupBy('second_by')
    .execute()
  return new Map(rows.map((row) => [row.second_by, row.count]))
}

/** How far the moderation of a démarche is. `window`: working days that the pace looks back. */
export async function campaignProgress(
  db: Kysely<Database>,
  processId: string,
  setting: { readonly window: number; readonly now: string; readonly personId: string | null },
): Promise<CampaignProgress> {
  const { window, now } = setting
  const rule = await deadlineRuleOf(db, processId)
  const { timeZone } = rule
  const today = localDayOf(now, timeZone)
  const hours = await decisionsByHour(db, processId)
  const days = depositsByDay(hours, timeZone).map(({ on, count }) => ({ on, count }))
  const decidedToday = days.find(({ on }) => on === today)?.count ?? 0
  const loads = await openByAssignee(db, processId, now)
  const sum = (key: keyof OpenLoad): number => [...loads.values()].reduce((all, load) => all + load[key], 0)
  const remaining = sum('submitted')
  const opinions = await secondOpinionsByPerson(db, processId)
  const pace = paceOf(days, today, window)
  const phaseEndsOn = rule.admissibilityClosesAt === null ? null : dueOn(rule.admissibilityClosesAt, timeZone)
  const forecast =
    pace === undefined
      ? undefined
      : forecastOf(remaining, pace, { on: today, decided: decidedToday }, phaseEndsOn)
  const since = startOfLocalDay(today, timeZone).slice(0, 13)
  const total = (of: (hour: (typeof hours)[number]) => boolean): number =>
    hours.filter(of).reduce((sum, { count }) => sum + count, 0)
  const people = (await listPeople(db))
    .map(
      ({ id, name }): PersonProgress => ({
        personId: id,
        name,
        decisions: total(({ person }) => person === id),
        today: total(({ person, hour }) => person === id && hour >= since),
        secondOpinions: opinions.get(id) ?? 0,
        open: (loads.get(id)?.submitted ?? 0) + (loads.get(id)?.incomplete ?? 0),
      }),
    )
    .filter(({ decisions, secondOpinions, open }) => decisions + secondOpinions + open > 0)
    .sort((left, right) => right.decisions - left.decisions)
  const deposits = (await listPhases(db, processId)).find(({ kind }) => kind === 'submission')
  return {
    today,
    days,
    people,
    decisions: total(() => true),
    remaining,
    incomplete: sum('incomplete'),
    late: sum('late'),
    window,
    pace: pace ?? null,
    forecast: forecast ?? null,
    neededPerDay: phaseEndsOn === null ? null : (neededPerDay(remaining, today, phaseEndsOn) ?? null),
    phaseEndsOn,
    depositsOpen: deposits !== undefined && now < deposits.closesAt,
    reviews: await reviewCounts(db, processId, setting.personId),
  }
}
