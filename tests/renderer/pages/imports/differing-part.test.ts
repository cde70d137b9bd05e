import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differingParts } from '../../../../renderer/pages/imports/differing-part.ts'

describe('differingParts', () => {
  it('keeps what two texts share at both ends apart from what differs, at whole words', () => {
    expect(
      differingParts('Un jardin avec des bacs, rue Pierre', 'Un jardin avec des bancs, rue Pierre'),
    ).toEqual([
      { head: 'Un jardin avec des ', part: 'bacs,', tail: ' rue Pierre' },
      { head: 'Un jardin avec des ', part: 'bancs,', tail: ' rue Pierre' },
    ])
  })

  it('tells an addition and a removal', () => {
    const [before, after] = differingParts('Un banc', 'Un grand banc')
    expect([before.part, after.part.trim()]).toEqual(['', 'grand'])
  })

  it('loses no character of either text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const [left, right] = differingParts(before, after)
        expect(left.head + left.part + left.tail).toBe(before)
        expect(right.head + right.part + right.tail).toBe(after)
        expect([left.head, left.tail]).toEqual([right.head, right.tail])
      }),
    )
  })
})
