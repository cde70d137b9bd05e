/**
 * How a proposer is named in print by default: first name and initial (domain reference §2.6). One word stays as it
 * is; an association or collective keeps its whole name.
 */
export function publicName(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const [first, second] = words
  if (first === undefined) return ''
  const collective =
    /^(association|collectif|conseil|comité|école|collège|lycée|amicale|club|centre|les?\s|la\s|l’|l')/iu.test(
      name.trim(),
    )
  if (second === undefined || collective) return words.join(' ')
  const initial = [...(words.at(-1) ?? second)][0] ?? ''
  return `${first} ${initial.toLocaleUpperCase('fr')}.`
}
