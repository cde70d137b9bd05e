import { z } from 'zod'
import type { DecidimAnswerPlan } from '../read-models/decidim-answers.ts'
import type { KeyFigures } from '../read-models/key-figures.ts'
import type { SheetPreview } from '../read-models/workbook-preview.ts'
import { method, output } from './define-contract.ts'
import { filePath, id } from './inputs.ts'

/** Documents that `reports.write` can make. Adding one: a report file and a line in the registry of `electron/exports/reports`. */
export const reportKinds = [
  'register',
  'moderation',
  'feasibility',
  'budget',
  'key-figures',
  'workbook',
  'summary',
] as const
export type ReportKind = (typeof reportKinds)[number]

/** Those that are workbooks. */
export const workbookKinds = reportKinds.filter((kind) => kind !== 'summary')
export type WorkbookKind = Exclude<ReportKind, 'summary'>

export interface WrittenFile {
  readonly path: string
  readonly bytes: number
  /** Pages of a PDF, rows of a workbook. */
  readonly pages: number | null
}

const language = z.enum(['fr', 'en']).default('fr')

/** Catalogue, workbooks, report, write-back. A file that cannot be replaced keeps its previous content (`file-busy`, `disk-full`). */
export const reportsContract = {
  keyFigures: method({
    input: z.object({ processId: id }),
    output: output<KeyFigures>(),
    permission: 'read',
    writes: false,
  }),
  /** The catalogue as PDF bytes, for the preview. */
  previewCatalogue: method({
    input: z.object({
      processId: id,
      format: z.enum(['a4', 'a5']),
      language,
      layout: z.enum(['page', 'half-page']).default('page'),
    }),
    output: output<{ readonly bytes: Uint8Array; readonly pages: number; readonly projects: number }>(),
    permission: 'read',
    writes: false,
  }),
  writeCatalogue: method({
    input: z.object({
      processId: id,
      path: filePath,
      format: z.enum(['a4', 'a5']),
      language,
      layout: z.enum(['page', 'half-page']).default('page'),
    }),
    output: output<WrittenFile>(),
    permission: 'export',
    writes: false,
  }),
  /** Writes one report; `summary` is the PDF, the others are workbooks. `path` is the file. */
  write: method({
    input: z.object({ processId: id, report: z.enum(reportKinds), path: filePath, language }),
    output: output<WrittenFile>(),
    permission: 'export',
    writes: false,
  }),
  /** Sheets of a workbook with their first rows, for the preview. */
  previewWorkbook: method({
    input: z.object({ processId: id, report: z.enum(workbookKinds), language }),
    output: output<readonly SheetPreview[]>(),
    permission: 'read',
    writes: false,
  }),
  /** The PDF report's bytes, for the preview. */
  previewSummary: method({
    input: z.object({ processId: id, language }),
    output: output<{ readonly bytes: Uint8Array; readonly pages: number }>(),
    permission: 'read',
    writes: false,
  }),
  /** What the file of answers would hold, and what the platform would refuse it for. */
  decidimAnswers: method({
    input: z.object({ processId: id, componentId: z.string().max(40).optional() }),
    output: output<DecidimAnswerPlan>(),
    permission: 'read',
    writes: false,
  }),
  /** Answers for Decidim's own importer: `id;state;status;answer/<locale>`. Only submissions with a Decidim id and a decision. */
  writeDecidimAnswers: method({
    input: z.object({
      processId: id,
      path: filePath,
      locale: z
        .string()
        .max(10)
        .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/)
        .default('fr'),
      componentId: z.string().max(40).optional(),
    }),
    output: output<
      WrittenFile & {
        readonly answers: number
        readonly withoutPlatformId: number
        readonly components: readonly string[]
      }
    >(),
    permission: 'export',
    writes: false,
  }),
} as const
