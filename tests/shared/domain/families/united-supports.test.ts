import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uniteSupports } from '../../../../shared/domain/families/united-supports.ts'

describe('united supports', () => {
  it('count a known person once, wherever they signed', () => {
    const proposals = [
      { count: 3, known: new Set(['anne', 'boris', 'chloé']) },
      { count: 2, known: new Set(['anne', 'david']) },
    ]
    expect(uniteSupports(proposals)).toEqual({ atLeast: 4, atMost: 4 })
  })

  it('never give a sum for a fact: of 34 and 17 unknown people, 34 at least, 51 at most', () => {
    const nobody = new Set<string>()
    expect(
      uniteSupports([
        { count: 34, known: nobody },
        { count: 17, known: nobody },
      ]),
    ).toEqual({ atLeast: 34, atMost: 51 })
  })

  it('take a list that is longer than the count', () => {
    expect(uniteSupports([{ count: 0, known: new Set(['anne', 'boris']) }])).toEqual({
      atLeast: 2,
      atMost: 2,
    })
  })

  it('hold the true number between the bounds, whoever is known, and reach both', () => {
    const people = fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 10 })
    const proposal = people.chain((signed) =>
      fc.record({ signed: fc.constant(signed), known: fc.subarray([...signed]) }),
    )
    fc.assert(
      fc.property(fc.array(proposal, { minLength: 1, maxLength: 5 }), (proposals) => {
        const { atLeast, atMost } = uniteSupports(
          proposals.map(({ signed, known }) => ({ count: signed.length, known: new Set(known.map(String)) })),
        )
        const truth = new Set(proposals.flatMap(({ signed }) => signed)).size
        expect(atLeast).toBeLessThanOrEqual(truth)
        expect(truth).toBeLessThanOrEqual(atMost)
        expect(atMost).toBeLessThanOrEqual(proposals.reduce((sum, { signed }) => sum + signed.length, 0))
        expect(atLeast).toBeGreaterThanOrEqual(Math.max(...proposals.map(({ signed }) => signed.length)))
        if (proposals.every(({ signed, known }) => signed.length === known.length))
          expect(atLeast).toBe(atMost)
      }),
    )
  })
})
