import { isOwnContribution } from '../moderation/own-contribution.ts'
import { type AbsencePeriod, holderOn } from './absence.ts'

/** Who takes what lies in one place. */
export interface PlaceShare {
  readonly placeId: string
  readonly personIds: readonly string[]
}

/**
 * One rule of the distribution. `district` and `theme` say who may take a proposal; `round-robin` and `workload` choose
 * one among those left, or among their own people when no rule before named any.
 */
export type DistributionRule =
  | { readonly kind: 'district' | 'theme'; readonly shares: readonly PlaceShare[] }
  | { readonly kind: 'round-robin' | 'workload'; readonly personIds: readonly string[] }

export const distributionRuleKinds = ['district', 'theme', 'round-robin', 'workload'] as const
export type DistributionRuleKind = (typeof distributionRuleKinds)[number]

/** A proposal that nobody has taken. */
export interface Unassigned {
  readonly id: string
  readonly districtId: string | null
  readonly themeId: string | null
  readonly authorName: string | null
}

/** What the distribution knows of the team at its start. */
export interface TeamState {
  /** Those who may be given work. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly absences: readonly AbsencePeriod[]
  /** Local day. */
  readonly on: string
  /** Open proposals of each person; absent: none. */
  readonly open: ReadonlyMap<string, number>
  /** Who was the last to be given one in turn. */
  readonly lastInTurnId: string | null
}

/** Hands out proposals one by one, and remembers what it has given to whom. */
export interface Distributor {
  /** The person who takes it, null when no rule names anybody who is there. */
  next(submission: Unassigned): string | null
  readonly lastInTurnId: string | null
  /** How many each person was given by it. */
  readonly given: ReadonlyMap<string, number>
}

/**
 * Makes a distributor for rules in their order of precedence. Each rule narrows those whom the rules before named,
 * unless that would leave nobody; where several remain at the end, the one with the fewest open takes it. Who is away
 * is replaced by their stand-in or left out, and nobody is given their own contribution (I8). The same proposals in the
 * same order always go to the same people.
 */
export function createDistributor(rules: readonly DistributionRule[], team: TeamState): Distributor {
  const names = new Map(team.people.map(({ id, name }) => [id, name]))
  const given = new Map<string, number>()
  const load = (id: string): number => (team.open.get(id) ?? 0) + (given.get(id) ?? 0)
  let lastInTurnId = team.lastInTurnId

  const present = new Map<string, string | null>()
  function presentFor(id: string): string | null {
    const known = present.get(id)
    if (known !== undefined) return known
    const holder = holderOn(team.absences, id, team.on)
    const found = holder !== null && names.has(holder) ? holder : null
    present.set(id, found)
    return found
  }

  function candidates(ids: readonly string[], submission: Unassigned): readonly string[] {
    const found = new Set<string>()
    for (const id of ids) {
      const holder = presentFor(id)
      if (holder !== null && !isOwnContribution(submission.authorName, names.get(holder) ?? ''))
        found.add(holder)
    }
    return [...found]
  }

  function fewestOpen(ids: readonly string[]): string | null {
    let best: string | null = null
    for (const id of ids) if (best === null || load(id) < load(best)) best = id
    return best
  }

  /** The one after the last in the order of the rule's people; stand-ins take the place of whom they replace. */
  function inTurn(pool: readonly string[], order: readonly string[]): string | null {
    const turn = order.length === 0 ? pool : [...new Set(order.map((id) => presentFor(id) ?? id))]
    const ranked = [...pool].sort((left, right) => place(turn, left) - place(turn, right))
    const after = lastInTurnId === null ? -1 : turn.indexOf(lastInTurnId)
    return ranked.find((id) => place(turn, id) > after) ?? ranked[0] ?? null
  }

  function chosen(submission: Unassigned): string | null {
    let pool: readonly string[] = []
    for (const rule of rules) {
      if ('shares' in rule) {
        const placeId = rule.kind === 'district' ? submission.districtId : submission.themeId
        const share = placeId === null ? undefined : rule.shares.find((one) => one.placeId === placeId)
        const named = candidates(share?.personIds ?? [], submission)
        const both = pool.filter((id) => named.includes(id))
        if (pool.length === 0) pool = named
        else if (both.length > 0) pool = both
      } else {
        const own = candidates(rule.personIds, submission)
        const among = pool.length > 0 ? pool : own
        if (among.length === 0) continue
        // Where only one may take it, nobody's turn is used up.
        if (rule.kind === 'workload' || among.length === 1) return fewestOpen(among)
        const taker = inTurn(among, rule.personIds)
        if (taker !== null) lastInTurnId = taker
        return taker
      }
    }
    return fewestOpen(pool)
  }

  return {
    next(submission) {
      const taker = chosen(submission)
      if (taker !== null) given.set(taker, (given.get(taker) ?? 0) + 1)
      return taker
    },
    get lastInTurnId() {
      return lastInTurnId
    },
    given,
  }
}

/** Where somebody stands in the turn; those who are not in it come last, in the order they have. */
function place(turn: readonly string[], id: string): number {
  const found = turn.indexOf(id)
  return found === -1 ? turn.length : found
}
