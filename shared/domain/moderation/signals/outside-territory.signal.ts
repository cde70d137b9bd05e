import { isInside } from '../../geo/point-in-polygon.ts'
import { foldInPlace, literalPattern } from '../text-folding.ts'
import { type Signal, type SignalSubject, wholeText } from './signal.ts'

function point({ latitude, longitude, territory }: SignalSubject): readonly string[] {
  if (latitude === null || longitude === null || territory.length === 0) return []
  if (territory.some((polygon) => isInside(longitude, latitude, polygon))) return []
  return [`${latitude.toFixed(5)}, ${longitude.toFixed(5)}`]
}

function sameName(left: string, right: string): boolean {
  const plain = (name: string): string =>
    foldInPlace(name)
      .replace(/[^a-z]+/g, ' ')
      .replace(/\bst\b/g, 'saint')
      .trim()
  return plain(left) === plain(right) || plain(left).startsWith(`${plain(right)} `)
}

/** « 59000 Lille »: a postal code and the name that follows it. */
const postalCode = /(?<![\d.,])(\d{5}) +(\p{Lu}[\p{L}’'-]+(?:[ -]\p{Lu}?[\p{L}’'-]+){0,4})/gu

function postalCodes(subject: SignalSubject): readonly string[] {
  const { commune } = subject
  if (commune.name === '') return []
  return [...`${subject.address ?? ''}\n${wholeText(subject)}`.matchAll(postalCode)]
    .filter(([, , name = '']) => !sameName(name, commune.name))
    .map(([, code = '', name = '']) => `${code} ${name.split(/[ ](?=\p{Ll})/u)[0] ?? name}`)
}

/** Other communes of the démarche's list, where a text says that something is or happens there. */
function communesNamed(subject: SignalSubject): readonly string[] {
  const names = subject.settings.otherCommunes.map((name) => name.trim()).filter((name) => name !== '')
  if (names.length === 0) return []
  const text = `${subject.address ?? ''}\n${wholeText(subject)}`
  const folded = foldInPlace(text)
  return names.flatMap((name) => {
    const written = literalPattern(name).replace(/[ -]+/g, '[ -]')
    const pattern = new RegExp(
      `(?:(?<=\\b(?:a|au|aux|dans|vers|pres de|commune de|ville de|mairie de|centre de|gare de) )|(?<=[,\\n] ?))${written}(?![\\p{L}-])`,
      'gu',
    )
    return [...folded.matchAll(pattern)].map((match) =>
      text.slice(match.index, match.index + match[0].length),
    )
  })
}

/** A point in none of the districts, a postal address elsewhere, another commune named (R5). */
export const outsideTerritorySignal = {
  id: 'outside-territory',
  evidence: (subject) => [
    ...new Set([...point(subject), ...postalCodes(subject), ...communesNamed(subject)]),
  ],
} as const satisfies Signal
