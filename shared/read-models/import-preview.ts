import type { FileInspection } from '../domain/imports/file-inspection.ts'
import type { RowIssue } from '../domain/imports/row-issue.ts'

/** What an import would do, or did. `rows` = created + updated + unchanged + rejected. */
export interface ImportOutcome {
  readonly format: string
  readonly target: string
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  /** The first 1,000; the XLSX of rejections holds all. */
  readonly rejections: readonly (RowIssue & { readonly message: string })[]
  /** A sample of what a re-import would change: field by field, before and after. */
  readonly changes: readonly ImportChange[]
  /** What the reader put right or doubts, once the whole file has been read. */
  readonly notices: FileInspection['notices']
  /** Absent for a preview. */
  readonly batchId: string | null
}

export interface ImportChange {
  readonly reference: string
  readonly title: string
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}

export interface ImportBatchRecord {
  readonly id: string
  readonly fileName: string
  readonly target: string
  readonly importedByName: string
  readonly importedAt: string
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}
