/** Words by which somebody says that a person lives there; a project's own place has none of them. */
const dwelling =
  /\b(?:j['’]habite|nous habitons|on habite|(?:il|elle|qui) habite|je (?:reside|vis|demeure|loge)|(?:est|suis|sommes) domiciliee?s?|domiciliee?s? (?:au|a)|demeurant|residant|chez (?:moi|nous|lui|elle|m\.|mme|mlle|madame|monsieur)|(?:mon|notre|son|leur) (?:adresse|domicile)|(?:mon|ma|mes|notre|nos) voisin(?:e|s|es)?)\b/g

const house =
  /\b\d{1,4} ?(?:bis|ter|quater|[a-d]\b)?,? (?:rue|avenue|av\.?|boulevard|bd\.?|allee|chemin|impasse|place|quai|route|cours|square|residence|passage|ruelle|sentier|venelle|cite|clos|hameau|lotissement)\b[^,.;:!?()\n]{2,45}/

/** From a word of dwelling to the house number, in characters of the same sentence. */
const reach = 60

/** Addresses where a person lives: a house number and a street close to words that say so. */
export function findPostalAddresses(
  text: string,
  folded: string,
): readonly { readonly passage: string; readonly at: number }[] {
  return [...folded.matchAll(dwelling)].flatMap((match) => {
    const from = match.index + match[0].length
    const sentence = folded.slice(from, from + reach + 60).split(/[.!?](?:\s|$)|\n/)[0] ?? ''
    const found = house.exec(sentence)
    if (found === null || found.index > reach) return []
    const at = from + found.index
    return [{ passage: text.slice(at, at + found[0].length).trim(), at }]
  })
}
