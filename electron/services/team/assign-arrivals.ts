import { getTeamSettings, rememberTurn } from '../../data/team/team-setting.repository.ts'
import type { Change } from '../call.ts'
import { type OpenedDistributor, openDistributor } from './open-distributor.ts'

export interface Arriving {
  readonly id: string
  readonly district_id: string | null
  readonly theme_id: string | null
  readonly author_name: string | null
}

/** Gives out deposits as they come in, where the démarche asks for it. */
export interface Arrivals {
  /** Who takes this deposit; null: nobody, or the démarche gives nothing out by itself. */
  assigneeOf(submission: Arriving): string | null
  /** Remembers whose turn it is, and tells the journal how many went to whom. To call once, after the last deposit. */
  finish(process: { readonly id: string; readonly title: string }): Promise<void>
}

/** Opens the automatic distribution of a démarche within an act that brings deposits. */
export async function openArrivals(change: Change, processId: string): Promise<Arrivals> {
  const { automatic, rules } = await getTeamSettings(change.trx, processId)
  const opened: OpenedDistributor | undefined =
    automatic && rules.length > 0 ? await openDistributor(change.trx, processId, change.at) : undefined
  return {
    assigneeOf: ({ id, district_id, theme_id, author_name }) =>
      opened?.distributor.next({
        id,
        districtId: district_id,
        themeId: theme_id,
        authorName: author_name,
      }) ?? null,
    async finish(process) {
      if (opened === undefined || opened.distributor.given.size === 0) return
      const { distributor, settings, nameOf } = opened
      if (distributor.lastInTurnId !== settings.lastInTurnId)
        await rememberTurn(change.trx, processId, distributor.lastInTurnId)
      change.record({
        action: 'team.assign-arrivals',
        objectKind: 'process',
        objectId: process.id,
        objectLabel: process.title,
        processId: process.id,
        after: {
          shares: [...distributor.given].map(([personId, count]) => ({ person: nameOf(personId), count })),
        },
      })
    },
  }
}
