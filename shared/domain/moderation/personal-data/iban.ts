const shape = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]){11,30}(?![A-Z0-9])/gi

/** Characters of an IBAN by country, those that a French town meets (SWIFT registry); others have 15 to 34. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  CH: 21,
  DE: 22,
  DZ: 26,
  ES: 24,
  FR: 27,
  GB: 22,
  IE: 22,
  IT: 27,
  LU: 20,
  MA: 28,
  MC: 27,
  NL: 18,
  PL: 28,
  PT: 25,
  RO: 24,
  TN: 24,
  TR: 26,
}

/**
 * Whether the check digits of an IBAN are right: ISO 13616, remainder 1 modulo 97 once the first four characters
 * stand at the end and letters count from 10 (ISO 7064).
 */
export function isIban(text: string): boolean {
  const code = text.replace(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(code)) return false
  if (code.length !== (lengths[code.slice(0, 2)] ?? code.length)) return false
  const digits = [...`${code.slice(4)}${code.slice(0, 4)}`]
    .map((letter) => Number.parseInt(letter, 36))
    .join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** IBANs of any country whose check digits are right, the words that follow left out. */
export function findIbans(text: string): readonly { readonly passage: string; readonly at: number }[] {
  return [...text.matchAll(shape)].flatMap((match) => {
    // The spaced form may have swallowed the first words of what follows.
    for (let end = 15; end <= match[0].length; end += 1) {
      const next = match[0][end]
      const passage = match[0].slice(0, end)
      if ((next === undefined || /\s/.test(next)) && isIban(passage)) return [{ passage, at: match.index }]
    }
    return []
  })
}
