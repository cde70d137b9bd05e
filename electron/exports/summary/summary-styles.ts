import { baseStyles } from '../documents/base-styles.ts'
import { cssString } from '../documents/markup.ts'
import type { SummaryPart } from './summary-options.ts'

/** Style rules of the report: A4, one column, charts under the sentence that they show. */
export function summaryStyles({ process, generatedAt, formats, accent }: SummaryPart): string {
  const { t } = formats
  const footer = t('summary.footer', {
    commune: process.communeName,
    title: [process.title, process.edition].filter((text) => text !== '').join(' '),
    date: formats.dayOf(generatedAt),
  })
  const mark = process.demonstration ? `${t('catalogue.demonstration.mark')} — ` : ''
  return `${baseStyles(accent)}
@page { size: 210mm 297mm; margin: 20mm 20mm 20mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.8pt "Parvis Text"; color: #565c61; }
  @bottom-left { content: ${cssString(`${mark}${footer}`)}; font: 7.8pt "Parvis Text", "Parvis World"; color: #565c61; width: 85%; }
}
@page cover { margin: 0; @bottom-right { content: none; } @bottom-left { content: none; } }
.cover { page: cover; position: relative; height: 297mm; overflow: hidden; display: flex; flex-direction: column; }
.cover-band { position: relative; height: 128mm; flex: none; overflow: hidden; }
.cover-text { padding: 16mm 20mm 0; flex: 1; }
.cover-commune { font-weight: 700; font-size: 1.2rem; }
.cover-kind { font-size: 1.2rem; color: var(--accent-ink); margin-top: 12mm; font-weight: 700; }
.cover h1 { font-size: 3.5rem; line-height: 1.05; letter-spacing: -0.012em; margin-top: 2mm; }
.cover-edition { font-family: var(--display); font-style: italic; font-size: 2rem; line-height: 1.2; margin-top: 3mm; }
.cover-foot { padding: 0 20mm 16mm; display: flex; justify-content: space-between; align-items: baseline; gap: 5mm; }
.cover-mark { border: 1pt solid currentColor; padding: 1mm 2.5mm; font-weight: 700; }
.opening { break-before: page; }
/* Letters that reach above the first line would otherwise be drawn, and read, on the page before too. */
.opening { padding-top: 1.5mm; }
.opening > h2 { font-size: 2.3rem; line-height: 1.08; margin-bottom: 9mm; letter-spacing: -0.01em; }
.flowing { margin-top: 12mm; }
.flowing > h2 { font-size: 2.3rem; line-height: 1.08; margin-bottom: 7mm; letter-spacing: -0.01em; }
.key-figures { display: grid; grid-template-columns: 1fr 1fr; gap: 9mm 10mm; margin: 0 0 12mm; }
.key-figures div { border-top: 1.5pt solid var(--accent-ink); padding-top: 3mm; break-inside: avoid; }
.key-figures dt { display: flex; align-items: baseline; gap: 2.5mm; flex-wrap: wrap; font-weight: 700; font-size: 1.1rem; }
.key-figures dt b { font-family: var(--display); font-weight: 600; font-size: 3.1rem; line-height: 1.05; color: var(--accent-ink); font-variant-numeric: lining-nums; }
.key-figures dd { color: var(--quiet); font-size: 0.92rem; line-height: 1.42; margin-top: 1.5mm; }
.statement { background: var(--accent-pale); border-inline-start: 3pt solid var(--accent); padding: 5mm 6mm; margin-bottom: 5mm; break-inside: avoid; }
.statement h3 { font: 700 1rem/1.4 var(--text); color: var(--accent-ink); margin-bottom: 1mm; }
.statement p { font-family: var(--display); font-size: 1.35rem; line-height: 1.35; }
.steps { display: flex; gap: 4mm 12mm; flex-wrap: wrap; }
.steps div { display: flex; flex-direction: column-reverse; position: relative; }
.steps div + div::before { content: "→"; position: absolute; inset-inline-start: -9mm; top: 1.5mm; font-size: 1.5rem; color: var(--accent-ink); }
.steps dd { font: 600 2.3rem/1.1 var(--display); font-variant-numeric: lining-nums; }
.steps dt { font-size: 0.92rem; }
.chart-figure { margin-bottom: 11mm; }
.chart-kind { color: var(--accent-ink); font-weight: 700; font-size: 0.92rem; break-after: avoid; }
.chart-figure h3 { font-size: 1.42rem; line-height: 1.22; margin: 0.5mm 0 5mm; }
.chart text { font-family: var(--text); font-size: 12px; font-variant-numeric: tabular-nums lining-nums; }
.chart .bar-value { fill: #3a4045; }
.chart .bar-stressed { font-weight: 700; fill: #1b1f22; }
.chart .axis { font-size: 11px; fill: #565c61; }
.chart .axis-title { font-size: 11.5px; fill: #565c61; font-weight: 700; }
.chart .chart-total { font-family: var(--display); font-weight: 600; font-size: 19px; }
.chart .chart-mark { font-size: 11.5px; font-weight: 700; }
figcaption { color: var(--quiet); font-size: 0.82rem; line-height: 1.4; margin-top: 3mm; }
.method li { margin-bottom: 2mm; }
.method ul { max-width: 150mm; }
.data-table { margin-bottom: 8mm; font-size: 0.9rem; }
.data-table tbody th { font-weight: 400; }
.data-table-whole { break-inside: avoid; }
/* A foot is repeated on each page by default: a total under part of a table would be false. */
.data-table tfoot { display: table-row-group; }
.data-table tfoot th, .data-table tfoot td { font-weight: 700; border-bottom: 0; border-top: 1pt solid var(--ink); }
.data-table td, .data-table thead th:not(:first-child) { width: 30mm; }
`
}
