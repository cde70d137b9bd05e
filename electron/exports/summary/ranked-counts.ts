import type { LabelledCount } from '../../../shared/read-models/key-figures.ts'
import { wholePercentages } from '../documents/shares.ts'

export interface RankedCount extends LabelledCount {
  /** Whole percentage of the total; those of one ranking total 100. */
  readonly percentage: number
}

/** Rows from the greatest, with shares that total 100. The rows of `last` (those without a district, for instance) close the list. */
export function rankCounts(rows: readonly LabelledCount[], last: readonly string[]): readonly RankedCount[] {
  const isLast = (row: LabelledCount): number => (last.includes(row.label) ? 1 : 0)
  const sorted = rows
    .filter((row) => row.count > 0)
    .map((row, index) => ({ row, index }))
    .sort((a, b) => isLast(a.row) - isLast(b.row) || b.row.count - a.row.count || a.index - b.index)
    .map(({ row }) => row)
  const percentages = wholePercentages(sorted.map((row) => row.count))
  return sorted.map((row, index) => ({ ...row, percentage: percentages[index] ?? 0 }))
}

/** The rows that share the first place, those of `last` left out. */
export function leaders(ranked: readonly RankedCount[], last: readonly string[]): readonly RankedCount[] {
  const named = ranked.filter((row) => !last.includes(row.label))
  const most = Math.max(...named.map((row) => row.count), 0)
  return named.filter((row) => row.count === most)
}

/** The rows that a chart has room for, the smallest gathered under one label. */
export function gatherSmallest(
  ranked: readonly RankedCount[],
  most: number,
  othersLabel: (count: number) => string,
): readonly RankedCount[] {
  if (ranked.length <= most) return ranked
  const others = ranked.slice(most - 1)
  const sum = (pick: (row: RankedCount) => number): number =>
    others.reduce((total, row) => total + pick(row), 0)
  return [
    ...ranked.slice(0, most - 1),
    {
      label: othersLabel(others.length),
      count: sum((row) => row.count),
      percentage: sum((row) => row.percentage),
    },
  ]
}
