import type { FormQuestion } from '../../../shared/domain/paper/form-question.ts'
import type { Language } from '../../../shared/messages/translator.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { safePicture } from '../catalogue/catalogue-options.ts'
import { type HexColor, safeColor } from '../documents/colors.ts'
import type { DocumentFonts } from '../documents/document-fonts.ts'
import { createFormats, type DocumentFormats } from '../documents/formats.ts'
import { html, type Markup } from '../documents/markup.ts'

/** What the documents on paper proposals are made from. */
export interface PaperSource {
  readonly process: ProcessDetail
  readonly questions: readonly FormQuestion[]
  readonly logoDataUrl: string | null
  /** Now, as an ISO instant in UTC. */
  readonly generatedAt: string
}

export interface PaperOptions {
  readonly language: Language
  readonly fonts: DocumentFonts
}

export interface PaperPart extends PaperSource {
  readonly formats: DocumentFormats
  readonly accent: HexColor
}

/** Gathers what the parts of a document share. */
export function paperPart(source: PaperSource, { language }: PaperOptions): PaperPart {
  return {
    ...source,
    formats: createFormats(language, source.process.timeZone),
    accent: safeColor(source.process.accentColor),
  }
}

/** The town's head: logo or name, then the démarche. */
export function townHead(part: PaperPart): Markup {
  const { process, formats } = part
  const logo = safePicture(part.logoDataUrl)
  return html`<div class="town">${
    logo !== undefined &&
    html`<img class="town-logo" src="${logo}" alt="${formats.t('catalogue.cover.logo', { commune: process.communeName })}">`
  }<div><p class="town-name" dir="auto">${process.communeName}</p><p class="town-process" dir="auto">${process.title}</p></div></div>`
}

/** A phase of the démarche that is still to end, or undefined. */
export function phaseOf(part: PaperPart, kind: ProcessDetail['phases'][number]['kind']) {
  return part.process.phases.find((phase) => phase.kind === kind)
}
