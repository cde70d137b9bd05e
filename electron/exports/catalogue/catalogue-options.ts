import type { Language } from '../../../shared/messages/translator.ts'
import type { ProjectCatalogue } from '../../../shared/read-models/project-catalogue.ts'
import { type HexColor, safeColor } from '../documents/colors.ts'
import type { DocumentFonts } from '../documents/document-fonts.ts'
import { createFormats, type DocumentFormats } from '../documents/formats.ts'

/** How a catalogue is to be made. */
export interface CatalogueOptions {
  readonly format: 'a4' | 'a5'
  /** One project a page, or two. */
  readonly layout: 'page' | 'half-page'
  readonly language: Language
  readonly fonts: DocumentFonts
}

/** What every part of the catalogue is built from. */
export interface CataloguePart {
  readonly catalogue: ProjectCatalogue
  readonly options: CatalogueOptions
  readonly formats: DocumentFormats
  readonly accent: HexColor
  /** Page of each anchor, once known. */
  readonly pageNumbers: ReadonlyMap<string, number>
  /** False while only the pages are measured: boxes keep their size and stay empty. */
  readonly withPictures: boolean
}

/** Gathers what the parts of a catalogue share. */
export function cataloguePart(
  catalogue: ProjectCatalogue,
  options: CatalogueOptions,
  pageNumbers: ReadonlyMap<string, number>,
  withPictures: boolean,
): CataloguePart {
  return {
    catalogue,
    options,
    formats: createFormats(options.language, catalogue.timeZone),
    accent: safeColor(catalogue.accentColor),
    pageNumbers,
    withPictures,
  }
}

/** The anchor of a project, by its place in the catalogue: the destination of its line in the contents. */
export function projectAnchor(index: number): string {
  return `project-${index + 1}`
}

/** The picture when it is one that can be embedded, else undefined. Inside `img`, Chromium runs nothing in an SVG and loads nothing for it. */
export function safePicture(dataUrl: string | null): string | undefined {
  return dataUrl !== null &&
    /^data:image\/(?:png|jpeg|webp|gif|avif|svg\+xml);base64,[A-Za-z0-9+/=\s]+$/.test(dataUrl)
    ? dataUrl
    : undefined
}
