import { type HexColor, mixColors, readableOnWhite } from './colors.ts'
import { escapeHtml, type Markup, trustedMarkup } from './markup.ts'

export interface ChartDay {
  /** Local day, `YYYY-MM-DD`. */
  readonly on: string
  readonly count: number
  readonly cumulated: number
}

interface CurveChartInput {
  readonly days: readonly ChartDay[]
  readonly title: string
  readonly description: string
  readonly color: HexColor
  readonly width: number
  readonly cumulatedLabel: string
  readonly dailyLabel: string
  readonly count: (value: number) => string
  readonly shortDay: (on: string) => string
  /** The day to mark on the curve: the one that the message names. */
  readonly markedOn: string | null
}

const left = 44
const right = 54
const curve = { top: 28, height: 210 } as const
const daily = { top: 282, height: 70 } as const
const axis = 372

/** Cumulated count over the days, with the daily counts below on their own scale. At least one day is needed. */
export function curveChart(input: CurveChartInput): Markup {
  const { days, width, color } = input
  const total = days.at(-1)?.cumulated ?? 0
  const most = Math.max(...days.map((day) => day.count), 1)
  const step = (width - left - right) / Math.max(days.length, 1)
  const xOf = (index: number): number => round(left + step * (index + 0.5))
  const yOf = (value: number): number => round(curve.top + curve.height * (1 - value / niceTop(total)))
  const ink = readableOnWhite(color)
  const line = days.map((day, index) => `${xOf(index)} ${yOf(day.cumulated)}`).join('L')
  const base = yOf(0)
  const last = days.length - 1
  const bars = days
    .map((day, index) => {
      const height = round((day.count / most) * daily.height)
      const thick = Math.max(0.6, Math.min(step * 0.7, 14))
      return day.count === 0
        ? ''
        : `M${round(xOf(index) - thick / 2)} ${daily.top + daily.height}v${-height}h${round(thick)}v${height}z`
    })
    .join('')
  const busiest = days.reduce((best, day, index) => (day.count > (days[best]?.count ?? 0) ? index : best), 0)
  const marked = days.findIndex((day) => day.on === input.markedOn)
  return trustedMarkup(
    `<svg class="chart" role="img" aria-label="${escapeHtml(`${input.title}. ${input.description}`)}" width="${width}" height="${axis + 8}" viewBox="0 0 ${width} ${axis + 8}"><title>${escapeHtml(input.title)}</title><desc>${escapeHtml(input.description)}</desc>
<text class="axis-title" x="${left}" y="12">${escapeHtml(input.cumulatedLabel)}</text>${grid(input, niceTop(total), yOf)}
<path d="M${xOf(0)} ${base}L${line}L${xOf(last)} ${base}Z" fill="${mixColors(color, '#ffffff', 0.84)}"/><path d="M${line}" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/>
${marked < 0 ? '' : mark(xOf(marked), yOf(days[marked]?.cumulated ?? 0), base, input.shortDay(days[marked]?.on ?? ''), input.count(days[marked]?.cumulated ?? 0), ink)}
<circle cx="${xOf(last)}" cy="${yOf(total)}" r="3.6" fill="${ink}"/><text class="chart-total" x="${xOf(last) + 8}" y="${yOf(total) + 5}" fill="${ink}">${escapeHtml(input.count(total))}</text>
<text class="axis-title" x="${left}" y="${daily.top - 12}">${escapeHtml(input.dailyLabel)}</text><path d="${bars}" fill="${mixColors(color, '#ffffff', 0.25)}"/><text class="axis" text-anchor="middle" x="${xOf(busiest)}" y="${daily.top - 3}">${escapeHtml(input.count(days[busiest]?.count ?? 0))}</text>
<path d="M${left} ${daily.top + daily.height}H${width - right}" stroke="#8a9095"/>${dayTicks(days, xOf, step, input.shortDay)}</svg>`,
  )
}

/** A round number at or above the value, for the top of a scale. */
export function niceTop(value: number): number {
  if (value <= 4) return 4
  const magnitude = 10 ** Math.floor(Math.log10(value))
  const steps = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10]
  return Math.ceil((steps.find((candidate) => candidate * magnitude >= value) ?? 10) * magnitude)
}

function grid({ width, count }: CurveChartInput, top: number, yOf: (value: number) => number): string {
  const quarters = top % 4 === 0 ? [0, 1, 2, 3, 4].map((part) => (top * part) / 4) : [0, top / 2, top]
  return quarters
    .filter((value) => Number.isInteger(value))
    .map(
      (value) =>
        `<path d="M${left} ${yOf(value)}H${width - right}" stroke="${value === 0 ? '#8a9095' : '#e2e5e7'}"/><text class="axis" text-anchor="end" x="${left - 7}" y="${yOf(value) + 4}">${escapeHtml(count(value))}</text>`,
    )
    .join('')
}

function mark(x: number, y: number, base: number, day: string, count: string, ink: HexColor): string {
  return `<path d="M${x} ${base}V${y}" stroke="${ink}" stroke-dasharray="3 3"/><circle cx="${x}" cy="${y}" r="3.2" fill="#fff" stroke="${ink}" stroke-width="1.8"/><text class="chart-mark" text-anchor="end" x="${x - 8}" y="${y - 5}">${escapeHtml(`${day} : ${count}`)}</text>`
}

function dayTicks(
  days: readonly ChartDay[],
  xOf: (index: number) => number,
  step: number,
  shortDay: (on: string) => string,
): string {
  // A label takes some 60 px.
  const every = Math.max(1, Math.ceil(62 / step))
  const last = days.length - 1
  return days
    .map((day, index) => {
      const isTick = (index % every === 0 && last - index >= every * 0.8) || index === last
      if (!isTick) return ''
      return `<path d="M${xOf(index)} ${daily.top + daily.height}v4" stroke="#8a9095"/><text class="axis" text-anchor="middle" x="${xOf(index)}" y="${axis}">${escapeHtml(shortDay(day.on))}</text>`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
