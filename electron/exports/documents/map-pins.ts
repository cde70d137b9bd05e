import type { Point } from './district-labels.ts'

/** A numbered pin: where the place is, and where its number is drawn so that it can be read. */
export interface PlacedPin {
  readonly label: string
  readonly place: Point
  readonly at: Point
}

interface PinFrame {
  readonly width: number
  readonly height: number
  readonly radius: number
}

/**
 * Moves pins apart until no two numbers overlap, each staying as near to its place as it can. The same input always
 * gives the same drawing: pins on one spot leave it in directions given by their order.
 */
export function placePins(
  pins: readonly { readonly label: string; readonly place: Point }[],
  { width, height, radius }: PinFrame,
): readonly PlacedPin[] {
  const gap = radius * 2 + 1.5
  const positions = pins.map(({ place }, index) => {
    // The golden angle spreads any number of pins that share one address evenly around it.
    const angle = index * 2.399963
    return { x: place.x + Math.cos(angle) * 0.5, y: place.y + Math.sin(angle) * 0.5 }
  })
  const rounds = 400
  for (let round = 0; round < rounds; round += 1) {
    let moved = false
    // Springs pull towards the place at first and let go at the end, when only the overlaps still count.
    const spring = round < rounds * 0.6 ? 0.04 * (1 - round / (rounds * 0.6)) : 0
    for (let first = 0; first < positions.length; first += 1) {
      const a = positions[first]
      const anchor = pins[first]?.place
      if (a === undefined || anchor === undefined) continue
      a.x += (anchor.x - a.x) * spring
      a.y += (anchor.y - a.y) * spring
      for (let second = first + 1; second < positions.length; second += 1) {
        const b = positions[second]
        if (b === undefined || Math.abs(b.x - a.x) >= gap || Math.abs(b.y - a.y) >= gap) continue
        const distance = Math.hypot(b.x - a.x, b.y - a.y)
        if (distance >= gap) continue
        const push = (gap - distance) / 2 + 0.01
        const direction =
          distance < 0.01 ? { x: 1, y: 0 } : { x: (b.x - a.x) / distance, y: (b.y - a.y) / distance }
        a.x -= direction.x * push
        a.y -= direction.y * push
        b.x += direction.x * push
        b.y += direction.y * push
        moved = true
      }
      a.x = Math.min(width - radius - 1, Math.max(radius + 1, a.x))
      a.y = Math.min(height - radius - 1, Math.max(radius + 1, a.y))
    }
    if (!moved && spring === 0) break
  }
  return pins.map(({ label, place }, index) => ({ label, place, at: positions[index] ?? place }))
}
