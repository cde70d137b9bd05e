/**
 * True when every label can be a SUMIFS criterion without a surprise: no wildcard, no comparison sign, nothing that
 * reads as a number or a date, no two labels that differ by case alone, none beyond Excel's 255 characters.
 */
export function arePlainCriteria(labels: readonly string[]): boolean {
  const distinct = new Set(labels.map((label) => label.toLowerCase()))
  return (
    distinct.size === labels.length && labels.every((label) => label.length <= 255 && isPlainCriterion(label))
  )
}

function isPlainCriterion(label: string): boolean {
  return /^\p{L}/u.test(label) && !/[*?~]/.test(label) && !/^(true|false|vrai|faux)$/i.test(label)
}

/**
 * Formula that adds the amounts of the rows bearing a label, to the cent. SUMIFS, which everybody reads; where a label
 * would be misread as a criterion, an exact comparison that gives the same figures.
 */
export function sumWhere(plain: boolean, labels: string, label: string, amounts: string): string {
  return plain
    ? `ROUND(SUMIFS(${amounts},${labels},${label}),2)`
    : `ROUND(SUMPRODUCT(--EXACT(${labels},${label}),${amounts}),2)`
}

/** Formula that counts the rows bearing a label. */
export function countWhere(plain: boolean, labels: string, label: string): string {
  return plain ? `COUNTIFS(${labels},${label})` : `SUMPRODUCT(--EXACT(${labels},${label}))`
}

/** Formula that adds a range of amounts, to the cent. */
export function sumOf(amounts: string): string {
  return `ROUND(SUM(${amounts}),2)`
}
