/** Characters of a code by value, as ISO/IEC 7064 orders them. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Letters that number batches: none that is read as a digit or as another letter once written by hand. */
const letters = 'ABCDEFGHJKLMNPRSTVWXYZ'

/** Words that town names hold and that nobody puts in initials. */
const linkingWords = new Set([
  'DE',
  'DU',
  'DES',
  'LA',
  'LE',
  'LES',
  'L',
  'D',
  'EN',
  'SUR',
  'SOUS',
  'AUX',
  'ET',
])

/**
 * What check character ends a text of letters and digits, so that any one wrong character and nearly any swap of two
 * is noticed (ISO/IEC 7064, MOD 37,36).
 */
export function checkCharacter(text: string): string {
  let product = 36
  for (const character of text) {
    const sum = (product + Math.max(0, alphabet.indexOf(character))) % 36
    product = ((sum === 0 ? 36 : sum) * 2) % 37
  }
  return alphabet[(37 - product) % 36] ?? '0'
}

/** One to three letters for a town: `Saint-Jean-de-Braye` gives `SJB`, `Roubaix` gives `ROU`. */
export function communeInitials(communeName: string): string {
  const words = plain(communeName)
    .split(/[^A-Z]+/)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !linkingWords.has(word))
  if (telling.length > 1)
    return telling
      .map((word) => word[0])
      .slice(0, 3)
      .join('')
  return (telling[0] ?? words[0] ?? 'BP').slice(0, 3)
}

/** Code of the `ordinal`-th batch (from 1) of a town: `SJB-A1-?` to `SJB-A9-?`, then `SJB-B1-?`; after 198, `SJB-A10-?`. */
export function batchCode(initials: string, ordinal: number): string {
  const perRound = letters.length * 9
  const round = Math.floor((ordinal - 1) / perRound)
  const within = (ordinal - 1) % perRound
  const letter = letters[Math.floor(within / 9)] ?? 'A'
  const digits = round === 0 ? String((within % 9) + 1) : `${(within % 9) + 1}${round - 1}`
  return `${initials}-${letter}${digits}-${checkCharacter(`${initials}${letter}${digits}`)}`
}

/** A code as somebody typed it, without its signs and in capitals: `sjb a7 3` gives `SJBA73`. */
export function bareCode(typed: string): string {
  return plain(typed).replace(/[^A-Z0-9]/g, '')
}

/** Whether what was typed ends with the check character that the rest asks for. */
export function isSoundCode(typed: string): boolean {
  const bare = bareCode(typed)
  return bare.length >= 4 && checkCharacter(bare.slice(0, -1)) === bare.slice(-1)
}

/** What is printed on one form: `SJB-A7-3 / 012`. */
export function formCode(code: string, number: number): string {
  return `${code} / ${String(number).padStart(3, '0')}`
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[œŒ]/g, 'OE').toUpperCase()
}
