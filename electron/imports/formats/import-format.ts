import type { RawRow, ReadingChoices, TextEncoding } from '../../../shared/domain/imports/raw-table.ts'
import type { RowIssue } from '../../../shared/domain/imports/row-issue.ts'

/** What the reader put right or doubts; `code` names the sentence under `imports.notices`. */
export interface ReadingNotice {
  readonly code: string
  readonly parameters: Readonly<Record<string, string | number>>
}

/** A batch of rows, in the order of the file, and how far into it they reach. */
export interface RowBatch {
  readonly rows: readonly RawRow[]
  readonly issues: readonly RowIssue[]
  readonly bytesRead: number
}

/** A file opened as a table. Columns keep the file's own headers. */
export interface OpenedTable {
  readonly format: string
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  readonly separator: string | null
  readonly headerLine: number
  readonly columns: readonly string[]
  readonly notices: ReadingNotice[]
  readonly totalBytes: number
  /** Reads from the first row under the header; may be called more than once. */
  rows(signal: AbortSignal): AsyncIterable<RowBatch>
  close(): Promise<void>
}

/** What a scan of the whole file told before it is opened. */
export interface ScannedFile {
  readonly path: string
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  /** The first 64 KiB. */
  readonly head: Uint8Array
  /** Whether every byte of the file fits UTF-8. */
  readonly validUtf8: boolean
}

/** One file format. Recognition looks at the content first: extensions lie. */
export interface ImportFormat {
  readonly id: string
  readonly extensions: readonly string[]
  recognises(file: ScannedFile): boolean
  open(file: ScannedFile, choices: ReadingChoices, signal: AbortSignal): Promise<OpenedTable>
}
