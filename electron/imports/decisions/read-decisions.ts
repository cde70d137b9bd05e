import { basename } from 'node:path'
import type { CellValue, RawRow } from '../../../shared/domain/imports/raw-table.ts'
import type { RowIssue } from '../../../shared/domain/imports/row-issue.ts'
import { foldToWords } from '../../../shared/domain/text/fold.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { importFormats } from '../formats/index.ts'
import { scanFile } from '../formats/scan-file.ts'

/** One decision as a file holds it, in its own words. */
export interface DecisionRow {
  readonly line: number
  readonly reference: string
  readonly decision: string
  readonly reason: string
  readonly answer: string
}

export interface DecisionFile {
  readonly rows: readonly DecisionRow[]
  /** Rows that could not be read. */
  readonly issues: readonly RowIssue[]
}

type Field = Exclude<keyof DecisionRow, 'line'>

/** How a column may be headed, in French and in English, accents and case aside. */
const headers: Readonly<Record<Field, readonly string[]>> = {
  reference: ['reference', 'ref', 'numero', 'number', 'n', 'no', 'id'],
  decision: ['decision', 'verdict', 'avis'],
  reason: ['reason', 'reasons', 'motif', 'motifs', 'raison'],
  answer: ['answer', 'reponse', 'reponse motivee', 'response', 'rationale', 'motivation'],
}

function textOf(cell: CellValue | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim()
}

/**
 * Reads decisions from a table of any format that the imports know: one row each, columns found by their header.
 * Refuses as the formats do, and with `decisions-columns-missing` and `decisions-empty`.
 */
export async function readDecisions(path: string, signal: AbortSignal): Promise<DecisionFile> {
  const fileName = basename(path)
  const file = await scanFile(path, signal)
  const format = importFormats.find((candidate) => candidate.recognises(file))
  if (format === undefined) throw new AppError('format-unknown', { file: fileName })
  const table = await format.open(file, {}, signal)
  try {
    const columnOf = (field: Field): number =>
      table.columns.findIndex((column) => headers[field].includes(foldToWords(column)))
    const places = {
      reference: columnOf('reference'),
      decision: columnOf('decision'),
      reason: columnOf('reason'),
      answer: columnOf('answer'),
    }
    if (places.reference < 0 || places.decision < 0)
      throw new AppError('decisions-columns-missing', { file: fileName })
    const toDecision = ({ line, cells }: RawRow): DecisionRow => ({
      line,
      reference: textOf(cells[places.reference]),
      decision: textOf(cells[places.decision]),
      reason: textOf(cells[places.reason]),
      answer: textOf(cells[places.answer]),
    })
    const rows: DecisionRow[] = []
    const issues: RowIssue[] = []
    for await (const batch of table.rows(signal)) {
      for (const row of batch.rows) rows.push(toDecision(row))
      for (const issue of batch.issues) issues.push(issue)
    }
    if (rows.length + issues.length === 0) throw new AppError('decisions-empty', { file: fileName })
    return { rows, issues }
  } finally {
    await table.close()
  }
}
