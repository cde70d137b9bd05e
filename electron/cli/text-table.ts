/** Rows as text with aligned columns; a cell is one line. */
export function alignedColumns(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(oneLine))
  const count = Math.max(0, ...lines.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(...lines.map((row) => [...(row[index] ?? '')].length)),
  )
  return lines
    .map((row) =>
      row
        .map((cell, index) =>
          index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - [...cell].length),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function oneLine(cell: string): string {
  return cell.replace(/\p{Cc}+/gu, ' ')
}
