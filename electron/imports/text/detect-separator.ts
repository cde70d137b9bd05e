import { createCsvParser } from './csv-parser.ts'

const candidates = [';', ',', '\t', '|'] as const
export type Separator = (typeof candidates)[number]

/** A header cut like the rows below tells more than the commas that every sentence of a column may hold. */
const headerWeight = 3

/** The separator that cuts the first lines into the most even table; `;` when the file has one column. */
export function detectSeparator(headText: string): Separator {
  let best: Separator = ';'
  let bestScore = 0
  for (const candidate of candidates) {
    const parser = createCsvParser(candidate)
    let rows: readonly { readonly cells: readonly string[] }[]
    try {
      rows = parser.feed(headText).slice(0, 60)
    } catch {
      continue
    }
    const widths = rows
      .map((row) => row.cells.length)
      .filter((width, index) => width > 1 || (rows[index]?.cells[0] ?? '') !== '')
    if (widths.length === 0) {
      // A single long line without an end: count it as it stands.
      widths.push(headText.split('\n', 1)[0]?.split(candidate).length ?? 1)
    }
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    const [width, frequency] = [...counts].sort(
      (left, right) => right[1] - left[1] || right[0] - left[0],
    )[0] ?? [1, 0]
    const evenness = width <= 1 ? 0 : (frequency / widths.length) * Math.log2(width + 1)
    const score = widths[0] === width ? evenness * headerWeight : evenness
    if (score > bestScore) {
      bestScore = score
      best = candidate
    }
  }
  return best
}
