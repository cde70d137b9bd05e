import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceInMetres } from '../../../../shared/domain/geo/distance.ts'
import { placesNear, samePlaces, samePlaceWithin } from '../../../../shared/domain/similarity/same-place.ts'

const townHall = { latitude: 50.6905, longitude: 3.1744 }

describe('same places', () => {
  it('measure over the ground: Roubaix town hall to Lille-Flandres station is about 9.6 km', () => {
    const metres = distanceInMetres(townHall, { latitude: 50.6363, longitude: 3.0706 })
    expect(metres).toBeGreaterThan(9_400)
    expect(metres).toBeLessThan(9_800)
  })

  it('are within 150 m and on one subject', () => {
    const at = (slot: number, subject: string, north: number) => ({
      slot,
      subject,
      latitude: townHall.latitude + north / 111_195,
      longitude: townHall.longitude,
    })
    const pairs = samePlaces([at(0, 'trees', 0), at(1, 'trees', 80), at(2, 'trees', 240), at(3, 'roads', 10)])
    expect(pairs.count).toBe(1)
    expect(pairs.at(0)).toMatchObject({ left: 0, right: 1 })
    expect(Math.round(pairs.at(0).score)).toBe(80)
  })

  it('miss nobody who is near, wherever the cells of the grid end', () => {
    const point = fc.record({
      latitude: fc.double({ min: 48.85, max: 48.856, noNaN: true }),
      longitude: fc.double({ min: -0.004, max: 0.004, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 9 }), (points) => {
        const texts = points.map((place, slot) => ({ ...place, slot, subject: 'trees' }))
        const pairs = samePlaces(texts)
        let near = 0
        for (const [index, one] of points.entries())
          for (const other of points.slice(index + 1))
            if (distanceInMetres(one, other) <= samePlaceWithin) near++
        expect(pairs.count).toBe(near)
        expect(placesNear(texts, new Set(texts.keys())).count).toBe(near)
      }),
    )
  })

  it('stay readable when a hundred proposals stand on one spot', () => {
    const pairs = samePlaces(
      Array.from({ length: 100 }, (_, slot) => ({ ...townHall, slot, subject: 'trees' })),
    )
    expect(pairs.count).toBeLessThanOrEqual(1_200)
  })
})
