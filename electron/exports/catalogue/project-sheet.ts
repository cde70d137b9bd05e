import { type HexColor, readableOnWhite, safeColor } from '../documents/colors.ts'
import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import { paving } from '../documents/paving.ts'
import { richText, visibleLength } from '../documents/rich-text.ts'
import type { NumberedProject } from './catalogue-groups.ts'
import { type CataloguePart, projectAnchor, safePicture } from './catalogue-options.ts'

/** Characters that still fit half a page; a longer sheet gets pages of its own rather than being cut. */
const halfPageCharacters = { a4: 1150, a5: 480 } as const

/** Characters above which a sheet may run over several pages, and repeats its number and title in their heads. */
const onePageCharacters = { a4: 1900, a5: 900 } as const

/** True when a sheet may take more than one page, or needs a whole one in the half-page layout. */
export function sheetSize(
  { project }: NumberedProject,
  { options }: CataloguePart,
): 'half' | 'page' | 'pages' {
  const length = visibleLength(project.descriptionHtml) + project.summary.length
  if (length > onePageCharacters[options.format]) return 'pages'
  return options.layout === 'half-page' && length <= halfPageCharacters[options.format] ? 'half' : 'page'
}

/** One project. `chapter` is the district's name when this sheet opens the district. */
export function projectSheet(numbered: NumberedProject, part: CataloguePart, chapter: string | null): Markup {
  const { project, index } = numbered
  const { formats } = part
  const { t } = formats
  const color = safeColor(project.themeColor, part.accent)
  const size = sheetSize(numbered, part)
  const place = project.districtName ?? t('catalogue.project.allDistricts')
  // A district opens with a heading, and so with a bookmark; later sheets only recall its name.
  const district =
    chapter === null
      ? html`<p class="eyebrow-place" dir="auto">${place}</p>`
      : html`<h2 class="eyebrow-place" dir="auto">${chapter}</h2>`
  const theme =
    project.themeName !== null && html`<p class="eyebrow-theme" dir="auto">${project.themeName}</p>`
  return html`<article class="sheet sheet-${size}" style="--theme:${color};--theme-ink:${readableOnWhite(color)};page:${size === 'pages' ? projectAnchor(index) : 'sheet'}">
<div class="eyebrow">${district}${theme}</div>
<h3 id="${projectAnchor(index)}"><span class="sheet-number">${formats.count(project.ballotNumber)}</span> <bdi class="sheet-title">${project.title}</bdi></h3>
${size === 'half' ? halfBody(numbered, part, color) : fullBody(numbered, part, color)}
</article>`
}

function fullBody(numbered: NumberedProject, part: CataloguePart, color: HexColor): Markup {
  return html`${picture(numbered, part, color)}
<div class="sheet-columns"><dl class="facts">${facts(numbered, part)}</dl><div class="sheet-text">${text(numbered)}</div></div>`
}

function halfBody(numbered: NumberedProject, part: CataloguePart, color: HexColor): Markup {
  return html`<div class="sheet-half-body"><div>${picture(numbered, part, color)}<dl class="facts">${facts(numbered, part)}</dl></div><div class="sheet-text">${text(numbered)}</div></div>`
}

function text({ project }: NumberedProject): Markup {
  return html`${project.summary.trim() !== '' && html`<p class="summary" dir="auto">${project.summary}</p>`}<div class="description">${richText(project.descriptionHtml)}</div>`
}

function picture(
  { project }: NumberedProject,
  { formats, withPictures }: CataloguePart,
  color: HexColor,
): Markup {
  const source = safePicture(project.pictureDataUrl)
  if (source === undefined) {
    const stones = paving({ width: 174, height: 98, radius: 19, color })
    return html`<div class="picture" aria-hidden="true">${withPictures && stones}</div>`
  }
  const text = project.pictureAlternativeText.trim()
  const alternative = text === '' ? formats.t('catalogue.project.picture', { title: project.title }) : text
  const credit = project.pictureCredit.trim()
  return html`<figure class="picture-figure"><div class="picture">${withPictures && html`<img src="${source}" alt="${alternative}">`}</div>${
    credit !== '' &&
    html`<figcaption dir="auto">${formats.t('catalogue.project.credit', { credit })}</figcaption>`
  }</figure>`
}

function facts({ project }: NumberedProject, { formats }: CataloguePart): Markup {
  const { t } = formats
  const cost = project.publishedCost
  const rows: (Markup | false)[] = [
    html`<div class="fact-cost"><dt>${t('catalogue.project.cost')}</dt><dd>${cost === null ? t('catalogue.project.costUnknown') : formats.money(cost)}</dd></div>`,
    project.annualRunningCost !== null &&
      fact(
        t('catalogue.project.annualRunningCost'),
        t('catalogue.project.perYear', { amount: formats.money(project.annualRunningCost) }),
      ),
    fact(t('catalogue.project.place'), project.address),
    fact(t('catalogue.project.theme'), project.themeName),
    fact(t('catalogue.project.department'), project.managingDepartment),
    fact(t('catalogue.project.proposers'), project.proposerNames),
  ]
  return joinMarkup(rows.filter((row) => row !== false))
}

function fact(label: string, value: string | null): Markup | false {
  if (value === null || value.trim() === '') return false
  return html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`
}
