import type { ProjectCatalogue } from '../../../shared/read-models/project-catalogue.ts'
import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import { pageShell } from '../documents/page-shell.ts'
import { isGroupedByDistrict } from './catalogue-groups.ts'
import { type CatalogueOptions, type CataloguePart, cataloguePart } from './catalogue-options.ts'
import { catalogueStyles } from './catalogue-styles.ts'
import { backCover, frontCover } from './cover-pages.ts'
import { mapPages } from './map-pages.ts'
import { contentsPage, forewordPage, votingPage } from './opening-pages.ts'
import { projectSheet } from './project-sheet.ts'

/** The catalogue as a self-contained HTML document. `pageNumbers` gives the page of each anchor; without it the contents wait for theirs. */
export function buildCatalogue(
  catalogue: ProjectCatalogue,
  options: CatalogueOptions,
  pageNumbers: ReadonlyMap<string, number> = new Map(),
): string {
  return documentOf(cataloguePart(catalogue, options, pageNumbers, true))
}

/** The same pages without their pictures, whose boxes keep their size: enough to learn where each project falls. */
export function buildCatalogueDraft(catalogue: ProjectCatalogue, options: CatalogueOptions): string {
  return documentOf(cataloguePart(catalogue, options, new Map(), false))
}

/** Title of the document, as readers of the PDF show it. */
export function catalogueTitle({ catalogue, formats }: CataloguePart): string {
  const { title, edition } = catalogue
  return edition === ''
    ? formats.t('catalogue.documentTitleAlone', { title })
    : formats.t('catalogue.documentTitle', { title, edition })
}

function documentOf(part: CataloguePart): string {
  const openings = [forewordPage(part), votingPage(part), contentsPage(part), ...mapPages(part)]
  const body = html`<main>${frontCover(part)}
${joinMarkup(openings.filter((page) => page !== undefined))}
${projectSheets(part)}
${backCover(part)}</main>`
  return pageShell({
    language: part.options.language,
    title: catalogueTitle(part),
    styles: catalogueStyles(part),
    body,
    fonts: part.options.fonts,
  })
}

function projectSheets(part: CataloguePart): Markup {
  const { t } = part.formats
  const grouped = isGroupedByDistrict(part.catalogue)
  let previous: string | null | undefined
  const sheets = part.catalogue.projects.map((project, index) => {
    const opensDistrict = grouped && project.districtId !== previous
    previous = project.districtId
    const name = project.districtName ?? t('catalogue.project.allDistricts')
    const chapter = opensDistrict ? name : !grouped && index === 0 ? t('catalogue.sections.projects') : null
    return projectSheet({ project, index }, part, chapter)
  })
  return joinMarkup(sheets)
}
