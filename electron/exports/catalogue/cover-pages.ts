import { html, type Markup } from '../documents/markup.ts'
import { paving } from '../documents/paving.ts'
import { type CataloguePart, safePicture } from './catalogue-options.ts'
import { votingPeriod } from './opening-pages.ts'

/** The front cover: commune, title, edition, number of projects and dates of the vote. */
export function frontCover(part: CataloguePart): Markup {
  const { catalogue, formats, accent } = part
  const { t } = formats
  const count = catalogue.projects.length
  return html`<section class="cover">
<div class="cover-head">${logo(part)}<p class="cover-commune" dir="auto">${catalogue.communeName}</p>${
    catalogue.demonstration && html`<p class="cover-mark">${t('catalogue.demonstration.mark')}</p>`
  }</div>
<div class="cover-title"><p class="cover-kind">${t('catalogue.cover.kind')}</p>
<h1 dir="auto">${catalogue.title}</h1>
${catalogue.edition !== '' && html`<p class="cover-edition" dir="auto">${catalogue.edition}</p>`}</div>
<div class="cover-picture" aria-hidden="true">${paving({ width: 210, height: 150, radius: 26, color: accent })}</div>
<div class="cover-foot"><p class="cover-count">${t('catalogue.cover.projects', { count, number: formats.count(count) })}</p>
${votingPeriod(part)}</div>
</section>`
}

/** The back cover: dates of the vote again, contact, commune. */
export function backCover(part: CataloguePart): Markup {
  const { catalogue, formats, accent } = part
  const { t } = formats
  return html`<section class="cover back-cover">
<div class="cover-picture" aria-hidden="true">${paving({ width: 210, height: 110, radius: 26, color: accent })}</div>
<div class="back-text">
<div><h2>${t('catalogue.back.vote')}</h2>${votingPeriod(part)}</div>
${
  catalogue.contact.trim() !== '' &&
  html`<div><h2>${t('catalogue.sections.contact')}</h2><p class="contact" dir="auto">${catalogue.contact}</p></div>`
}
<p class="back-commune" dir="auto">${catalogue.communeName}</p>
<p class="back-title"><bdi>${catalogue.title}</bdi>${catalogue.edition !== '' && html` · <bdi>${catalogue.edition}</bdi>`}</p>
${catalogue.demonstration && html`<p class="cover-mark">${t('catalogue.demonstration.note')}</p>`}
</div>
</section>`
}

function logo({ catalogue, formats, withPictures }: CataloguePart): Markup | false {
  const source = safePicture(catalogue.logoDataUrl)
  if (source === undefined) return false
  const text = formats.t('catalogue.cover.logo', { commune: catalogue.communeName })
  return html`<div class="cover-logo">${withPictures && html`<img src="${source}" alt="${text}">`}</div>`
}
