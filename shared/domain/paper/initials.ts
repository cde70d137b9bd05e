import { foldLigatures } from '../text/fold.ts'
/**
 * How well a name answers what was typed, the smaller the better; undefined when it does not. In this order: the
 * initials are exactly those typed (`SE` or `S-E` for « Sainte-Élisabeth »), the name begins so, its initials begin so,
 * one of its words begins so. Accents and case do not matter.
 */
export function matchRank(name: string, typed: string): number | undefined {
  const wanted = foldLigatures(typed)
  const letters = wanted.replace(/[^a-z0-9]/g, '')
  if (letters === '') return 0
  const words = foldLigatures(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const initials = words.map((word) => word[0]).join('')
  if (initials === letters && letters.length > 1) return 1
  if (words.join('').startsWith(letters)) return 2
  if (letters.length > 1 && initials.startsWith(letters)) return 3
  if (words.some((word) => word.startsWith(letters))) return 4
  return undefined
}

/** The names that answer what was typed, the best first; names that answer equally well keep their order. */
export function matchByInitials<Option extends { readonly name: string }>(
  options: readonly Option[],
  typed: string,
): readonly Option[] {
  return options
    .map((option) => ({ option, rank: matchRank(option.name, typed) }))
    .filter((ranked): ranked is { option: Option; rank: number } => ranked.rank !== undefined)
    .sort((left, right) => left.rank - right.rank)
    .map(({ option }) => option)
}
