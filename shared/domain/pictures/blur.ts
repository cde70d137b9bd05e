/** A part of a picture, in its pixels as it is shown, from the top left corner. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Pixels of a picture, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/**
 * Most patches along one side of what is left of a blurred part: no face and no licence plate can be told from 16
 * colours.
 */
const mostPatches = 4
const channels = 4

/** A rectangle cut to whole pixels inside the picture; undefined when nothing is left of it. */
export function insidePicture(
  { x, y, width, height }: Rectangle,
  picture: { readonly width: number; readonly height: number },
): Rectangle | undefined {
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const right = Math.min(picture.width, Math.ceil(x + width))
  const bottom = Math.min(picture.height, Math.ceil(y + height))
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined
}

/**
 * Destroys the pixels inside the rectangles, in place. Each part becomes a soft gradient between the mean colours of
 * at most 4 × 4 patches: nothing else of it is left, so nothing can be worked out from it.
 */
export function blurPixels(pixels: Pixels, rectangles: readonly Rectangle[]): void {
  for (const rectangle of rectangles) {
    const inside = insidePicture(rectangle, pixels)
    if (inside !== undefined) blurOne(pixels, inside)
  }
}

function blurOne({ data, width: lineWidth }: Pixels, { x, y, width, height }: Rectangle): void {
  const longest = Math.max(width, height)
  const columns = Math.max(1, Math.round((mostPatches * width) / longest))
  const rows = Math.max(1, Math.round((mostPatches * height) / longest))
  const sums = new Float64Array(columns * rows * channels)
  const counts = new Float64Array(columns * rows)
  for (let line = 0; line < height; line++) {
    const row = Math.floor((line * rows) / height)
    for (let column = 0; column < width; column++) {
      const patch = row * columns + Math.floor((column * columns) / width)
      const at = ((y + line) * lineWidth + x + column) * channels
      for (let channel = 0; channel < channels; channel++)
        sums[patch * channels + channel] = (sums[patch * channels + channel] ?? 0) + (data[at + channel] ?? 0)
      counts[patch] = (counts[patch] ?? 0) + 1
    }
  }
  // Whole numbers: the last bits of a mean would tell of single pixels.
  const mean = (column: number, row: number, channel: number): number => {
    const patch = row * columns + column
    return Math.round((sums[patch * channels + channel] ?? 0) / (counts[patch] || 1))
  }
  for (let line = 0; line < height; line++) {
    const [above, below, down] = between(((line + 0.5) * rows) / height, rows)
    for (let column = 0; column < width; column++) {
      const [left, right, across] = between(((column + 0.5) * columns) / width, columns)
      const at = ((y + line) * lineWidth + x + column) * channels
      for (let channel = 0; channel < channels; channel++) {
        const upper = mean(left, above, channel) * (1 - across) + mean(right, above, channel) * across
        const lower = mean(left, below, channel) * (1 - across) + mean(right, below, channel) * across
        data[at + channel] = upper * (1 - down) + lower * down
      }
    }
  }
}

/** The two patches whose centres lie around a place, and how far it lies from the first to the second. */
function between(place: number, patches: number): readonly [number, number, number] {
  const first = Math.min(patches - 1, Math.max(0, Math.floor(place - 0.5)))
  const second = Math.min(patches - 1, first + 1)
  return [first, second, Math.min(1, Math.max(0, place - 0.5 - first))]
}
