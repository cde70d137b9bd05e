import { type HexColor, mixColors } from './colors.ts'
import { type Markup, trustedMarkup } from './markup.ts'

interface PavingOptions {
  /** Size of the drawing in its own units; it is stretched to cover its box without distortion. */
  readonly width: number
  readonly height: number
  /** Radius of one fan of stones, in the same units. */
  readonly radius: number
  readonly color: HexColor
}

/**
 * The paving of a town square, laid in fans, in tints of one colour: the decoration of covers and the stand-in for a
 * missing picture. It carries no information, so it is hidden from readers and tagged as an artefact.
 */
export function paving({ width, height, radius, color }: PavingOptions): Markup {
  const joint = mixColors(color, '#ffffff', 0.28)
  const stone = (row: number, column: number): HexColor =>
    mixColors(
      color,
      (row * 7 + column * 3) % 5 < 2 ? '#000000' : '#ffffff',
      0.05 + ((row * 5 + column * 11) % 4) * 0.035,
    )
  const layers: string[] = []
  const rows = Math.ceil(height / (radius / 2)) + 2
  const columns = Math.ceil(width / (radius * 2)) + 1
  for (let row = 0; row < rows; row += 1) {
    const y = Math.round(row * (radius / 2))
    const byColor = new Map<HexColor, string>()
    let rings = ''
    for (let column = 0; column <= columns; column += 1) {
      const x = Math.round(column * radius * 2 - (row % 2) * radius)
      const color = stone(row, column)
      byColor.set(color, `${byColor.get(color) ?? ''}${arch(x, y, radius)}v${radius / 4}h${-2 * radius}z`)
      for (const share of [1, 0.75, 0.5, 0.25]) rings += arch(x, y, Math.round(radius * share))
    }
    // The next row covers the lower half of each fan, so only arches are drawn, a row in as few paths as it has tints.
    for (const [color, path] of byColor) layers.push(`<path d="${path}" fill="${color}" stroke="none"/>`)
    layers.push(`<path d="${rings}" fill="none"/>`)
  }
  return trustedMarkup(
    `<svg class="paving" aria-hidden="true" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice"><rect width="${width}" height="${height}" fill="${color}"/><g stroke="${joint}" stroke-width="1.2">${layers.join('')}</g></svg>`,
  )
}

/** Half a circle as two cubic curves: Chromium writes an SVG arc into a PDF as some twenty curves. */
function arch(x: number, y: number, radius: number): string {
  const pull = Math.round(radius * 0.5523 * 10) / 10
  const rest = Math.round((radius - pull) * 10) / 10
  return `M${x - radius} ${y}c0-${pull} ${rest}-${radius} ${radius}-${radius}s${radius} ${rest} ${radius} ${radius}`
}
