import { type HexColor, mixColors, readableOnWhite } from './colors.ts'
import { nameLines } from './district-labels.ts'
import { escapeHtml, type Markup, trustedMarkup } from './markup.ts'

export interface ChartBar {
  readonly label: string
  /** Length of the bar, on the scale of the greatest; never below zero. */
  readonly value: number
  /** What is written at its end. */
  readonly text: string
  /** The bars that the chart's message is about. */
  readonly isStressed: boolean
}

interface BarChartInput {
  readonly bars: readonly ChartBar[]
  readonly title: string
  readonly description: string
  readonly color: HexColor
  /** CSS px of the drawing. */
  readonly width: number
}

const labelWidth = 196
const rowHeight = 29
const barHeight = 17

/** Horizontal bars in the order given, each with its label and value beside it, as vector graphics with a text alternative. */
export function barChart({ bars, title, description, color, width }: BarChartInput): Markup {
  const greatest = Math.max(...bars.map((bar) => bar.value), 0)
  const longestText = Math.max(...bars.map((bar) => bar.text.length), 0)
  const room = width - labelWidth - 12 - longestText * 6.8
  const rows = bars.map((bar, index) => {
    const middle = index * rowHeight + rowHeight / 2
    const length = greatest === 0 ? 0 : Math.max(bar.value > 0 ? 1.5 : 0, (bar.value / greatest) * room)
    const lines = nameLines(bar.label, 30).slice(0, 2)
    const label = lines.map(
      (line, at) =>
        `<tspan x="${labelWidth}" y="${round(middle + 4 + (at - (lines.length - 1) / 2) * 12)}">${escapeHtml(line)}</tspan>`,
    )
    const fill = bar.isStressed ? readableOnWhite(color) : mixColors(color, '#ffffff', 0.55)
    return `<text class="bar-label" text-anchor="end"${lines.length > 1 ? ' font-size="10.5"' : ''}>${label.join('')}</text><rect x="${labelWidth + 8}" y="${middle - barHeight / 2}" width="${round(length)}" height="${barHeight}" fill="${fill}"/><text class="bar-value${bar.isStressed ? ' bar-stressed' : ''}" x="${round(labelWidth + 14 + length)}" y="${middle + 4}">${escapeHtml(bar.text)}</text>`
  })
  const height = bars.length * rowHeight
  return trustedMarkup(
    `<svg class="chart" role="img" aria-label="${escapeHtml(`${title}. ${description}`)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${escapeHtml(title)}</title><desc>${escapeHtml(description)}</desc><path d="M${labelWidth + 7.5} 0V${height}" stroke="#8a9095" fill="none"/>${rows.join('')}</svg>`,
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
