import { formCode } from '../../../shared/domain/paper/batch-code.ts'
import type { FormQuestion } from '../../../shared/domain/paper/form-question.ts'
import { districtMap } from '../documents/district-map.ts'
import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import { pageShell } from '../documents/page-shell.ts'
import { blankFormStyles } from './blank-form-styles.ts'
import {
  type PaperOptions,
  type PaperPart,
  type PaperSource,
  paperPart,
  phaseOf,
  townHead,
} from './paper-part.ts'

/** The batch whose forms are printed, and which of them. */
export interface FormRun {
  readonly code: string
  readonly eventName: string
  readonly numbers: readonly number[]
}

/** Title of the document, as readers of the PDF show it. */
export function blankFormTitle(part: PaperPart, run: FormRun): string {
  return part.formats.t('paperForm.documentTitle', { title: part.process.title, code: run.code })
}

/** Blank proposal forms, two sides each, with their numbers: a self-contained HTML document. */
export function buildBlankForms(source: PaperSource, run: FormRun, options: PaperOptions): string {
  const part = paperPart(source, options)
  return pageShell({
    language: options.language,
    title: blankFormTitle(part, run),
    styles: blankFormStyles(part),
    body: html`<main>${run.numbers.map((number) => form(part, formCode(run.code, number), number))}</main>`,
    fonts: options.fonts,
  })
}

function form(part: PaperPart, code: string, number: number): Markup {
  return html`<article class="form">${frontSide(part, code, number)}${backSide(part, code)}</article>`
}

function codeBox(part: PaperPart, code: string): Markup {
  return html`<p class="code"><span class="code-label">${part.formats.t('paperForm.code')}</span> <strong>${code}</strong></p>`
}

function frontSide(part: PaperPart, code: string, number: number): Markup {
  const { t } = part.formats
  const deposit = phaseOf(part, 'submission')
  const until =
    deposit === undefined
      ? t('paperForm.intro')
      : t('paperForm.introUntil', { day: part.formats.closing(deposit.closesAt) })
  return html`<section class="side">
<header class="head">${townHead(part)}${codeBox(part, code)}</header>
<h1>${t('paperForm.title')}<span class="visually-hidden"> ${t('paperForm.numbered', { number })}</span></h1>
<p class="intro">${until} ${t('paperForm.howTo')}</p>
<section class="part"><h2>${t('paperForm.idea')}</h2>
${field(t('paperForm.field.title'), t('paperForm.help.title'), lines(1))}
${field(t('paperForm.field.body'), t('paperForm.help.body'), lines(9))}</section>
${whereSection(part)}
</section>`
}

function whereSection(part: PaperPart): Markup {
  const { t } = part.formats
  const { districts } = part.process
  const map = districtMap({
    districts: districts.flatMap((district) =>
      district.polygon === null
        ? []
        : [{ name: district.name, caption: null, polygon: district.polygon, isContext: false }],
    ),
    places: [],
    width: 392,
    maximumHeight: 290,
    color: part.accent,
    title: t('paperForm.map'),
    description: t('paperForm.mapDescription'),
    kilometreLabel: t('catalogue.map.kilometre'),
    halfKilometreLabel: t('catalogue.map.halfKilometre'),
  })
  const drawing =
    map === undefined
      ? html`<div class="sketch"></div><p class="help">${t('paperForm.help.sketch')}</p>`
      : html`<div class="map">${map}</div><p class="help">${t('paperForm.help.map')}</p>`
  return html`<section class="part grow"><h2>${t('paperForm.where')}</h2>
${field(t('paperForm.field.address'), t('paperForm.help.address'), lines(1))}
<div class="where"><div>${
    districts.length > 0 &&
    ticks(
      t('paperForm.field.district'),
      districts.map(({ name }) => name),
      true,
    )
  }</div><div class="drawing">${drawing}</div></div></section>`
}

function backSide(part: PaperPart, code: string): Markup {
  const { t } = part.formats
  return html`<section class="side">
<header class="head head-short"><p class="town-process" dir="auto">${part.process.title}</p>${codeBox(part, code)}</header>
<section class="part"><h2>${t('paperForm.more')}</h2>
${
  part.process.themes.length > 0 &&
  ticks(
    t('paperForm.field.theme'),
    part.process.themes.map(({ name }) => name),
    false,
  )
}
${field(t('paperForm.field.cost'), t('paperForm.help.cost'), html`<div class="euro"><span class="rule"></span>&nbsp;€</div>`)}
${part.questions.map((question) => questionField(question))}</section>
<section class="part"><h2>${t('paperForm.you')}</h2>
<div class="pair">${field(t('paperForm.field.name'), '', lines(1))}${field(t('paperForm.field.phone'), '', lines(1))}</div>
${field(t('paperForm.field.authorAddress'), '', lines(2))}
${field(t('paperForm.field.email'), '', lines(1))}
<ul class="ticks single"><li><span class="box"></span>${t('paperForm.accept')}</li></ul></section>
<section class="notice"><h2>${t('paperForm.dataTitle')}</h2><p>${t('paperForm.data', { commune: part.process.communeName })}</p></section>
${receiptSlip(part, code)}
</section>`
}

function receiptSlip(part: PaperPart, code: string): Markup {
  const { t } = part.formats
  return html`<section class="slip"><p class="cut"><span>${t('paperForm.cut')}</span></p>
<div class="slip-body"><div><h2>${t('paperForm.slip')}</h2><p>${t('paperForm.slipText')}</p>
${
  part.process.contact.trim() !== '' && html`<p class="contact" dir="auto">${part.process.contact.trim()}</p>`
}</div>
<div class="slip-side"><p class="slip-code"><span class="code-label">${t('paperForm.code')}</span> <strong>${code}</strong></p>
<p class="slip-line">${t('paperForm.receivedOn')}</p><p class="slip-line">${t('paperForm.receivedBy')}</p></div></div></section>`
}

function questionField(question: FormQuestion): Markup {
  if (question.kind === 'choice') return ticks(question.label, question.choices, false, question.help)
  return field(question.label, question.help, lines(question.kind === 'long' ? 3 : 1))
}

function field(label: string, help: string, answer: Markup): Markup {
  return html`<div class="field"><p class="label"><strong dir="auto">${label}</strong>${
    help !== '' && html` <span class="help" dir="auto">${help}</span>`
  }</p>${answer}</div>`
}

/** Empty lines to write on. */
function lines(count: number): Markup {
  return joinMarkup(Array.from({ length: count }, () => html`<div class="rule"></div>`))
}

function ticks(label: string, options: readonly string[], stacked: boolean, help = ''): Markup {
  return html`<div class="field"><p class="label"><strong dir="auto">${label}</strong>${
    help !== '' && html` <span class="help" dir="auto">${help}</span>`
  }</p><ul class="ticks${stacked && ' stacked'}">${options.map(
    (option) => html`<li><span class="box"></span><span dir="auto">${option}</span></li>`,
  )}</ul></div>`
}
