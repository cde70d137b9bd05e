import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blurPixels, insidePicture, type Pixels } from '../../../../shared/domain/pictures/blur.ts'

function picture(width: number, height: number, colourAt: (x: number, y: number) => number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.fill(colourAt(x, y), (y * width + x) * 4, (y * width + x) * 4 + 4)
  return { width, height, data }
}

const at = ({ data, width }: Pixels, x: number, y: number) => data[(y * width + x) * 4]

describe('blurring a part of a picture', () => {
  it('leaves nothing of a fine drawing, and every pixel outside as it was', () => {
    const before = picture(40, 40, (x, y) => ((x + y) % 2 === 0 ? 0 : 255))
    const after = picture(40, 40, (x, y) => ((x + y) % 2 === 0 ? 0 : 255))
    blurPixels(after, [{ x: 8, y: 8, width: 16, height: 16 }])
    for (let y = 0; y < 40; y++)
      for (let x = 0; x < 40; x++) {
        const inside = x >= 8 && x < 24 && y >= 8 && y < 24
        expect(at(after, x, y)).toBe(inside ? 128 : at(before, x, y))
      }
  })

  it('gives the same for all pictures whose patches have the same mean colours', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 64, maxLength: 64 }), (colours) => {
        const one = picture(8, 8, (x, y) => colours[y * 8 + x] ?? 0)
        // Each patch of 2 × 2 turned upside down: another drawing of the same means.
        const other = picture(8, 8, (x, y) => colours[(y ^ 1) * 8 + (x ^ 1)] ?? 0)
        const whole = [{ x: 0, y: 0, width: 8, height: 8 }]
        blurPixels(one, whole)
        blurPixels(other, whole)
        expect([...one.data]).toEqual([...other.data])
      }),
    )
  })

  it.each([
    [
      { x: -10, y: 5.4, width: 20, height: 2 },
      { x: 0, y: 5, width: 10, height: 3 },
    ],
    [
      { x: 95, y: 95, width: 50, height: 50 },
      { x: 95, y: 95, width: 5, height: 5 },
    ],
    [{ x: 200, y: 0, width: 10, height: 10 }, undefined],
  ])('cuts %j to the picture', (rectangle, inside) => {
    expect(insidePicture(rectangle, { width: 100, height: 100 })).toEqual(inside)
  })
})
