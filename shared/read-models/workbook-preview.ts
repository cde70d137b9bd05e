import type { ColumnKind } from '../domain/reports/report-document.ts'

/** One sheet of a workbook before it is a file: its columns and its first rows, in the units of their columns. */
export interface SheetPreview {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly kind: ColumnKind }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Whether the sheet has more rows than these. */
  readonly more: boolean
}
