import { describe, expect, it } from 'vitest'
import { fitProjection, outlinePath } from '../../../renderer/components/map-projection.ts'
import type { MultiPolygonCoordinates } from '../../../shared/read-models/process.ts'

const square: MultiPolygonCoordinates = [
  [
    [
      [3.16, 50.68],
      [3.18, 50.68],
      [3.18, 50.7],
      [3.16, 50.7],
      [3.16, 50.68],
    ],
  ],
]

describe('the map', () => {
  it('keeps every point inside the drawing, north up', () => {
    const projection = fitProjection([square], 400)
    if (projection === undefined) throw new Error('no projection')
    const [left, bottom] = projection.place(3.16, 50.68)
    const [right, top] = projection.place(3.18, 50.7)
    expect(left).toBeGreaterThanOrEqual(8)
    expect(right).toBeLessThanOrEqual(392.001)
    expect(top).toBeLessThan(bottom)
    expect(bottom).toBeLessThanOrEqual(projection.height)
    expect(outlinePath(square, projection)).toMatch(/^M[\d. L]+Z$/)
  })

  it('finds the place again that a point of the drawing stands for', () => {
    const projection = fitProjection([square], 400)
    if (projection === undefined) throw new Error('no projection')
    const [longitude, latitude] = projection.locate(...projection.place(3.1712, 50.6934))
    expect(longitude).toBeCloseTo(3.1712, 9)
    expect(latitude).toBeCloseTo(50.6934, 9)
  })

  it('draws nothing without outlines', () => {
    expect(fitProjection([], 400)).toBeUndefined()
  })
})
