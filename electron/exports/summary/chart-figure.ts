import { html, type Markup } from '../documents/markup.ts'
import type { SummaryPart } from './summary-options.ts'
import type { SummaryTable, TableRegister } from './summary-tables.ts'

interface ChartFigureInput {
  /** What is counted, when the section's heading does not say it. */
  readonly kind: string | null
  /** What the chart says, as its title. */
  readonly message: string
  readonly chart: Markup | null
  readonly base: string
  readonly table: SummaryTable
}

/** A chart under the sentence that it shows, with its base, its source and the way to its data. */
export function chartFigure(input: ChartFigureInput, part: SummaryPart, register: TableRegister): Markup {
  const { t } = part.formats
  const number = register.add(input.table)
  const page = part.pageNumbers.get(input.table.anchor)
  const link = html`<a href="#${input.table.anchor}">${t('summary.chart.table', { number, page: page === undefined ? '00' : part.formats.count(page) })}</a>`
  return html`<figure class="chart-figure">${input.kind !== null && html`<p class="chart-kind">${input.kind}</p>`}<h3>${input.message}</h3>${input.chart}<figcaption>${input.base} ${sourceOf(part)} ${link}</figcaption></figure>`
}

function sourceOf({ process, generatedAt, formats }: SummaryPart): string {
  return formats.t('summary.source', {
    title: process.title,
    commune: process.communeName,
    date: formats.dayOf(generatedAt),
  })
}
