import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import { richText } from '../documents/rich-text.ts'
import { projectGroups } from './catalogue-groups.ts'
import { type CataloguePart, projectAnchor } from './catalogue-options.ts'

/** When the vote takes place, in letters and in the commune's own time zone. */
export function votingPeriod({ catalogue, formats }: CataloguePart): Markup {
  const { t } = formats
  const { voteOpensAt, voteClosesAt } = catalogue
  if (voteOpensAt !== null && voteClosesAt !== null) {
    return html`<p class="period"><span>${t('catalogue.voting.from', { opening: formats.opening(voteOpensAt) })}</span> <span>${t('catalogue.voting.to', { closing: formats.closing(voteClosesAt) })}</span></p>`
  }
  if (voteOpensAt !== null) {
    return html`<p class="period">${t('catalogue.voting.opensOn', { opening: formats.opening(voteOpensAt) })}</p>`
  }
  if (voteClosesAt !== null) {
    return html`<p class="period">${t('catalogue.voting.closesOn', { closing: formats.closing(voteClosesAt) })}</p>`
  }
  return html`<p class="period">${t('catalogue.voting.undated')}</p>`
}

/** The foreword, on its own page; nothing when none was written. */
export function forewordPage({ catalogue, formats }: CataloguePart): Markup | undefined {
  if (catalogue.forewordHtml.trim() === '') return undefined
  return html`<section class="opening"><h2>${formats.t('catalogue.sections.foreword')}</h2><div class="prose">${richText(catalogue.forewordHtml)}</div></section>`
}

/** How to vote: when, what is at stake, how. */
export function votingPage(part: CataloguePart): Markup {
  const { catalogue, formats } = part
  const { t } = formats
  const districts = projectGroups(catalogue, formats).filter((group) => group.districtId !== null).length
  const figures = joinMarkup([
    catalogue.envelope === null
      ? html``
      : html`<div><dt>${t('catalogue.voting.envelope')}</dt><dd>${formats.money(catalogue.envelope)}</dd></div>`,
    html`<div><dt>${t('catalogue.voting.projects')}</dt><dd>${formats.count(catalogue.projects.length)}</dd></div>`,
    districts < 2
      ? html``
      : html`<div><dt>${t('catalogue.voting.districts')}</dt><dd>${formats.count(districts)}</dd></div>`,
  ])
  return html`<section class="opening"><h2>${t('catalogue.sections.howToVote')}</h2>
<div class="voting-when"><h3>${t('catalogue.voting.when')}</h3>${votingPeriod(part)}</div>
<h3>${t('catalogue.voting.atStake')}</h3><dl class="voting-figures">${figures}</dl>
${
  catalogue.votingInstructionsHtml.trim() !== '' &&
  html`<h3>${t('catalogue.voting.how')}</h3><div class="prose">${richText(catalogue.votingInstructionsHtml)}</div>`
}</section>`
}

/** The contents, by district, with the page of each project. Unknown pages hold the place of three figures. */
export function contentsPage({ catalogue, formats, pageNumbers }: CataloguePart): Markup {
  const { t } = formats
  const groups = projectGroups(catalogue, formats).map((group) => {
    const lines = group.projects.map(({ project, index }) => {
      const page = pageNumbers.get(projectAnchor(index))
      return html`<li><a href="#${projectAnchor(index)}"><span class="contents-number">${formats.count(project.ballotNumber)}</span><bdi class="contents-title">${project.title}</bdi><span class="contents-cost">${project.publishedCost === null ? '' : formats.money(project.publishedCost)}</span><span class="contents-page">${page === undefined ? '000' : formats.count(page)}</span></a></li>`
    })
    return html`<div class="contents-group"><p class="contents-district" dir="auto">${group.name}</p><ol>${lines}</ol></div>`
  })
  return html`<section class="opening contents"><h2>${t('catalogue.sections.contents')}</h2><p class="note">${t('catalogue.contents.order')}</p>
${joinMarkup(groups)}</section>`
}
