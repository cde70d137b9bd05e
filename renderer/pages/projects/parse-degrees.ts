/** Reads decimal degrees with a point or a comma; undefined when it is none within the limit. */
export function parseDegrees(text: string, limit: number): number | null | undefined {
  const compact = text.trim().replace(',', '.').replace('\u2212', '-')
  if (compact === '') return null
  if (!/^-?\d{1,3}(\.\d{1,12})?$/.test(compact)) return undefined
  const value = Number(compact)
  return Math.abs(value) <= limit ? value : undefined
}
