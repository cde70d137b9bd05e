import type { Rectangle } from '../../../shared/domain/pictures/blur.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Smallest side of a rectangle, in pixels of the picture. */
const smallest = 4

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(Math.round(value), least), Math.max(least, most))
}

/** A rectangle of whole pixels that lies in the picture and can be seen. */
export function fitRectangle(rectangle: Rectangle, picture: Size): Rectangle {
  const width = clamp(rectangle.width, smallest, picture.width)
  const height = clamp(rectangle.height, smallest, picture.height)
  return {
    x: clamp(rectangle.x, 0, picture.width - width),
    y: clamp(rectangle.y, 0, picture.height - height),
    width,
    height,
  }
}

/** A new rectangle in the middle: a quarter of the shorter side. */
export function middleRectangle(picture: Size): Rectangle {
  const side = Math.min(picture.width, picture.height) / 4
  return fitRectangle(
    { x: (picture.width - side) / 2, y: (picture.height - side) / 2, width: side, height: side },
    picture,
  )
}

/** The rectangle between two opposite corners, wherever they are drawn. */
export function betweenCorners(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  picture: Size,
): Rectangle {
  const inside = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  const left = inside(Math.min(from.x, to.x), picture.width)
  const top = inside(Math.min(from.y, to.y), picture.height)
  return fitRectangle(
    {
      x: left,
      y: top,
      width: inside(Math.max(from.x, to.x), picture.width) - left,
      height: inside(Math.max(from.y, to.y), picture.height) - top,
    },
    picture,
  )
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * What an arrow key makes of a rectangle: it moves, with Shift it changes size; a hundredth of the picture at a time,
 * with Alt a pixel. Undefined for other keys.
 */
export function afterArrow(
  rectangle: Rectangle,
  key: { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean },
  picture: Size,
): Rectangle | undefined {
  const direction = directions[key.key]
  if (direction === undefined) return undefined
  const step = key.altKey ? 1 : Math.max(1, Math.round(Math.max(picture.width, picture.height) / 100))
  const [across, down] = [direction[0] * step, direction[1] * step]
  if (!key.shiftKey)
    return fitRectangle({ ...rectangle, x: rectangle.x + across, y: rectangle.y + down }, picture)
  // It grows away from its corner, and stops at the edge instead of moving.
  return fitRectangle(
    {
      ...rectangle,
      width: Math.min(Math.max(rectangle.width + across, smallest), picture.width - rectangle.x),
      height: Math.min(Math.max(rectangle.height + down, smallest), picture.height - rectangle.y),
    },
    picture,
  )
}
