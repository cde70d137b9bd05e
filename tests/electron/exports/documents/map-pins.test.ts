import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placePins } from '../../../../electron/exports/documents/map-pins.ts'

const frame = { width: 640, height: 640, radius: 10 }

describe('placePins', () => {
  it('leaves a lone pin on its place', () => {
    const [pin] = placePins([{ label: '1', place: { x: 200, y: 300 } }], frame)
    expect(Math.hypot((pin?.at.x ?? 0) - 200, (pin?.at.y ?? 0) - 300)).toBeLessThan(1)
  })

  it('keeps every number readable: no two overlap, none leaves the drawing', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 640 }), y: fc.integer({ min: 0, max: 640 }) })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const pins = placePins(
          places.map((at, index) => ({ label: String(index), place: at })),
          frame,
        )
        pins.forEach((pin, index) => {
          expect(pin.at.x).toBeGreaterThanOrEqual(10)
          expect(pin.at.x).toBeLessThanOrEqual(630)
          for (const other of pins.slice(index + 1)) {
            expect(Math.hypot(pin.at.x - other.at.x, pin.at.y - other.at.y)).toBeGreaterThan(18.5)
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  it('spreads forty projects of one address', () => {
    const pins = placePins(
      Array.from({ length: 40 }, (_, index) => ({ label: String(index), place: { x: 320, y: 320 } })),
      frame,
    )
    const distances = pins.flatMap((pin, index) =>
      pins.slice(index + 1).map((other) => Math.hypot(pin.at.x - other.at.x, pin.at.y - other.at.y)),
    )
    expect(Math.min(...distances)).toBeGreaterThan(18.5)
  })
})
