/**
 * How a column is shown and what its cells hold. Numbers in a document are always exact integers; the writer
 * turns them into what a spreadsheet shows: `amount` in cents, `percent` in basis points, `quantity` in
 * thousandths, `unit-price` in ten-thousandths of a euro. `date` cells are local days (`YYYY-MM-DD`),
 * `datetime` cells ISO instants in UTC, `coordinate` cells WGS84 degrees, the only fractions. Codes are `text`, so
 * that leading zeros survive (I18).
 */
export type ColumnKind =
  | 'text'
  | 'long-text'
  | 'integer'
  | 'amount'
  | 'percent'
  | 'quantity'
  | 'unit-price'
  | 'coordinate'
  | 'date'
  | 'datetime'

/** A live formula in English function names, without its equals sign. `cachedValue` in the unit of its column. */
export interface FormulaCell {
  readonly formula: string
  readonly cachedValue: number | string
}

export type ReportCell = string | number | null | undefined | FormulaCell

/** Cells by column key; a key left out is an empty cell. */
export type ReportRow = Readonly<Record<string, ReportCell>>

export interface ReportColumn {
  readonly header: string
  readonly key: string
  /** In characters of the default font. */
  readonly width: number
  readonly kind: ColumnKind
  /** Adds a live total of the rows shown, under the last one. */
  readonly total?: 'sum'
  /** Detail that the reader may fold away: grouped with its neighbours under one outline button. */
  readonly outline?: boolean
}

export interface ReportSheet {
  /** At most 31 characters, unique in the document: made by `legalSheetName`. */
  readonly name: string
  readonly columns: readonly ReportColumn[]
  /** Read once, in order, never held in memory as a whole. */
  readonly rows: Iterable<ReportRow> | AsyncIterable<ReportRow>
  /** Columns kept in sight on the left when scrolling. */
  readonly frozenColumns?: number
  /** Most lines of text shown per row, where long texts would make rows too tall; the cell holds the whole text. */
  readonly linesPerRow?: number
  /** First cell of the total row. Required where a column has a total. */
  readonly totalLabel?: string
}

/** One line of the read-me sheet. */
export interface ReportNote {
  readonly label: string
  readonly text: string
}

/** The sheet that says what the others are. `cutCells` titles the list of texts too long for a cell, if any. */
export interface ReadMeSheet {
  readonly name: string
  readonly title: string
  readonly notes: readonly ReportNote[]
  readonly labelHeader: string
  readonly textHeader: string
  readonly cutCells: {
    readonly label: string
    /** Says how many more cells were cut beyond those listed. */
    readonly more: (count: number) => string
    /** Ends every cut text. */
    readonly mark: string
  }
}

/** A report before it is a file: what is in it, not how it is written. */
export interface ReportDocument {
  readonly title: string
  readonly sheets: readonly ReportSheet[]
  /** First sheet of the file; left out in files that a machine reads. */
  readonly readMe?: ReadMeSheet
  readonly properties: {
    readonly title: string
    /** BCP 47 tag. */
    readonly language: string
    /** The service that signs, never a person. */
    readonly author: string
  }
  /** IANA zone in which instants are shown. */
  readonly timeZone: string
  /** ISO instant of the making, in UTC. */
  readonly generatedAt: string
  /** Left and right of the printed page number, and the line above each page. */
  readonly print?: { readonly footerLeft: string; readonly footerRight: string; readonly header?: string }
}

/** True for a cell that a spreadsheet works out. */
export function isFormulaCell(cell: ReportCell): cell is FormulaCell {
  return typeof cell === 'object' && cell !== null
}
