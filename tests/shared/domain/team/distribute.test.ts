import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createDistributor,
  type DistributionRule,
  type TeamState,
  type Unassigned,
} from '../../../../shared/domain/team/distribute.ts'

const people = ['lea', 'max', 'ines', 'noe'].map((id) => ({ id, name: `Agent ${id}` }))
const team: TeamState = { people, absences: [], on: '2026-03-04', open: new Map(), lastInTurnId: null }

function proposal(part: Partial<Unassigned> = {}): Unassigned {
  return { id: 'x', districtId: null, themeId: null, authorName: null, ...part }
}

function takers(
  rules: readonly DistributionRule[],
  proposals: readonly Unassigned[],
  state: Partial<TeamState> = {},
): readonly (string | null)[] {
  const distributor = createDistributor(rules, { ...team, ...state })
  return proposals.map((one) => distributor.next(one))
}

const many = (count: number): readonly Unassigned[] => Array.from({ length: count }, () => proposal())
const turn: DistributionRule = { kind: 'round-robin', personIds: ['lea', 'max', 'ines'] }
const byDistrict: DistributionRule = {
  kind: 'district',
  shares: [
    { placeId: 'pile', personIds: ['lea', 'max'] },
    { placeId: 'epeule', personIds: ['noe'] },
  ],
}
const byTheme: DistributionRule = {
  kind: 'theme',
  shares: [{ placeId: 'sport', personIds: ['max', 'ines'] }],
}

describe('the distribution', () => {
  it('goes round in turn, and takes up where it left', () => {
    expect(takers([turn], many(4))).toEqual(['lea', 'max', 'ines', 'lea'])
    expect(takers([turn], many(2), { lastInTurnId: 'max' })).toEqual(['ines', 'lea'])
  })

  it('gives to whoever has the fewest open', () => {
    const workload: DistributionRule = { kind: 'workload', personIds: ['lea', 'max'] }
    expect(takers([workload], many(4), { open: new Map([['lea', 2]]) })).toEqual(['max', 'max', 'lea', 'max'])
  })

  it('follows the rules in their order, each narrowing the one before', () => {
    const rules = [byDistrict, byTheme, turn]
    expect(
      takers(rules, [
        proposal({ districtId: 'pile', themeId: 'sport' }),
        proposal({ districtId: 'epeule', themeId: 'sport' }),
        proposal({ themeId: 'sport' }),
        proposal(),
      ]),
    ).toEqual(['max', 'noe', 'max', 'ines'])
    // The theme first, then the district.
    expect(takers([byTheme, byDistrict], [proposal({ districtId: 'epeule', themeId: 'sport' })])).toEqual([
      'max',
    ])
  })

  it('leaves a proposal that no rule knows to nobody', () => {
    expect(takers([byDistrict], [proposal()])).toEqual([null])
    expect(takers([], [proposal()])).toEqual([null])
  })

  it('gives nothing to who is away: the stand-in takes it, else the next rule', () => {
    const away = { fromOn: '2026-03-01', untilOn: '2026-03-09' }
    const withStandIn = [{ personId: 'noe', standInId: 'ines', ...away }]
    const alone = [{ personId: 'noe', standInId: null, ...away }]
    const there = proposal({ districtId: 'epeule' })
    expect(takers([byDistrict, turn], [there], { absences: withStandIn })).toEqual(['ines'])
    expect(takers([byDistrict, turn], [there], { absences: alone })).toEqual(['lea'])
    expect(takers([turn], many(3), { absences: [{ personId: 'max', standInId: null, ...away }] })).toEqual([
      'lea',
      'ines',
      'lea',
    ])
  })

  it('I8 gives nobody their own contribution', () => {
    expect(takers([turn], [proposal({ authorName: 'AGENT LÉA' }), proposal()])).toEqual(['max', 'ines'])
  })

  const kinds = fc.oneof(
    fc.record({
      kind: fc.constantFrom('district' as const, 'theme' as const),
      shares: fc.uniqueArray(
        fc.record({
          placeId: fc.constantFrom('p', 'q', 'r'),
          personIds: fc.uniqueArray(fc.constantFrom('lea', 'max', 'ines', 'noe')),
        }),
        { selector: ({ placeId }) => placeId },
      ),
    }),
    fc.record({
      kind: fc.constantFrom('round-robin' as const, 'workload' as const),
      personIds: fc.uniqueArray(fc.constantFrom('lea', 'max', 'ines', 'noe')),
    }),
  )
  const places = fc.constantFrom(null, 'p', 'q', 'r')
  const proposals = fc.array(
    fc.record({
      id: fc.uuid(),
      districtId: places,
      themeId: places,
      authorName: fc.constantFrom(null, 'Agent max', 'Zoé'),
    }),
    { maxLength: 40 },
  )
  const absences = fc.uniqueArray(
    fc.record({
      personId: fc.constantFrom('lea', 'max', 'ines', 'noe'),
      standInId: fc.option(fc.constantFrom('lea', 'max', 'ines', 'noe'), { nil: null }),
      fromOn: fc.constant('2026-03-01'),
      untilOn: fc.constant('2026-03-09'),
    }),
    { selector: ({ personId }) => personId },
  )

  it('whatever the rules, gives only to people who are there, never their own, and counts what it gave', () => {
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 4 }), proposals, absences, (rules, list, away) => {
        const state = { ...team, absences: away }
        const distributor = createDistributor(rules, state)
        const given = list.map((one) => distributor.next(one))
        for (const [index, taker] of given.entries()) {
          if (taker === null) continue
          expect(away.some(({ personId }) => personId === taker)).toBe(false)
          expect(list[index]?.authorName).not.toBe(`Agent ${taker}`)
        }
        const counted = new Map<string, number>()
        for (const taker of given) if (taker !== null) counted.set(taker, (counted.get(taker) ?? 0) + 1)
        expect(new Map(distributor.given)).toEqual(counted)
        const again = createDistributor(rules, state)
        expect(list.map((one) => again.next(one))).toEqual(given)
      }),
    )
  })

  it('in turn or by workload, gives everybody as many, give or take one', () => {
    fc.assert(
      fc.property(fc.constantFrom('round-robin' as const, 'workload' as const), fc.nat(60), (kind, count) => {
        const personIds = people.map(({ id }) => id)
        const { given, next } = createDistributor([{ kind, personIds }], team)
        for (const one of many(count)) next(one)
        const counts = personIds.map((id) => given.get(id) ?? 0)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count)
      }),
    )
  })
})
