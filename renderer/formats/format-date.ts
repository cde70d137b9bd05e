import type { Language } from '../../shared/messages/translator.ts'

const timeZone = 'Europe/Paris'

function locale(language: Language): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB'
}

/** French writes the first of the month as an ordinal; Intl does not. */
function ordinal(text: string, language: Language): string {
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** A local day in full: `1er mars 2026`. */
export function formatDay(day: string, language: Language): string {
  const text = new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
  return ordinal(text, language)
}

/** The day of an instant, in Paris, in full. */
export function formatInstantDay(instant: string, language: Language): string {
  const text = new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone }).format(
    new Date(instant),
  )
  return ordinal(text, language)
}

/** An instant with its hour, in Paris: `1er mars 2026 à 18:00`. */
export function formatInstant(instant: string, language: Language): string {
  const text = new Intl.DateTimeFormat(locale(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant))
  return ordinal(text, language)
}

/** An instant in a narrow column: `01/03/2026`. */
export function formatShortDay(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone,
  }).format(new Date(instant))
}

/** An instant with its hour in a narrow column: `01/03/2026 18:00`. */
export function formatShortInstant(instant: string, language: Language): string {
  const time = new Intl.DateTimeFormat(locale(language), { timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )
  return `${formatShortDay(instant, language)} ${time}`
}
