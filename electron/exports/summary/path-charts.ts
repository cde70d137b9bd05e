import { type Cents, cents } from '../../../shared/domain/money/cents.ts'
import { barChart } from '../documents/bar-chart.ts'
import type { Markup } from '../documents/markup.ts'
import { chartFigure } from './chart-figure.ts'
import { type SummaryPart, summaryWidth } from './summary-options.ts'
import type { TableRegister } from './summary-tables.ts'

/** The funnel: how many proposals ever got to each step. */
export function pathChart(part: SummaryPart, register: TableRegister): Markup {
  const { figures, formats, accent } = part
  const { t } = formats
  const countOf = (step: string): number => figures.funnel.find((row) => row.step === step)?.count ?? 0
  const submitted = countOf('submitted')
  const winners = countOf('winner')
  const key = submitted === 0 ? 'none' : winners > 0 ? 'messageWinners' : 'message'
  const message = t(`summary.path.${key}`, {
    count: submitted,
    submitted: formats.count(submitted),
    onBallot: formats.count(countOf('on-ballot')),
    winners: formats.count(winners),
  })
  const rows = figures.funnel.map(({ step, count }) => ({
    label: t(`summary.path.steps.${step}`),
    count,
    // A share of the first step, not parts of one whole: plain rounding.
    percentage: submitted === 0 ? 0 : Math.round((count * 100) / submitted),
    isStressed: step === 'on-ballot' || step === 'winner',
  }))
  const text = (row: { readonly count: number; readonly percentage: number }): string =>
    `${formats.count(row.count)} (${formats.percentage(row.percentage)})`
  return chartFigure(
    {
      kind: null,
      message,
      chart: barChart({
        bars: rows.map((row) => ({
          label: row.label,
          value: row.count,
          text: text(row),
          isStressed: row.isStressed,
        })),
        title: message,
        description: rows
          .map((row) => t('summary.chart.row', { label: row.label, value: text(row) }))
          .join(' ; '),
        color: accent,
        width: summaryWidth,
      }),
      base: t('summary.path.base', { count: submitted, number: formats.count(submitted) }),
      table: {
        anchor: 'data-path',
        name: t('summary.sections.path'),
        heads: [t('summary.data.step'), t('summary.data.count'), t('summary.data.share')],
        rows: rows.map((row) => [row.label, formats.count(row.count), formats.percentage(row.percentage)]),
        total: null,
      },
    },
    part,
    register,
  )
}

/** Envelope, ballot, winners and what remains, exact to the cent. */
export function moneyChart(part: SummaryPart, register: TableRegister): Markup {
  const { figures, formats, accent } = part
  const { t } = formats
  const { envelope, ballotTotal, winnersTotal } = figures
  const rows: { readonly label: string; readonly amount: Cents; readonly isStressed: boolean }[] = []
  if (envelope !== null)
    rows.push({ label: t('summary.money.envelope'), amount: envelope, isStressed: false })
  rows.push({ label: t('summary.money.ballot'), amount: ballotTotal, isStressed: figures.winners === 0 })
  rows.push({ label: t('summary.money.winners'), amount: winnersTotal, isStressed: figures.winners > 0 })
  const remaining = envelope === null ? null : cents(envelope - winnersTotal)
  if (remaining !== null) {
    rows.push(
      remaining < 0
        ? { label: t('summary.money.overrun'), amount: cents(-remaining), isStressed: true }
        : { label: t('summary.money.remaining'), amount: remaining, isStressed: false },
    )
  }
  const message = moneyMessage(part, remaining)
  return chartFigure(
    {
      kind: null,
      message,
      chart: barChart({
        bars: rows.map((row) => ({ ...row, value: row.amount, text: formats.exactMoney(row.amount) })),
        title: message,
        description: rows
          .map((row) => t('summary.chart.row', { label: row.label, value: formats.exactMoney(row.amount) }))
          .join(' ; '),
        color: accent,
        width: summaryWidth,
      }),
      base: t('summary.chart.moneyBase'),
      table: {
        anchor: 'data-money',
        name: t('summary.sections.money'),
        heads: [t('summary.data.label'), t('summary.data.amount')],
        rows: rows.map((row) => [row.label, formats.exactMoney(row.amount)]),
        total: null,
      },
    },
    part,
    register,
  )
}

function moneyMessage({ figures, formats }: SummaryPart, remaining: Cents | null): string {
  const { t } = formats
  const ballot = formats.exactMoney(figures.ballotTotal)
  if (figures.envelope === null || remaining === null) return t('summary.money.withoutEnvelope', { ballot })
  const envelope = formats.exactMoney(figures.envelope)
  if (remaining < 0) return t('summary.money.over', { overrun: formats.exactMoney(cents(-remaining)) })
  if (figures.winners === 0) return t('summary.money.beforeVote', { ballot, envelope })
  return t('summary.money.within', {
    winners: formats.exactMoney(figures.winnersTotal),
    envelope,
    remaining: formats.exactMoney(remaining),
  })
}
