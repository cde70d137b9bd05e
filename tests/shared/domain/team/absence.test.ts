import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldBy, holderOn, overlaps } from '../../../../shared/domain/team/absence.ts'

const away = (personId: string, standInId: string | null, fromOn = '2026-03-02', untilOn = '2026-03-06') => ({
  personId,
  standInId,
  fromOn,
  untilOn,
})

describe('an absence', () => {
  it('hands the work to the stand-in, and back on the day after', () => {
    const absences = [away('lea', 'max')]
    expect(
      ['2026-03-01', '2026-03-02', '2026-03-06', '2026-03-07'].map((on) => holderOn(absences, 'lea', on)),
    ).toEqual(['lea', 'max', 'max', 'lea'])
    expect(heldBy(absences, 'max', '2026-03-04')).toEqual(['max', 'lea'])
    expect(heldBy(absences, 'max', '2026-03-07')).toEqual(['max'])
  })

  it('follows the stand-ins of stand-ins, and finds nobody where they stand in for each other', () => {
    const chain = [away('lea', 'max'), away('max', 'ines')]
    expect(holderOn(chain, 'lea', '2026-03-03')).toBe('ines')
    expect([...heldBy(chain, 'ines', '2026-03-03')].sort()).toEqual(['ines', 'lea', 'max'])
    expect(holderOn([away('lea', 'max'), away('max', 'lea')], 'lea', '2026-03-03')).toBeNull()
    expect(holderOn([away('lea', null)], 'lea', '2026-03-03')).toBeNull()
  })

  it('knows two that share a day', () => {
    const first = away('lea', null)
    expect(overlaps(first, away('lea', null, '2026-03-06', '2026-03-09'))).toBe(true)
    expect(overlaps(first, away('lea', null, '2026-03-07', '2026-03-09'))).toBe(false)
  })

  it('gives the work of everybody to one person at most, who is there', () => {
    const people = ['a', 'b', 'c', 'd']
    const absence = fc.record({
      personId: fc.constantFrom(...people),
      standInId: fc.option(fc.constantFrom(...people), { nil: null }),
      fromOn: fc.constant('2026-03-01'),
      untilOn: fc.constantFrom('2026-03-01', '2026-03-09'),
    })
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 4 }), (absences) => {
        const unique = [...new Map(absences.map((one) => [one.personId, one])).values()]
        const on = '2026-03-05'
        for (const person of people) {
          const holders = people.filter(
            (other) => holderOn(unique, other, on) !== null && heldBy(unique, other, on).includes(person),
          )
          const holder = holderOn(unique, person, on)
          const there = holders.filter((other) => holderOn(unique, other, on) === other)
          expect(there).toEqual(holder === null ? [] : [holder])
        }
      }),
    )
  })
})
