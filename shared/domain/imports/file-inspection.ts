import type { ColumnMapping } from './column-mapping.ts'
import type { ImportTarget } from './import-target.ts'
import type { CellValue, TextEncoding } from './raw-table.ts'

/** What was found in a file before anything is decided: shown to the officer, who may override it. */
export interface FileInspection {
  readonly path: string
  readonly fileName: string
  readonly format: string
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  readonly separator: string | null
  readonly headerLine: number
  readonly columns: readonly string[]
  /** The first 20 rows under the header. */
  readonly sample: readonly { readonly line: number; readonly cells: readonly CellValue[] }[]
  readonly target: ImportTarget
  readonly mapping: ColumnMapping
  readonly locale: string | null
  /** What the reader put right or doubts; `code` names the sentence under `imports.notices`. */
  readonly notices: readonly {
    readonly code: string
    readonly parameters: Readonly<Record<string, string | number>>
  }[]
  readonly bytes: number
  readonly sha256: string
}
