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
  if (
    second === undefined ||
    /^(association|collectif|conseil|comité|école|collège|lycée|les|le|la|l’|amicale|club|centre)/iu.test(
      name.trim(),
    )
  ) {
    return words.join(' ')
  }
  const initial = [...(words.at(-1) ?? second)][0] ?? ''
  return `${first} ${initial.toLocaleUpperCase('fr')}.`
}
