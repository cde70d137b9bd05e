import { parseDecimal } from '../../../../shared/domain/money/parse-decimal.ts'
import type { Language } from '../../../../shared/messages/translator.ts'
import { type DraftLine, isBlank, type LineColumn, lineColumns, withDefaults } from './cost-draft.ts'

/** Cells of a range copied from a spreadsheet: tabs and lines, quotes around cells that hold either. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const source = text.replace(/\r\n?/g, '\n')
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '' && closes(source, at)) quoted = true
    else if (sign === '\t') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.map((cells) => cells.map((content) => content.replace(/\s*\n\s*/g, ' ').trim()))
}

/** A quote opens a cell only if its partner ends one: `"` alone is an inch or a citation. */
function closes(source: string, at: number): boolean {
  for (let end = source.indexOf('"', at + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    const next = source[end + 1]
    if (next === '"') end += 1
    else return next === undefined || next === '\t' || next === '\n'
  }
  return false
}

const headings: Readonly<Record<LineColumn, RegExp>> = {
  label: /^(d[ée]signation|libell[ée]|intitul[ée]|description|nature|poste|item|label)/i,
  quantity: /^(quantit[éey]|qt[ée]|qty)/i,
  unit: /^(unit[ée]?s?|u|un)\.?$/i,
  unitPrice: /^(pu|p\.u|prix|montant unitaire|unit price|price)/i,
  vatRate: /^(t\.?v\.?a|taux|vat)/i,
}

/** Which of our columns each pasted one is, by its heading; undefined when the first row is no heading. */
function columnsOfHeading(row: readonly string[]): readonly (LineColumn | undefined)[] | undefined {
  const named = row.map((cell) => lineColumns.find((column) => headings[column].test(cell)))
  return new Set(named.filter((column) => column !== undefined)).size >= 2 ? named : undefined
}

/** A number as a spreadsheet shows it, without the signs that only dress it. */
function undressed(cell: string, column: LineColumn, language: Language): string {
  if (column === 'label' || column === 'unit') return cell
  const bare = cell.replace(/[€%\s\u00a0\u202f]/g, '')
  // A rate may come as the share that the cell holds: 0,2 for 20 %.
  if (column === 'vatRate' && /^0[.,]\d+$/.test(bare)) {
    const share = parseDecimal(bare, { decimals: 4, language })
    if (share !== undefined) return String(share / 100).replace('.', language === 'fr' ? ',' : '.')
  }
  return bare
}

interface Paste {
  readonly lines: readonly DraftLine[]
  /** How many lines the range filled. */
  readonly count: number
}

/**
 * Lays a copied range over the lines, its first cell on `column` of line `index`; lines that are missing are added.
 * A range that brings its headings is laid by their names instead. `newKey` names added lines.
 */
export function pasteRange(
  lines: readonly DraftLine[],
  at: { readonly index: number; readonly column: LineColumn },
  text: string,
  setting: { readonly language: Language; newKey(): string },
): Paste {
  const cells = cellsOf(text)
  const named = columnsOfHeading(cells[0] ?? [])
  const start = lineColumns.indexOf(at.column)
  const rows = (named === undefined ? cells : cells.slice(1)).filter((row) => row.some((cell) => cell !== ''))
  const result = [...lines]
  rows.forEach((row, offset) => {
    const index = at.index + offset
    const below: DraftLine = result[index] ?? {
      key: setting.newKey(),
      label: '',
      quantity: '',
      unit: '',
      unitPrice: '',
      vatRate: '',
    }
    const placed = row.flatMap((cell, position) => {
      const column = named === undefined ? lineColumns[start + position] : named[position]
      return column === undefined ? [] : [[column, undressed(cell, column, setting.language)] as const]
    })
    const line: DraftLine = { ...below, ...Object.fromEntries(placed) }
    result[index] = isBlank(line) ? line : withDefaults(line, result[index - 1])
  })
  return { lines: result, count: rows.length }
}
