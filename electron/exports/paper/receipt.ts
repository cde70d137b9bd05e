import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { formCode } from '../../../shared/domain/paper/batch-code.ts'
import { baseStyles } from '../documents/base-styles.ts'
import { html, type Markup } from '../documents/markup.ts'
import { pageShell } from '../documents/page-shell.ts'
import {
  type PaperOptions,
  type PaperPart,
  type PaperSource,
  paperPart,
  phaseOf,
  townHead,
} from './paper-part.ts'

/** One receipt. */
export interface Receipt {
  readonly reference: string
  readonly title: string
  readonly authorName: string | null
  readonly submittedAt: string
  readonly code: string | null
  readonly formNumber: number | null
}

/** Title of the document, as readers of the PDF show it. */
export function receiptTitle(part: PaperPart, receipts: readonly Receipt[]): string {
  const [first] = receipts
  return receipts.length === 1 && first !== undefined
    ? part.formats.t('receipt.documentTitle', { reference: first.reference })
    : part.formats.t('receipt.documentTitleMany', {
        title: part.process.title,
        count: receipts.length,
        formatted: part.formats.count(receipts.length),
      })
}

/** Receipts to hand to the people who proposed, two on a sheet of A4 to be cut: a self-contained HTML document. */
export function buildReceipts(
  source: PaperSource,
  receipts: readonly Receipt[],
  options: PaperOptions,
): string {
  const part = paperPart(source, options)
  return pageShell({
    language: options.language,
    title: receiptTitle(part, receipts),
    styles: styles(part),
    body: html`<main>${receipts.map((receipt) => receiptHalf(part, receipt))}</main>`,
    fonts: options.fonts,
  })
}

function receiptHalf(part: PaperPart, receipt: Receipt): Markup {
  const { process, formats } = part
  const { t } = formats
  const on = formats.day(localDayOf(receipt.submittedAt, process.timeZone))
  return html`<article class="receipt"><header class="head">${townHead(part)}<p class="number"><span>${t('receipt.number')}</span> <strong>${receipt.reference}</strong></p></header>
<h1>${t('receipt.title')}<span class="visually-hidden"> ${receipt.reference}</span></h1>
<p class="greeting">${t('receipt.greeting')}</p>
<p>${t('receipt.received')} <strong dir="auto">${receipt.title.trim()}</strong>${t('receipt.receivedOn', { day: on })}</p>
<p>${answerSentence(part)}</p>
<dl class="facts">${
    receipt.authorName !== null &&
    html`<div><dt>${t('receipt.proposer')}</dt><dd dir="auto">${receipt.authorName}</dd></div>`
  }${
    receipt.code !== null &&
    receipt.formNumber !== null &&
    html`<div><dt>${t('receipt.form')}</dt><dd>${formCode(receipt.code, receipt.formNumber)}</dd></div>`
  }</dl>
${nextSteps(part)}
<footer><p class="notice">${t('receipt.data', { commune: process.communeName })}</p>${
    process.contact.trim() !== '' &&
    html`<p class="contact" dir="auto">${process.contact.trim().split('\n').join(' · ')}</p>`
  }</footer></article>`
}

/** When an answer comes: the end of the admissibility phase, where the calendar has one. */
function answerSentence(part: PaperPart): string {
  const { t } = part.formats
  const phase = phaseOf(part, 'admissibility')
  return phase === undefined
    ? t('receipt.examined')
    : t('receipt.examinedBy', { day: lastDayOf(part, phase.closesAt) })
}

function lastDayOf(part: PaperPart, closesAt: string): string {
  return part.formats.dayOf(new Date(Date.parse(closesAt) - 1).toISOString())
}

function nextSteps(part: PaperPart): Markup | false {
  const { t } = part.formats
  const steps = part.process.phases.filter(
    ({ kind }) => kind === 'study' || kind === 'vote' || kind === 'results',
  )
  if (steps.length === 0) return false
  return html`<section><h2>${t('receipt.next')}</h2><ol class="steps">${steps.map(
    (phase) =>
      html`<li><strong>${t(`labels.phase.${phase.kind}`)}</strong> ${t('receipt.step', {
        from: part.formats.dayOf(phase.opensAt),
        until: lastDayOf(part, phase.closesAt),
      })}</li>`,
  )}</ol></section>`
}

function styles({ accent }: PaperPart): string {
  return `${baseStyles(accent)}
@page { size: 210mm 297mm; margin: 0; }
html { font-size: 11pt; line-height: 1.38; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.receipt { height: 148.4mm; padding: 10mm 15mm 8mm; display: flex; flex-direction: column; gap: 2mm; overflow: hidden; break-inside: avoid; }
.receipt:nth-child(odd) { border-bottom: 0.75pt dashed #6b7176; }
.receipt:nth-child(even) { break-after: page; }
.receipt p + p { margin-top: 0; }
.head { display: flex; justify-content: space-between; align-items: center; gap: 8mm; padding-bottom: 2.5mm; border-bottom: 1.5pt solid var(--accent-ink); }
.town { display: flex; align-items: center; gap: 4mm; min-width: 0; }
.town-logo { height: 14mm; max-width: 40mm; object-fit: contain; }
.town-name { font-weight: 700; }
.number { flex: none; text-align: end; line-height: 1.15; }
.number span { display: block; }
.number strong { font-size: 20pt; font-variant-numeric: tabular-nums lining-nums slashed-zero; white-space: nowrap; }
h1 { font-size: 19pt; margin-top: 2mm; }
h2 { font-size: 12.5pt; color: var(--accent-ink); }
.facts { display: flex; flex-wrap: wrap; gap: 0 12mm; }
.facts div { display: flex; gap: 2mm; }
.facts dt { color: var(--quiet); }
.steps { columns: 1; padding-inline-start: 1.4em; }
.steps li { margin: 0; }
footer { margin-top: auto; }
.notice { color: var(--quiet); font-size: 9.5pt; line-height: 1.3; }
.contact { margin-top: 1.5mm !important; font-weight: 700; font-size: 10pt; }
`
}
