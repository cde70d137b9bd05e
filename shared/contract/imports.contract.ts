import { z } from 'zod'
import { mappableFields } from '../domain/imports/column-mapping.ts'
import type { FileInspection } from '../domain/imports/file-inspection.ts'
import { importTargets } from '../domain/imports/import-target.ts'
import { textEncodings } from '../domain/imports/raw-table.ts'
import type { ImportBatchRecord, ImportOutcome } from '../read-models/import-preview.ts'
import { method, output } from './define-contract.ts'
import { filePath, id, shortText } from './inputs.ts'

const readingChoices = z.object({
  encoding: z.enum(textEncodings).optional(),
  separator: z.enum([';', ',', '\t', '|']).optional(),
  sheet: z.string().max(500).optional(),
  headerLine: z.number().int().min(1).optional(),
})

export const columnMapping = z.object({
  columns: z.record(z.string(), z.enum(mappableFields)),
  dateOrder: z.enum(['day-first', 'month-first']),
})

const importRequest = z.object({
  processId: id,
  path: filePath,
  choices: readingChoices.default({}),
  target: z.enum(importTargets).optional(),
  mapping: columnMapping.optional(),
  /** Locale of multilingual columns; guessed when absent. */
  locale: z.string().max(10).optional(),
})

/** The front door. Nothing is written before `commit`, and a commit happens entirely or not at all. */
export const importsContract = {
  /** What can be read, for the file dialog: one entry per reader of the registry. */
  formats: method({
    input: z.object({}),
    output: output<readonly { readonly id: string; readonly extensions: readonly string[] }[]>(),
    permission: 'read',
    writes: false,
  }),
  inspect: method({
    input: z.object({ path: filePath, choices: readingChoices.default({}) }),
    output: output<FileInspection & { readonly rememberedMapping: string | null }>(),
    permission: 'import',
    writes: false,
  }),
  preview: method({
    input: importRequest,
    output: output<ImportOutcome>(),
    permission: 'import',
    writes: false,
  }),
  /** Refuses with `file-changed` when the file is no longer the one that was previewed (`sha256`). */
  commit: method({
    input: importRequest.extend({
      sha256: z.string().length(64).optional(),
      rememberMappingAs: shortText.optional(),
    }),
    output: output<ImportOutcome>(),
    permission: 'import',
    writes: true,
  }),
  /** Writes all rejections of a file as a workbook. */
  exportRejections: method({
    input: importRequest.extend({ savePath: filePath }),
    output: output<{ readonly path: string; readonly bytes: number; readonly rejected: number }>(),
    permission: 'import',
    writes: false,
  }),
  batches: method({
    input: z.object({ processId: id }),
    output: output<readonly ImportBatchRecord[]>(),
    permission: 'read',
    writes: false,
  }),
} as const
