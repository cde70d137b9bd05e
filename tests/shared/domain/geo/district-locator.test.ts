import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createDistrictLocator,
  metresPerDegree,
  placeState,
} from '../../../../shared/domain/geo/district-locator.ts'
import type { MultiPolygonCoordinates } from '../../../../shared/read-models/process.ts'

type Point = readonly [number, number]

function square([west, south]: Point, size: number): MultiPolygonCoordinates {
  return [
    [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  ]
}

const side = 0.01
/** Nine districts, edge to edge, as a town is cut. */
const paving = Array.from({ length: 9 }, (_, index) => ({
  id: `d${index}`,
  polygon: square([3.1 + (index % 3) * side, 50.6 + Math.floor(index / 3) * side], side),
}))
const { locate } = createDistrictLocator(paving)
const [west, south] = [3.1, 50.6]
const metre = 1 / metresPerDegree

describe('districts by points', () => {
  it('finds the one district around a point that is on no edge', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (index, x, y) => {
          const longitude = west + ((index % 3) + x) * side
          const latitude = south + (Math.floor(index / 3) + y) * side
          expect(locate(longitude, latitude)).toEqual({ kind: 'inside', districtId: `d${index}` })
        },
      ),
    )
  })

  it('never chooses between two districts that share the edge under a point', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.boolean(), (along, upright) => {
        const [x, y] = upright ? [1, along] : [along, 1]
        const located = locate(west + x * side, south + y * side)
        expect(located.kind).toBe('border')
        const ids = located.kind === 'border' ? [...located.districtIds].sort() : []
        expect(ids).toEqual(upright ? ['d0', 'd1'] : ['d0', 'd3'])
      }),
    )
  })

  it('names all four districts of a corner', () => {
    const located = locate(west + side, south + side)
    expect(located).toMatchObject({ kind: 'border' })
    expect(located.kind === 'border' && [...located.districtIds].sort()).toEqual(['d0', 'd1', 'd3', 'd4'])
  })

  it('is sure two metres from an edge, and not half a metre from it', () => {
    expect(locate(west + 0.5 * side, south + side - 2 * metre)).toEqual({ kind: 'inside', districtId: 'd0' })
    expect(locate(west + 0.5 * side, south + side - 0.5 * metre).kind).toBe('border')
    expect(locate(west + 0.5 * side, south + side + 0.5 * metre).kind).toBe('border')
  })

  it('gives a point on the outer edge, or in a crack of half a metre, to the district that is there', () => {
    expect(locate(west + 0.5 * side, south)).toEqual({ kind: 'inside', districtId: 'd0' })
    expect(locate(west + 0.5 * side, south - 0.5 * metre)).toEqual({ kind: 'inside', districtId: 'd0' })
    expect(locate(west + 0.5 * side, south - 3 * metre)).toEqual({ kind: 'outside' })
  })

  it('does not choose where two districts overlap, and knows nothing without shapes', () => {
    const overlapping = createDistrictLocator([
      { id: 'a', polygon: square([3.1, 50.6], 0.02) },
      { id: 'b', polygon: square([3.11, 50.61], 0.02) },
      { id: 'c', polygon: null },
    ])
    expect(overlapping.locate(3.115, 50.615)).toEqual({ kind: 'border', districtIds: ['a', 'b'] })
    expect(createDistrictLocator([{ id: 'c', polygon: null }]).locate(3.1, 50.6)).toEqual({ kind: 'unknown' })
  })

  it('says how a chosen district and a point agree', () => {
    const inside = { kind: 'inside', districtId: 'a' } as const
    const border = { kind: 'border', districtIds: ['a', 'b'] } as const
    expect(placeState(undefined, 'a', null)).toBe('no-point')
    expect(placeState(inside, null, null)).toBe('no-district')
    expect(placeState(inside, 'a', 'hand')).toBe('agrees')
    expect(placeState(inside, 'b', null)).toBe('differs')
    expect(placeState(inside, 'b', 'hand')).toBe('differs')
    expect(placeState(inside, 'b', 'kept')).toBe('agrees')
    expect(placeState(border, 'b', null)).toBe('agrees')
    expect(placeState(border, 'c', null)).toBe('differs')
    expect(placeState(border, null, null)).toBe('border')
    expect(placeState({ kind: 'outside' }, 'a', null)).toBe('differs')
    expect(placeState({ kind: 'outside' }, null, null)).toBe('outside')
    expect(placeState({ kind: 'unknown' }, 'a', null)).toBe('unknown')
  })
})
