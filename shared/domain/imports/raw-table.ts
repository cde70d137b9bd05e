/** One cell as the file holds it. Dates of spreadsheets arrive as ISO text without zone (`2024-03-01T14:30:00`). */
export type CellValue = string | number | boolean | null

/** One row of a file. `line` counts from 1 as an editor or a spreadsheet shows it; `cells` follow the table's columns. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly CellValue[]
}

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** What was detected of a file, shown to the officer, who may override the three first. */
export interface ReadingChoices {
  readonly encoding?: TextEncoding | undefined
  readonly separator?: ';' | ',' | '\t' | '|' | undefined
  /** Sheet of a workbook, or entry of an archive. */
  readonly sheet?: string | undefined
  /** Line that holds the headers, from 1. */
  readonly headerLine?: number | undefined
}
