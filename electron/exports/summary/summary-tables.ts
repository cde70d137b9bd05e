import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import type { SummaryPart } from './summary-options.ts'

/** A table of the annex: what a chart was drawn from. */
export interface SummaryTable {
  readonly anchor: string
  readonly name: string
  readonly heads: readonly string[]
  /** First cell is a label, the others are numbers already written. */
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[] | null
}

/** Numbers the tables of the report in the order in which its charts ask for them. */
export class TableRegister {
  readonly #tables: SummaryTable[] = []

  /** Keeps a table for the annex and gives its number, from 1. */
  add(table: SummaryTable): number {
    this.#tables.push(table)
    return this.#tables.length
  }

  get tables(): readonly SummaryTable[] {
    return this.#tables
  }
}

/** The annex: every table behind a chart. */
export function annex(tables: readonly SummaryTable[], { formats }: SummaryPart): Markup {
  const { t } = formats
  const pieces = tables.map((table, index) => {
    const body =
      table.rows.length === 0
        ? html`<tr><td colspan="${table.heads.length}">${t('summary.data.none')}</td></tr>`
        : joinMarkup(table.rows.map((row) => tableRow(row)))
    const heads = table.heads.map(
      (head, column) => html`<th scope="col"${column > 0 && html` class="number-cell"`}>${head}</th>`,
    )
    const foot = table.total !== null && html`<tfoot>${tableRow(table.total)}</tfoot>`
    return html`<table id="${table.anchor}" class="${table.rows.length > 20 ? 'data-table' : 'data-table data-table-whole'}"><caption>${t('summary.data.caption', { number: index + 1, name: table.name })}</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody>${foot}</table>`
  })
  return html`<section class="opening annex"><h2>${t('summary.sections.data')}</h2>${joinMarkup(pieces)}</section>`
}

function tableRow(cells: readonly string[]): Markup {
  const [label = '', ...numbers] = cells
  return html`<tr><th scope="row" dir="auto">${label}</th>${numbers.map((cell) => html`<td class="number-cell">${cell}</td>`)}</tr>`
}
