import { describe, expect, it } from 'vitest'
import {
  afterArrow,
  betweenCorners,
  middleRectangle,
} from '../../../renderer/components/blur/rectangle-moves.ts'

const picture = { width: 400, height: 200 }
const zone = { x: 100, y: 50, width: 40, height: 30 }
const plain = { shiftKey: false, altKey: false }

describe('the zones of a blurred picture', () => {
  it.each([
    ['ArrowRight', plain, { ...zone, x: 104 }],
    ['ArrowUp', plain, { ...zone, y: 46 }],
    ['ArrowLeft', { ...plain, altKey: true }, { ...zone, x: 99 }],
    ['ArrowDown', { ...plain, shiftKey: true }, { ...zone, height: 34 }],
    ['ArrowLeft', { shiftKey: true, altKey: true }, { ...zone, width: 39 }],
    ['a', plain, undefined],
  ])('answer %s %j', (key, held, expected) => {
    expect(afterArrow(zone, { key, ...held }, picture)).toEqual(expected)
  })

  it('stop at the edges: they neither leave the picture nor shrink to nothing', () => {
    const corner = { x: 380, y: 0, width: 20, height: 5 }
    expect(afterArrow(corner, { key: 'ArrowRight', ...plain }, picture)).toEqual(corner)
    expect(afterArrow(corner, { key: 'ArrowRight', ...plain, shiftKey: true }, picture)).toEqual(corner)
    expect(afterArrow(corner, { key: 'ArrowUp', ...plain, shiftKey: true }, picture)?.height).toBe(4)
  })

  it('are drawn between two corners, from whichever side', () => {
    const drawn = { x: 10, y: 20, width: 50, height: 60 }
    expect(betweenCorners({ x: 60, y: 80 }, { x: 10, y: 20 }, picture)).toEqual(drawn)
    expect(betweenCorners({ x: 390, y: 190 }, { x: 900, y: -40 }, picture)).toEqual({
      x: 390,
      y: 0,
      width: 10,
      height: 190,
    })
  })

  it('begin in the middle', () => {
    expect(middleRectangle(picture)).toEqual({ x: 175, y: 75, width: 50, height: 50 })
  })
})
