const longestName = 31

/**
 * A name that Excel accepts for a sheet: at most 31 characters, none of `: \ / ? * [ ]`, no quote at either end,
 * not empty, and different from those in `taken` whatever the case.
 */
export function legalSheetName(wanted: string, taken: readonly string[] = []): string {
  const clean = wanted
    .replace(/[:\\/?*[\]\p{Cc}\p{Surrogate}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '')
  const base = cutTo(clean === '' ? 'Feuille' : clean, longestName)
  const used = new Set(taken.map((name) => name.toLowerCase()))
  let name = base
  for (let number = 2; used.has(name.toLowerCase()); number += 1) {
    const suffix = ` ${number}`
    name = cutTo(base, longestName - suffix.length) + suffix
  }
  return name
}

/** Cuts to a number of UTF-16 units, as Excel counts, without splitting a character. */
function cutTo(text: string, length: number): string {
  if (text.length <= length) return text
  return text
    .slice(0, length)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd()
}
