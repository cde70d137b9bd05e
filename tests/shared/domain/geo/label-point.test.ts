import { expect, it } from 'vitest'
import { labelPoint } from '../../../../shared/domain/geo/label-point.ts'
import { isInside } from '../../../../shared/domain/geo/point-in-polygon.ts'
import type { MultiPolygonCoordinates } from '../../../../shared/read-models/process.ts'

it('stands in the middle of a square', () => {
  const [x, y] =
    labelPoint([
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
          [0, 0],
        ],
      ],
    ]) ?? []
  expect([x, y]).toEqual([1, 1])
})

it('stands inside a crescent, whose middle is outside, and in the larger of two parts', () => {
  const crescent: MultiPolygonCoordinates[number] = [
    [
      [0, 0],
      [4, 0],
      [4, 1],
      [1, 1],
      [1, 3],
      [4, 3],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ]
  const [x = Number.NaN, y = Number.NaN] =
    labelPoint([
      [
        [
          [9, 9],
          [9.1, 9],
          [9.1, 9.1],
          [9, 9],
        ],
      ],
      crescent,
    ]) ?? []
  expect(isInside(x, y, [crescent])).toBe(true)
})

it('has no place without a surface', () => {
  expect(labelPoint([])).toBeUndefined()
})
