import type { Language } from '../../../shared/messages/translator.ts'
import type { KeyFigures } from '../../../shared/read-models/key-figures.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { type HexColor, safeColor } from '../documents/colors.ts'
import type { DocumentFonts } from '../documents/document-fonts.ts'
import { createFormats, type DocumentFormats } from '../documents/formats.ts'

/** What the report tells about. */
export interface SummaryData {
  readonly process: ProcessDetail
  readonly figures: KeyFigures
  /** Now, as an ISO instant in UTC. */
  readonly generatedAt: string
}

export interface SummaryOptions {
  readonly language: Language
  readonly fonts: DocumentFonts
}

/** What every part of the report is built from. */
export interface SummaryPart extends SummaryData {
  readonly formats: DocumentFormats
  readonly accent: HexColor
  readonly pageNumbers: ReadonlyMap<string, number>
}

/** CSS px of the text area of the report. */
export const summaryWidth = 642

/** Gathers what the parts of a report share. */
export function summaryPart(
  data: SummaryData,
  options: SummaryOptions,
  pageNumbers: ReadonlyMap<string, number>,
): SummaryPart {
  return {
    ...data,
    formats: createFormats(options.language, data.process.timeZone),
    accent: safeColor(data.process.accentColor),
    pageNumbers,
  }
}
