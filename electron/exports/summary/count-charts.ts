import type { LabelledCount } from '../../../shared/read-models/key-figures.ts'
import { barChart } from '../documents/bar-chart.ts'
import { curveChart } from '../documents/curve-chart.ts'
import type { Markup } from '../documents/markup.ts'
import { chartFigure } from './chart-figure.ts'
import { gatherSmallest, leaders, rankCounts } from './ranked-counts.ts'
import { type SummaryPart, summaryWidth } from './summary-options.ts'
import type { TableRegister } from './summary-tables.ts'

/** The four ways to sort counts; each has its own sentences. */
export type CountKind = 'District' | 'Theme' | 'Channel' | 'Reason'

const mostBars = 14

/** Sorted bars of counts under the sentence that names the first. */
export function countChart(
  kind: CountKind,
  rows: readonly LabelledCount[],
  part: SummaryPart,
  register: TableRegister,
): Markup {
  const { formats, accent } = part
  const { t } = formats
  const last = [t('labels.noDistrict'), t('labels.noTheme')]
  const unnamed = t(kind === 'Theme' ? 'labels.noTheme' : 'labels.noDistrict')
  const named = rows.map((row) => (row.label === '' ? { ...row, label: unnamed } : row))
  const ranked = rankCounts(named, last)
  const total = ranked.reduce((sum, row) => sum + row.count, 0)
  const first = leaders(ranked, last)
  const message = messageOf(kind, first, total, part)
  const shown = gatherSmallest(ranked, mostBars, (count) =>
    t('summary.chart.others', { number: formats.count(count) }),
  )
  const text = (row: { readonly count: number; readonly percentage: number }): string =>
    `${formats.count(row.count)} (${formats.percentage(row.percentage)})`
  const bars = shown.map((row) => ({
    label: row.label,
    value: row.count,
    text: text(row),
    isStressed: first.some((leader) => leader.label === row.label),
  }))
  const spoken = shown
    .map((row) => t('summary.chart.row', { label: row.label, value: text(row) }))
    .join(' ; ')
  const name = t(`summary.kinds.${kind.toLowerCase()}`)
  return chartFigure(
    {
      kind: name,
      message,
      chart:
        bars.length === 0
          ? null
          : barChart({ bars, title: message, description: spoken, color: accent, width: summaryWidth }),
      base: t(kind === 'Reason' ? 'summary.chart.refusalBase' : 'summary.chart.base', {
        count: total,
        number: formats.count(total),
      }),
      table: {
        anchor: `data-${kind.toLowerCase()}`,
        name,
        heads: [t('summary.data.label'), t('summary.data.count'), t('summary.data.share')],
        rows: ranked.map((row) => [row.label, formats.count(row.count), formats.percentage(row.percentage)]),
        total: total === 0 ? null : [t('summary.data.total'), formats.count(total), formats.percentage(100)],
      },
    },
    part,
    register,
  )
}

/** The curve of deposits, under the day by which half of them had come. */
export function timeChart(part: SummaryPart, register: TableRegister): Markup {
  const { figures, formats, accent } = part
  const { t } = formats
  const days = figures.depositsByDay
  const first = days.at(0)
  const last = days.at(-1)
  const total = last?.cumulated ?? 0
  const half = days.find((day) => day.cumulated * 2 >= total && day.cumulated > 0)
  const message =
    half === undefined
      ? t('summary.time.none')
      : t('summary.time.half', { count: total, number: formats.count(total), date: formats.day(half.on) })
  const busiest = days.reduce(
    (best, day) => (day.count > best.count ? day : best),
    first ?? { on: '', count: 0, cumulated: 0 },
  )
  const chart =
    first === undefined || last === undefined
      ? null
      : curveChart({
          days,
          title: message,
          description: t('summary.time.description', {
            first: formats.day(first.on),
            last: formats.day(last.on),
            total: formats.count(total),
            busiest: formats.day(busiest.on),
            most: formats.count(busiest.count),
          }),
          color: accent,
          width: summaryWidth,
          cumulatedLabel: t('summary.time.cumulated'),
          dailyLabel: t('summary.time.daily'),
          count: formats.count,
          shortDay: formats.shortDay,
          markedOn: half?.on ?? null,
        })
  return chartFigure(
    {
      kind: null,
      message,
      chart,
      base: t('summary.chart.base', { count: total, number: formats.count(total) }),
      table: {
        anchor: 'data-time',
        name: t('summary.data.time'),
        heads: [t('summary.data.day'), t('summary.data.deposits'), t('summary.data.cumulated')],
        rows: days
          .filter((day) => day.count > 0)
          .map((day) => [formats.day(day.on), formats.count(day.count), formats.count(day.cumulated)]),
        total: null,
      },
    },
    part,
    register,
  )
}

function messageOf(
  kind: CountKind,
  first: readonly { readonly label: string; readonly count: number; readonly percentage: number }[],
  total: number,
  { formats }: SummaryPart,
): string {
  const { t } = formats
  const [leader, ...others] = first
  if (leader === undefined) return t(`summary.chart.none${kind}`)
  const numbers = { number: formats.count(leader.count), total: formats.count(total) }
  if (others.length > 0)
    return t('summary.chart.tied', { ...numbers, labels: formats.list(first.map((row) => row.label)) })
  return t(`summary.chart.first${kind}`, {
    ...numbers,
    count: leader.count,
    label: leader.label,
    share: formats.percentage(leader.percentage),
  })
}
