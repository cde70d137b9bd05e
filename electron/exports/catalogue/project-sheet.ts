import { type HexColor, readableOnWhite, safeColor } from '../documents/colors.ts'
import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import { paving } from '../documents/paving.ts'
import { pictureSize } from '../documents/picture-size.ts'
import { richText, visibleLength } from '../documents/rich-text.ts'
import type { NumberedProject } from './catalogue-groups.ts'
import { type CataloguePart, projectAnchor, safePicture } from './catalogue-options.ts'

/** Millimetres of the picture, by paper and by the text that shares its page. */
const pictureBoxes = {
  a4: {
    half: { width: 62, height: 44 },
    short: { width: 174, height: 98 },
    long: { width: 174, height: 76 },
    longest: { width: 174, height: 58 },
  },
  a5: {
    half: { width: 44, height: 28 },
    short: { width: 123, height: 64 },
    long: { width: 123, height: 44 },
    longest: { width: 123, height: 36 },
  },
} as const

/** Characters above which the picture gives way to the text. */
const shortCharacters = { a4: 1350, a5: 420 } as const

/** Characters that still fit half a page; a longer sheet gets pages of its own rather than being cut. */
const halfPageCharacters = { a4: 1150, a5: 480 } as const

/** Titles are asked to hold in 80 characters; longer ones are set smaller. */
const longTitle = 100

/** Characters above which a sheet may run over several pages, and repeats its number and title in their heads. */
const onePageCharacters = { a4: 1900, a5: 720 } as const

/** True when a sheet may take more than one page, or needs a whole one in the half-page layout. */
export function sheetSize(
  { project }: NumberedProject,
  { options }: CataloguePart,
): 'half' | 'page' | 'pages' {
  const length = visibleLength(project.descriptionHtml) + project.summary.length
  if (length > onePageCharacters[options.format]) return 'pages'
  return options.layout === 'half-page' && length <= halfPageCharacters[options.format] ? 'half' : 'page'
}

function textLength({ project }: NumberedProject): number {
  return visibleLength(project.descriptionHtml) + project.summary.length
}

function pictureBox(
  numbered: NumberedProject,
  part: CataloguePart,
): { readonly width: number; readonly height: number } {
  const boxes = pictureBoxes[part.options.format]
  switch (sheetSize(numbered, part)) {
    case 'half':
      return boxes.half
    case 'page':
      return textLength(numbered) > shortCharacters[part.options.format] ? boxes.long : boxes.short
    case 'pages':
      return boxes.longest
  }
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
<h3 id="${projectAnchor(index)}"><span class="sheet-number">${formats.count(project.ballotNumber)}</span> <bdi class="sheet-title${project.title.length > longTitle && ' sheet-title-long'}">${project.title}</bdi></h3>
${size === 'half' ? halfBody(numbered, part, color) : fullBody(numbered, part, color)}
</article>`
}

function fullBody(numbered: NumberedProject, part: CataloguePart, color: HexColor): Markup {
  return html`${picture(numbered, part, color)}
<div class="sheet-columns"><dl class="facts">${facts(numbered, part)}</dl><div class="sheet-text">${text(numbered)}</div></div>`
}

function halfBody(numbered: NumberedProject, part: CataloguePart, color: HexColor): Markup {
  return html`<div class="sheet-half-body"><div>${picture(numbered, part, color)}<dl class="facts facts-half">${facts(numbered, part)}</dl></div><div class="sheet-text">${text(numbered)}</div></div>`
}

function text({ project }: NumberedProject): Markup {
  return html`${project.summary.trim() !== '' && html`<p class="summary" dir="auto">${project.summary}</p>`}<div class="description">${richText(project.descriptionHtml)}</div>`
}

function picture(numbered: NumberedProject, part: CataloguePart, color: HexColor): Markup {
  const { project } = numbered
  const { formats, withPictures } = part
  const box = pictureBox(numbered, part)
  const source = safePicture(project.pictureDataUrl)
  if (source === undefined) {
    const stones = paving({ ...box, radius: box.width > 100 ? 19 : 11, color })
    return html`<div class="picture" style="height:${box.height}mm" aria-hidden="true">${withPictures && stones}</div>`
  }
  const text = project.pictureAlternativeText.trim()
  const alternative = text === '' ? formats.t('catalogue.project.picture', { title: project.title }) : text
  const credit = project.pictureCredit.trim()
  return html`<figure class="picture-figure"><div class="picture" style="height:${box.height}mm">${withPictures && html`<img class="${pictureFit(source, numbered, part)}" src="${source}" alt="${alternative}">`}</div>${
    credit !== '' &&
    html`<figcaption dir="auto">${formats.t('catalogue.project.credit', { credit })}</figcaption>`
  }</figure>`
}

/**
 * Which side of the picture fills its box. `object-fit: cover` would do without knowing, but Chromium then takes some
 * 150 ms to print each picture instead of 5 ms.
 */
function pictureFit(source: string, numbered: NumberedProject, part: CataloguePart): string {
  const size = pictureSize(source)
  if (size === undefined || size.width === 0 || size.height === 0) return 'picture-cover'
  const box = pictureBox(numbered, part)
  return size.width / size.height > box.width / box.height ? 'picture-wide' : 'picture-tall'
}

function facts(numbered: NumberedProject, part: CataloguePart): Markup {
  const { project } = numbered
  const { formats } = part
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
    // Half a page already names the theme at its head.
    sheetSize(numbered, part) !== 'half' && fact(t('catalogue.project.theme'), project.themeName),
    fact(t('catalogue.project.department'), project.managingDepartment),
    fact(t('catalogue.project.proposers'), project.proposerNames),
  ]
  return joinMarkup(rows.filter((row) => row !== false))
}

function fact(label: string, value: string | null): Markup | false {
  if (value === null || value.trim() === '') return false
  return html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`
}
