import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlanePoint, pointsInLoop, simplifyLine } from '../../../../shared/domain/geo/lasso.ts'

const coordinate = fc.double({ min: -1, max: 1, noNaN: true })
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 })

function columns(all: readonly PlanePoint[]) {
  return {
    longitudes: Float64Array.from(all, ([x]) => x),
    latitudes: Float64Array.from(all, ([, y]) => y),
  }
}

describe('the lasso', () => {
  it('takes what a rectangle holds and nothing else', () => {
    fc.assert(
      fc.property(points, (all) => {
        const loop: PlanePoint[] = [
          [-0.5, -0.25],
          [0.5, -0.25],
          [0.5, 0.75],
          [-0.5, 0.75],
        ]
        const onEdge = ([x, y]: PlanePoint): boolean => [-0.5, 0.5].includes(x) || [-0.25, 0.75].includes(y)
        const wanted = all.flatMap(([x, y], index) =>
          x > -0.5 && x < 0.5 && y > -0.25 && y < 0.75 ? [index] : [],
        )
        const found = pointsInLoop(columns(all), loop)
        expect(found.filter((index) => !onEdge(all[index] ?? [0, 0]))).toEqual(
          wanted.filter((index) => !onEdge(all[index] ?? [0, 0])),
        )
      }),
    )
  })

  it('takes the same whichever way round and wherever it was begun', () => {
    const corner = fc.integer({ min: -50, max: 50 })
    // No corner and no edge between whole numbers meets these points: on an edge either answer is right.
    const between = corner.map((value) => value + Math.SQRT1_2)
    const scattered = fc.array(fc.tuple(between, between), { minLength: 1, maxLength: 60 })
    const drawn = fc.array(fc.tuple(corner, corner), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(scattered, drawn, (all, loop) => {
        const found = pointsInLoop(columns(all), loop)
        expect(pointsInLoop(columns(all), [...loop].reverse())).toEqual(found)
        expect(pointsInLoop(columns(all), [...loop.slice(2), ...loop.slice(0, 2)])).toEqual(found)
      }),
    )
  })

  it('holds nothing in a line', () => {
    expect(
      pointsInLoop(columns([[0, 0]]), [
        [-1, 0],
        [1, 0],
      ]),
    ).toEqual([])
  })

  it('thins a stroke and stays within reach of every point of it', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (stroke, tolerance) => {
        const thin = simplifyLine(stroke, tolerance)
        expect(thin[0]).toEqual(stroke[0])
        expect(thin.at(-1)).toEqual(stroke.at(-1))
        for (const [x, y] of stroke) {
          const away = Math.min(
            ...thin.map(([x1, y1], index) => {
              const [x2, y2] = thin[index + 1] ?? [x1, y1]
              const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
              const along =
                length === 0
                  ? 0
                  : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
              return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))
            }),
          )
          expect(away).toBeLessThanOrEqual(tolerance + 1e-9)
        }
      }),
    )
  })
})
