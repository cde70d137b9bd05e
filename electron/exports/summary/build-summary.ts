import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import { pageShell } from '../documents/page-shell.ts'
import { paving } from '../documents/paving.ts'
import { countChart, timeChart } from './count-charts.ts'
import { moneyChart, pathChart } from './path-charts.ts'
import { type SummaryData, type SummaryOptions, type SummaryPart, summaryPart } from './summary-options.ts'
import { summaryStyles } from './summary-styles.ts'
import { annex, TableRegister } from './summary-tables.ts'

/** The report as a self-contained HTML document. `pageNumbers` gives the page of each table of the annex. */
export function buildSummary(
  data: SummaryData,
  options: SummaryOptions,
  pageNumbers: ReadonlyMap<string, number> = new Map(),
): string {
  const part = summaryPart(data, options, pageNumbers)
  const register = new TableRegister()
  const chapters = [
    essentials(part),
    time(part, register),
    origin(part, register),
    path(part, register),
    money(part, register),
  ]
  const body = html`<main>${cover(part)}${joinMarkup(chapters)}${method(part)}${annex(register.tables, part)}</main>`
  return pageShell({
    language: options.language,
    title: summaryTitle(part),
    styles: summaryStyles(part),
    body,
    fonts: options.fonts,
  })
}

/** Title of the document, as readers of the PDF show it. */
export function summaryTitle({ process, formats }: SummaryPart): string {
  const { title, edition } = process
  return edition === ''
    ? formats.t('summary.documentTitleAlone', { title })
    : formats.t('summary.documentTitle', { title, edition })
}

function cover({ process, generatedAt, formats, accent }: SummaryPart): Markup {
  const { t } = formats
  return html`<section class="cover"><div class="cover-band" aria-hidden="true">${paving({ width: 210, height: 128, radius: 26, color: accent })}</div>
<div class="cover-text"><p class="cover-commune" dir="auto">${process.communeName}</p><p class="cover-kind">${t('summary.cover.kind')}</p><h1 dir="auto">${process.title}</h1>${
    process.edition !== '' && html`<p class="cover-edition" dir="auto">${process.edition}</p>`
  }</div>
<div class="cover-foot"><p>${t('summary.cover.generated', { date: formats.dayOf(generatedAt) })}</p>${
    process.demonstration && html`<p class="cover-mark">${t('catalogue.demonstration.mark')}</p>`
  }</div></section>`
}

function essentials({ figures, formats }: SummaryPart): Markup {
  const { t, count, exactMoney } = formats
  const { participants, contributions } = figures
  const money = { ballot: exactMoney(figures.ballotTotal), winners: exactMoney(figures.winnersTotal) }
  const moneySentence =
    figures.envelope === null
      ? t('summary.essentials.moneySentenceWithoutEnvelope', money)
      : t('summary.essentials.moneySentence', { ...money, envelope: exactMoney(figures.envelope) })
  const keyFigure = (value: number, name: string, definition: string): Markup =>
    html`<div><dt><b>${count(value)}</b> ${name}</dt><dd>${definition}</dd></div>`
  const step = (value: number, name: 'submitted' | 'onBallot' | 'winners'): Markup =>
    html`<div><dt>${t(`summary.essentials.${name}`, { count: value })}</dt><dd>${count(value)}</dd></div>`
  return html`<section class="opening"><h2>${t('summary.sections.essentials')}</h2><dl class="key-figures">
${keyFigure(
  participants.total,
  t('summary.essentials.participants'),
  t('summary.essentials.participantsDefinition', {
    authors: count(participants.authors),
    attendees: count(participants.attendees),
    voters: count(participants.voters),
  }),
)}${keyFigure(
  contributions.total,
  t('summary.essentials.contributions'),
  t('summary.essentials.contributionsDefinition', {
    submissions: count(contributions.submissions),
    comments: count(contributions.comments),
    atMeetings: count(contributions.atMeetings),
  }),
)}${keyFigure(figures.supports, t('summary.essentials.supports'), t('summary.essentials.supportsDefinition'))}${keyFigure(
  figures.meetings,
  t('summary.essentials.meetings'),
  t('summary.essentials.meetingsDefinition'),
)}</dl>
<div class="statement"><h3>${t('summary.essentials.path')}</h3><dl class="steps">${step(figures.submissions, 'submitted')}${step(figures.projectsOnBallot, 'onBallot')}${step(figures.winners, 'winners')}</dl></div>
<div class="statement"><h3>${t('summary.essentials.money')}</h3><p>${moneySentence}</p></div></section>`
}

function time(part: SummaryPart, register: TableRegister): Markup {
  return html`<section class="opening"><h2>${part.formats.t('summary.sections.time')}</h2>${timeChart(part, register)}</section>`
}

function origin(part: SummaryPart, register: TableRegister): Markup {
  const { figures, formats } = part
  const channels = figures.byChannel.map(({ channel, count }) => ({
    label: channelLabel(channel, part),
    count,
  }))
  return html`<section class="opening"><h2>${formats.t('summary.sections.origin')}</h2>${countChart('District', figures.byDistrict, part, register)}${countChart('Theme', figures.byTheme, part, register)}${countChart('Channel', channels, part, register)}</section>`
}

function channelLabel(channel: string, { formats }: SummaryPart): string {
  // An imported channel that the town named itself is printed as it is.
  return formats.t(`labels.channel.${channel}`, { defaultValue: channel })
}

function path(part: SummaryPart, register: TableRegister): Markup {
  const { figures, formats } = part
  const { t } = formats
  const reasons = figures.refusals.map(({ reason, count }) => ({
    label: t(`labels.reason.${reason}`),
    count,
  }))
  const chart = pathChart(part, register)
  const refusals = countChart('Reason', reasons, part, register)
  const states = figures.byStage.filter((row) => row.count > 0)
  register.add({
    anchor: 'data-stage',
    name: t('summary.kinds.stage'),
    heads: [t('summary.data.label'), t('summary.data.count')],
    rows: states.map((row) => [t(`labels.stage.${row.stage}`), formats.count(row.count)]),
    total: [t('summary.data.total'), formats.count(states.reduce((sum, row) => sum + row.count, 0))],
  })
  return html`<section class="opening"><h2>${t('summary.sections.path')}</h2>${chart}${refusals}</section>`
}

function money(part: SummaryPart, register: TableRegister): Markup {
  return html`<section class="opening"><h2>${part.formats.t('summary.sections.money')}</h2>${moneyChart(part, register)}</section>`
}

function method({ process, formats }: SummaryPart): Markup {
  const { t } = formats
  const notes = ['perimeter', 'participants', 'contributions', 'path', 'shares', 'money'].map(
    (note) => html`<li>${t(`summary.method.${note}`)}</li>`,
  )
  const rulebook = t('summary.method.rulebook', {
    number: process.rulebook.number,
    date: formats.dayOf(process.rulebook.adoptedAt),
  })
  return html`<section class="flowing method"><h2>${t('summary.sections.method')}</h2><ul>${joinMarkup(notes)}<li>${t('summary.method.days', { timeZone: process.timeZone })}</li><li>${rulebook}</li></ul></section>`
}
