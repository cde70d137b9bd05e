import { writeRuns } from '../../../shared/domain/paper/form-register.ts'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { baseStyles } from '../documents/base-styles.ts'
import { html, type Markup } from '../documents/markup.ts'
import { pageShell } from '../documents/page-shell.ts'
import { type PaperOptions, type PaperPart, type PaperSource, paperPart, townHead } from './paper-part.ts'

/** Title of the document, as readers of the PDF show it. */
export function batchSlipTitle(part: PaperPart, batch: PaperBatchDetail): string {
  return part.formats.t('batchSlip.documentTitle', { code: batch.code, event: batch.eventName })
}

/** The slip that goes with a pile of forms: where it comes from, control totals, every number. */
export function buildBatchSlip(source: PaperSource, batch: PaperBatchDetail, options: PaperOptions): string {
  const part = paperPart(source, options)
  const { t } = part.formats
  return pageShell({
    language: options.language,
    title: batchSlipTitle(part, batch),
    styles: styles(part),
    body: html`<main><header class="head">${townHead(part)}<p class="code"><span>${t('batchSlip.code')}</span> <strong>${batch.code}</strong></p></header>
<h1>${t('batchSlip.title')}</h1>
${facts(part, batch)}
${totals(part, batch)}
${missing(part, batch)}
${formTable(part, batch)}
${signatures(part)}</main>`,
    fonts: options.fonts,
  })
}

function facts({ formats }: PaperPart, batch: PaperBatchDetail): Markup {
  const { t } = formats
  const lines: readonly (readonly [string, string])[] = [
    [t('batchSlip.event'), batch.eventName || t(`paper.eventKind.${batch.eventKind}`)],
    [t('batchSlip.heldOn'), batch.heldOn === null ? '' : formats.day(batch.heldOn)],
    [t('batchSlip.place'), batch.place],
    [t('batchSlip.collectedBy'), batch.collectedBy],
    [
      t('batchSlip.state'),
      batch.closedAt === null
        ? t('batchSlip.open')
        : t('batchSlip.closed', {
            day: formats.dayOf(batch.closedAt),
            name: batch.closedByName ?? '',
          }),
    ],
  ]
  return html`<dl class="facts">${lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`
}

function totals({ formats }: PaperPart, batch: PaperBatchDetail): Markup {
  const { t, count } = formats
  const rows: readonly (readonly [string, string])[] = [
    [t('batchSlip.printed'), count(batch.totals.printed)],
    [t('batchSlip.handedOut'), batch.handedOut === null ? '–' : count(batch.handedOut)],
    [t('paper.counted.entered'), count(batch.totals.entered)],
    [t('paper.counted.not-returned'), count(batch.totals.notReturned)],
    [t('paper.counted.blank'), count(batch.totals.blank)],
    [t('paper.counted.cancelled'), count(batch.totals.cancelled)],
    [t('paper.counted.missing'), count(batch.totals.missing)],
  ]
  return html`<h2>${t('batchSlip.totals')}</h2><table class="totals"><caption class="visually-hidden">${t('batchSlip.totals')}</caption>
<thead><tr><th scope="col">${t('batchSlip.what')}</th><th scope="col" class="number-cell">${t('batchSlip.forms')}</th></tr></thead><tbody>${rows.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td class="number-cell">${value}</td></tr>`,
  )}</tbody></table><p class="sum">${t('batchSlip.sum', {
    entered: count(batch.totals.entered),
    setAside: count(batch.totals.notReturned + batch.totals.blank + batch.totals.cancelled),
    missing: count(batch.totals.missing),
    printed: count(batch.totals.printed),
  })}</p>`
}

function missing({ formats }: PaperPart, batch: PaperBatchDetail): Markup {
  return html`<p class="missing"><strong>${
    batch.missing.length === 0
      ? formats.t('batchSlip.complete')
      : formats.t('batchSlip.missing', { numbers: writeRuns(batch.missing) })
  }</strong></p>`
}

function formTable({ formats }: PaperPart, batch: PaperBatchDetail): Markup | false {
  if (batch.forms.length === 0) return false
  const { t } = formats
  return html`<h2>${t('batchSlip.list')}</h2><table class="list"><caption class="visually-hidden">${t('batchSlip.list')}</caption>
<thead><tr><th scope="col">${t('batchSlip.number')}</th><th scope="col">${t('batchSlip.became')}</th><th scope="col">${t('batchSlip.detail')}</th></tr></thead><tbody>${batch.forms.map(
    (form) =>
      html`<tr><th scope="row">${form.number}</th><td>${t(`paper.state.${form.state}`)}</td><td dir="auto">${
        form.state === 'entered' ? `${form.reference ?? ''} ${form.title ?? ''}` : form.reason
      }</td></tr>`,
  )}</tbody></table>`
}

function signatures({ formats, generatedAt }: PaperPart): Markup {
  const { t } = formats
  return html`<div class="signatures"><p>${t('batchSlip.handedBy')}</p><p>${t('batchSlip.checkedBy')}</p></div>
<p class="made">${t('batchSlip.made', { day: formats.dayOf(generatedAt) })}</p>`
}

function styles({ accent }: PaperPart): string {
  return `${baseStyles(accent)}
@page { size: 210mm 297mm; margin: 15mm 17mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt "Parvis Text"; color: #565c61; } }
html { font-size: 11pt; line-height: 1.4; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.head { display: flex; justify-content: space-between; align-items: center; gap: 8mm; padding-bottom: 3mm; border-bottom: 1.5pt solid var(--accent-ink); }
.town { display: flex; align-items: center; gap: 4mm; }
.town-logo { height: 14mm; max-width: 40mm; object-fit: contain; }
.town-name { font-weight: 700; }
.town p + p { margin-top: 0; }
.code { text-align: end; line-height: 1.15; }
.code span { display: block; }
.code strong { font-size: 18pt; font-variant-numeric: tabular-nums lining-nums slashed-zero; white-space: nowrap; }
h1 { font-size: 22pt; margin: 6mm 0 3mm; }
h2 { font-size: 13.5pt; color: var(--accent-ink); margin: 6mm 0 2mm; }
.facts div { display: grid; grid-template-columns: 42mm 1fr; gap: 3mm; }
.facts dt { color: var(--quiet); }
.totals { width: 95mm; }
.totals th[scope="row"] { font-weight: 400; }
.totals tbody tr:last-child th, .totals tbody tr:last-child td { font-weight: 700; }
.sum { margin-top: 2mm; }
.missing { margin-top: 3mm !important; border-inline-start: 2.5pt solid var(--accent); padding-inline-start: 4mm; }
.list th[scope="row"], .list thead th:first-child { width: 18mm; font-variant-numeric: tabular-nums; }
.list th:nth-child(2), .list td:nth-child(2) { width: 34mm; }
.list th[scope="row"] { font-weight: 400; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin-top: 9mm; padding-inline-end: 0.4mm; break-inside: avoid; }
.signatures p { min-height: 22mm; border: 0.75pt solid #6b7176; padding: 2mm 3mm; margin: 0; }
.made { color: var(--quiet); margin-top: 4mm; font-size: 9.5pt; }
`
}
