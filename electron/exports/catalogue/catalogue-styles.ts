import { baseStyles } from '../documents/base-styles.ts'
import { cssString } from '../documents/markup.ts'
import { type CataloguePart, projectAnchor } from './catalogue-options.ts'
import { sheetSize } from './project-sheet.ts'

/** Millimetres, except `type`: the root type size in points. */
const measures = {
  a4: {
    size: '210mm 297mm',
    height: 297,
    side: 18,
    top: 18,
    bottom: 19,
    type: 10.5,
    picture: 98,
    sideColumn: 50,
  },
  a5: {
    size: '148mm 210mm',
    height: 210,
    side: 12.5,
    top: 13,
    bottom: 15,
    type: 9.5,
    picture: 64,
    sideColumn: 36,
  },
} as const

/** Style rules of one catalogue: paper, page heads, cover, contents, sheets. */
export function catalogueStyles(part: CataloguePart): string {
  const { catalogue, formats, options, accent } = part
  const paper = measures[options.format]
  const text = paper.height - paper.top - paper.bottom
  const mark = catalogue.demonstration ? formats.t('catalogue.demonstration.note') : ''
  const small = options.format === 'a5' ? 6.8 : 7.8
  return `${baseStyles(accent)}
@page { size: ${paper.size}; margin: ${paper.top}mm ${paper.side}mm ${paper.bottom}mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: ${small}pt "Parvis Text"; color: #565c61; }
  @bottom-left { content: ${cssString(mark)}; font: 700 ${small}pt "Parvis Text"; color: #565c61; white-space: nowrap; }
}
@page cover { margin: 0; @bottom-right { content: none; } @bottom-left { content: none; } }
${runningHeads(part, small)}
html { font-size: ${paper.type}pt; }
.cover { page: cover; position: relative; height: ${paper.height}mm; overflow: hidden; background: var(--accent); color: var(--on-accent); display: flex; flex-direction: column; break-inside: avoid; }
.cover > div:not(.cover-picture) { padding-inline: ${paper.side + 2}mm; }
.cover-head { display: flex; align-items: center; gap: 5mm; padding-top: ${paper.top}mm; min-height: 18mm; flex: none; }
.cover-logo { background: #fff; padding: 2.5mm; height: 20mm; min-width: 20mm; flex: none; }
.cover-logo img { height: 15mm; max-width: 45mm; object-fit: contain; }
.cover-commune { font-weight: 700; font-size: 1.25rem; flex: 1; }
.cover-mark { border: 1pt solid currentColor; padding: 1mm 2.5mm; font-weight: 700; flex: none; align-self: center; }
.cover-title { padding-block: ${options.format === 'a4' ? 15 : 9}mm ${options.format === 'a4' ? 13 : 8}mm; flex: none; }
.cover-kind { font-size: 1.15rem; margin-bottom: 2mm; }
.cover h1 { font-size: ${options.format === 'a4' ? 3.9 : 3.1}rem; line-height: 1.04; letter-spacing: -0.012em; }
.cover-edition { font-family: var(--display); font-size: 2rem; font-style: italic; line-height: 1.15; margin-top: 3mm; }
.cover-picture { position: relative; flex: 1; min-height: 0; overflow: hidden; }
.cover-foot { flex: none; padding-block: ${options.format === 'a4' ? 9 : 6}mm ${options.format === 'a4' ? 13 : 9}mm; display: grid; grid-template-columns: 2fr 3fr; gap: 8mm; align-items: start; background: var(--accent); }
.cover-count { font-weight: 700; }
.cover-foot .period { margin: 0; }
.period span { display: block; }
.back-cover .cover-picture { flex: 1; }
.back-text { flex: none; padding-block: 14mm; display: grid; gap: 7mm; background: var(--accent); }
.back-text h2 { font-size: 1.5rem; margin-bottom: 1.5mm; }
.contact { white-space: pre-line; }
.back-commune { font-weight: 700; border-top: 0.75pt solid currentColor; padding-top: 4mm; }
.back-title { margin-top: -6mm !important; }
.back-text .cover-mark { justify-self: start; }
.opening { break-before: page; }
/* Letters that reach above the first line would otherwise be drawn, and read, on the page before too. */
.opening { padding-top: 1.5mm; }
.opening > h2 { font-size: 2.3rem; line-height: 1.08; margin-bottom: ${options.format === 'a4' ? 9 : 6.5}mm; letter-spacing: -0.01em; }
.opening > h3 { font-size: 1.35rem; margin: 8mm 0 2.5mm; }
.prose { max-width: 122mm; font-size: 1.08rem; }
.lead { font-size: 1.08rem; margin-bottom: 4mm; }
.note { color: var(--quiet); font-size: 0.86rem; margin-top: 4mm; }
.contents > .note { margin: ${options.format === 'a4' ? '-5mm 0 6mm' : '-3.5mm 0 4mm'}; }
.voting-when { background: var(--accent-pale); border-inline-start: 3pt solid var(--accent); padding: 5mm 6mm; break-inside: avoid; }
.voting-when h3 { font-size: 1rem; font-family: var(--text); font-weight: 700; color: var(--accent-ink); margin-bottom: 1mm; }
.voting-when .period { font-family: var(--display); font-size: 1.5rem; line-height: 1.3; }
.voting-figures { display: flex; flex-wrap: wrap; gap: 4mm 12mm; break-inside: avoid; }
.voting-figures div { display: flex; flex-direction: column-reverse; }
.voting-figures dd { font-family: var(--display); font-size: 2rem; font-weight: 600; line-height: 1.1; }
.voting-figures dt { color: var(--quiet); font-size: 0.9rem; }
.contents-group { margin-bottom: ${options.format === 'a4' ? 5 : 3}mm; }
.contents-district { font-size: 1.05rem; line-height: 1.3; break-after: avoid; font-weight: 700; color: var(--accent-ink); padding-bottom: 1mm; border-bottom: 1pt solid var(--accent-ink); }
.contents ol { list-style: none; padding: 0; }
.contents li { break-inside: avoid; border-bottom: 0.5pt solid var(--line); }
.contents a { display: grid; grid-template-columns: 2.6em 1fr auto 2.4em; gap: 0 3mm; padding: ${options.format === 'a4' ? 1.35 : 0.85}mm 0; text-decoration: none; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; align-items: baseline; }
.contents-number { font-weight: 700; }
.contents-cost { color: var(--quiet); font-size: 0.9rem; white-space: nowrap; }
.contents-page { text-align: end; font-weight: 700; }
.map-page figure { margin-bottom: 5mm; }
.map-page > h3 { font-size: 1.7rem; margin-top: 0; }
.map text { font-family: var(--text); text-anchor: middle; }
.map-names { font-size: 11.5px; font-weight: 700; stroke: #fff; stroke-width: 2.6; stroke-linejoin: round; paint-order: stroke; }
.map-caption { font-weight: 400; }
.map-pins text { fill: #fff; stroke: none; font-weight: 700; font-variant-numeric: tabular-nums lining-nums; }
.map-scale text { font-size: 9.5px; fill: #565c61; }
.map-legend { font-size: 0.9rem; break-inside: avoid; }
.map-key { display: inline-block; min-width: 1.6em; color: var(--accent-ink); }
.map-legend th[scope="row"] { width: 55%; }
/* Names in Arabic or Hebrew keep their own direction, and their place beside the label of a left-to-right page. */
.contents-title, .sheet-title, .facts dd, .eyebrow p, .eyebrow h2 { text-align: left; }
.sheet-page, .sheet-pages { break-before: page; }
.eyebrow { display: flex; gap: 2mm 5mm; align-items: baseline; justify-content: space-between; border-bottom: 1pt solid var(--theme-ink); padding-bottom: 1.5mm; font-size: 0.92rem; break-after: avoid; }
.eyebrow-place { font: 700 0.92rem/1.35 var(--text); color: var(--theme-ink); }
.eyebrow-theme { text-align: end; }
.eyebrow-theme::before { content: ""; display: inline-block; width: 0.7em; height: 0.7em; margin-inline-end: 0.45em; background: var(--theme); }
.sheet h3 { display: grid; grid-template-columns: auto 1fr; gap: 5mm; align-items: baseline; padding: 5mm 0 6mm; }
.sheet-number { font-size: ${options.format === 'a4' ? 3.6 : 2.9}rem; line-height: 0.9; color: var(--theme-ink); font-variant-numeric: lining-nums; }
.sheet-title { font-size: ${options.format === 'a4' ? 2.15 : 1.75}rem; line-height: 1.12; letter-spacing: -0.008em; min-width: 0; }
.sheet .sheet-title-long { font-size: 1.3rem; }
.picture-figure, .sheet > .picture { margin-bottom: ${options.format === 'a4' ? 7 : 5}mm; }
.picture { position: relative; overflow: hidden; background: var(--line); display: flex; align-items: center; justify-content: center; }
.picture img { flex: none; max-width: none; }
.picture-tall { width: 100%; height: auto; }
.picture-wide { height: 100%; width: auto; }
.picture-cover { width: 100%; height: 100%; object-fit: cover; }
figcaption { font-size: 0.78rem; color: var(--quiet); text-align: end; margin-top: 1mm; }
.sheet-columns { display: grid; grid-template-columns: ${paper.sideColumn}mm 1fr; gap: 0 ${options.format === 'a4' ? 8 : 5}mm; align-items: start; }
.facts div { padding-block: 0 2.6mm; break-inside: avoid; }
.facts dt { color: var(--quiet); font-size: 0.82rem; line-height: 1.35; }
.facts dd { font-size: 0.95rem; line-height: 1.35; }
.fact-cost dd { font-family: var(--display); font-weight: 600; font-size: 1.75rem; line-height: 1.15; color: var(--theme-ink); }
.summary { font-family: var(--display); font-size: 1.18rem; line-height: 1.38; margin-bottom: 3.5mm; }
.sheet-half { break-inside: avoid; min-height: ${(text - 2) / 2}mm; padding-bottom: 5mm; }
.sheet-half h3 { padding: 2.5mm 0 3.5mm; gap: 3.5mm; }
.sheet-half .sheet-number { font-size: 2.2rem; }
.sheet-half .sheet-title { font-size: 1.45rem; }
.sheet-half .summary { font-size: 1rem; margin-bottom: 2mm; }
.sheet-half .description { font-size: 0.93rem; line-height: 1.42; }
.sheet-half .fact-cost dd { font-size: 1.35rem; }
.sheet-half .sheet-half-body { display: grid; grid-template-columns: ${options.format === 'a4' ? 62 : 44}mm 1fr; gap: 0 ${options.format === 'a4' ? 7 : 4.5}mm; align-items: start; }
.sheet-half .picture-figure, .sheet-half-body div > .picture[aria-hidden] { margin-bottom: 3mm; }
.facts-half div { display: grid; grid-template-columns: 38% 1fr; gap: 2mm; padding-bottom: 1mm; align-items: baseline; }
.facts-half dd, .facts-half dt { font-size: 0.82rem; line-height: 1.3; }
.facts-half .fact-cost dd { font-size: 1.3rem; line-height: 1.15; }
`
}

/** A sheet that runs over several pages repeats its number and title in the head of each: a page of its own name holds them. */
function runningHeads(part: CataloguePart, small: number): string {
  return part.catalogue.projects
    .map((project, index) => ({ project, index }))
    .filter((numbered) => sheetSize(numbered, part) === 'pages')
    .map(({ project, index }) => {
      const title =
        [...project.title].length > 70
          ? `${[...project.title].slice(0, 68).join('').trimEnd()}…`
          : project.title
      const head = part.formats.t('catalogue.project.runningTitle', {
        number: part.formats.count(project.ballotNumber),
        title: title.replace(/\s+/g, ' '),
      })
      return `@page ${projectAnchor(index)} { @top-left { content: ${cssString(head)}; font: ${small}pt "Parvis Text", "Parvis World"; color: #565c61; } }`
    })
    .join('\n')
}
