import type { Kysely } from 'kysely'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { may } from '../../../shared/domain/people/permissions.ts'
import { createDistributor, type Distributor } from '../../../shared/domain/team/distribute.ts'
import type { TeamSettings } from '../../../shared/read-models/team.ts'
import type { Database } from '../../data/database.ts'
import { listPeople } from '../../data/people/person.repository.ts'
import { openByAssignee } from '../../data/read-models/team-overview.query.ts'
import { listAbsences } from '../../data/team/absence.repository.ts'
import { deadlineRuleOf, getTeamSettings } from '../../data/team/team-setting.repository.ts'

export interface OpenedDistributor {
  readonly settings: TeamSettings & { readonly lastInTurnId: string | null }
  readonly distributor: Distributor
  /** Open proposals of each person before anything is given. */
  readonly openBefore: ReadonlyMap<string, number>
  nameOf(personId: string): string
}

/** The rules of a démarche with its team as it is now, ready to hand out proposals. */
export async function openDistributor(
  db: Kysely<Database>,
  processId: string,
  now: string,
): Promise<OpenedDistributor> {
  const settings = await getTeamSettings(db, processId)
  const { timeZone } = await deadlineRuleOf(db, processId)
  const on = localDayOf(now, timeZone)
  const people = (await listPeople(db)).filter(({ active, roles }) => active && may(roles, 'moderate'))
  const loads = await openByAssignee(db, processId, now)
  const openBefore = new Map(
    people.map(({ id }) => {
      const load = loads.get(id)
      return [id, load === undefined ? 0 : load.submitted + load.incomplete]
    }),
  )
  const distributor = createDistributor(settings.rules, {
    people,
    absences: await listAbsences(db, on),
    on,
    open: openBefore,
    lastInTurnId: settings.lastInTurnId,
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return { settings, distributor, openBefore, nameOf: (id) => names.get(id) ?? '' }
}
