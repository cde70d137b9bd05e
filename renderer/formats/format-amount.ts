import type { Language } from '../../shared/messages/translator.ts'

/** The thin space that Intl puts between thousands all but vanishes in tabular figures. */
function legible(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}

/** Exact cents as text: `12 345,67 €`, or `12 345 €` when `round` and there are no cents to lose. */
export function formatAmount(
  cents: number,
  language: Language,
  options: { readonly round?: boolean } = {},
): string {
  const whole = options.round === true && cents % 100 === 0
  const text = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(cents / 100)
  return legible(text)
}

/** A whole or decimal number with the separators of the language. */
export function formatNumber(value: number, language: Language): string {
  return legible(new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(value))
}

/**
 * Reads what a person types as euros into integer cents: `12 345,67` in French, `12,345.67` in English,
 * `12345.6` in both. `null` when it is no amount, has more than two decimals, or is negative.
 */
export function parseAmount(text: string, language: Language): number | null {
  const compact = text.replace(/[\s\u00a0\u202f€]/g, '')
  const english = language === 'en' && /^\d{1,3}(,\d{3})*(\.\d{0,2})?$/.test(compact)
  const french = /^\d{1,3}(\.\d{3})+,\d{0,2}$/.test(compact)
  const decimal = english
    ? compact.replaceAll(',', '')
    : (french ? compact.replaceAll('.', '') : compact).replace(',', '.')
  const parts = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(decimal)
  if (parts === null) return null
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** A size of file in the units people know: `1,2 Mo`. */
export function formatBytes(bytes: number, language: Language): string {
  const units = language === 'fr' ? ['octets', 'Ko', 'Mo', 'Go'] : ['bytes', 'KB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  const digits = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: unit === 0 ? 0 : 1,
  }).format(value)
  return `${digits}\u00a0${units[unit]}`
}
